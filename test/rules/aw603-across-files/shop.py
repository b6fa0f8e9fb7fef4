import requests


def price(name):
#   ~~~~~ AW603: Blocks, and only coroutines call it: `price` could await `httpx.AsyncClient` in the place of `requests.get`
    return requests.get(f"https://shop.example/{name}").json()


def stock(name):
    return requests.get(f"https://shop.example/{name}/stock").json()
