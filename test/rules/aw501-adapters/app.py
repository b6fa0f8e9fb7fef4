import socket
import urllib.request

import requests

from adapters import session

socket.setdefaulttimeout(5)


def asks_through_an_adapter(url):
    return session.get(url)  # ok: the adapter sets the limit


def opens(url):
    return urllib.request.urlopen(url)  # ok: there is a default for all sockets


def asks(url):
    return requests.get(url)
#          ~~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `requests.get` has none by default, and gets no `timeout`
