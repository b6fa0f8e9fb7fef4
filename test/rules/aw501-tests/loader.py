import requests


def load(url):
    return requests.get(url).json()
#          ~~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `requests.get` has none by default, and gets no `timeout`
