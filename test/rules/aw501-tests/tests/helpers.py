# Silent: a test that hangs is seen to hang.
import requests


def serves(url):
    return requests.get(url).ok
