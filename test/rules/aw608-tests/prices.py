import requests


def prices(urls):
    return [requests.get(url, timeout=5).json() for url in urls]
#           ---------------------------- see AW608: waits here, in each turn
#                                                          ~~~~ AW608: Waits for `requests.get` item by item, though none needs another: side by side they take as long as one
