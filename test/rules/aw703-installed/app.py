# AW703 async-twin-exists, found by the names in an installed package
from depot.stock import count, order
from ledger import Book, total
from parcels import Tracker
from weather import Client, fetch

weather = Client()
tracker = Tracker()
book = Book()


async def blocks_where_a_class_has_a_twin():
    return weather.get("Oslo")
#          ~~~~~~~~~~~~~~~~~~~ AW703 (information): Blocks the event loop: `Client.get` → `requests.get` waits, and `weather.AsyncClient` of the same package is async


async def blocks_where_a_method_has_a_twin():
    return tracker.locate(7)
#          ~~~~~~~~~~~~~~~~~ AW703 (information): Blocks the event loop: `Tracker.locate` → `requests.get` has an async twin, `Tracker.async_locate`


async def blocks_where_a_function_has_a_twin():
    return fetch("Oslo")
#          ~~~~~~~~~~~~~ AW703 (information): Blocks the event loop: `fetch` → `Client.get` → `requests.get` waits, and `weather.fetch_async` of the same package is async


async def blocks_where_an_attribute_holds_the_twin():
    return book.pages(1, last=3)
#          ~~~~~~~~~~~~~~~~~~~~~ AW703 (information): Blocks the event loop: `Book.pages` → `requests.get` has an async twin, `Book.aio.pages`


async def blocks_where_a_method_has_a_twin_that_takes_more():
    return book.find("rent")
#          ~~~~~~~~~~~~~~~~~ AW703 (information): Blocks the event loop: `Book.find` → `requests.get` has an async twin, `Book.find_aio`


async def blocks_where_a_module_below_aio_has_the_twin():
    return total(2024)
#          ~~~~~~~~~~~ AW703 (information): Blocks the event loop: `total` → `requests.get` waits, and `ledger.aio.books.total` of the same package is async


async def blocks_where_a_function_that_forwards_has_a_twin():
    return order("A7", 3)
#          ~~~~~~~~~~~~~~ AW703 (information): Blocks the event loop: `order` → `requests.post` waits, and `depot.stock.order_aio` of the same package is async


# Silent.


async def the_twin_lacks_an_argument():
    return book.close_year(2024)  # ok: AW102 has the word


async def the_twin_takes_them_in_another_order():
    return book.sign(3, "Ada")  # ok: AW102 has the word


async def the_twin_wants_more():
    return book.export(3)  # ok: AW102 has the word


async def the_twin_takes_one_by_name_alone():
    return count("A7", 5)  # ok: AW102 has the word


async def the_twin_lacks_the_method():
    return weather.alerts("Oslo")  # ok: AW102 has the word


async def a_name_alone_is_no_twin():
    return tracker.cancel(7)  # ok: AW102 has the word
