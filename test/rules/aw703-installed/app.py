# AW703 async-twin-exists, found by the names in an installed package
from parcels import Tracker
from weather import Client, fetch

weather = Client()
tracker = Tracker()


async def blocks_where_a_class_has_a_twin():
    return weather.get("Oslo")
#          ~~~~~~~~~~~~~~~~~~~ AW703 (information): Blocks the event loop: `Client.get` → `requests.get` waits, and `weather.AsyncClient` of the same package is async


async def blocks_where_a_method_has_a_twin():
    return tracker.locate(7)
#          ~~~~~~~~~~~~~~~~~ AW703 (information): Blocks the event loop: `Tracker.locate` → `requests.get` has an async twin, `Tracker.async_locate`


async def blocks_where_a_function_has_a_twin():
    return fetch("Oslo")
#          ~~~~~~~~~~~~~ AW703 (information): Blocks the event loop: `fetch` → `Client.get` → `requests.get` waits, and `weather.fetch_async` of the same package is async


# Silent.


async def the_twin_lacks_the_method():
    return weather.alerts("Oslo")  # ok: AW102 has the word


async def a_name_alone_is_no_twin():
    return tracker.cancel(7)  # ok: AW102 has the word
