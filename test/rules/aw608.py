# AW608 sequential-sync-io-loop
import smtplib
import time

import requests


def fetch(url):
    return requests.get(url).json()


def appends(urls):
    found = []
    for url in urls:
#              ~~~~ AW608: Waits for `fetch` item by item, though none needs another: side by side they take as long as one
        found.append(fetch(url))
#                    ---------- see AW608: waits here, in each turn
    return found


def comprehends(urls):
    return [requests.get(url) for url in urls]
#           ----------------- see AW608: waits here, in each turn
#                                        ~~~~ AW608: Waits for `requests.get` item by item, though none needs another: side by side they take as long as one


def stores(urls):
    found = {}
    for name, url in urls.items():
#                    ~~~~~~~~~~~~ AW608: Waits for `fetch` item by item, though none needs another: side by side they take as long as one
        answer = fetch(url)
#                ---------- see AW608: waits here, in each turn
        found[name] = answer["size"]
    return found


# Silent.


def says_one_thing_after_the_other(connection: smtplib.SMTP, messages):
    for message in messages:
        connection.send_message(message)


class Evaluation:
    def __init__(self, scores):
        self.scores = scores

    def makes_ready_for_each(self, urls):
        for url in urls:
            self.scores.reset()
            print(fetch(url), self.scores)


def each_needs_the_last(urls):
    token = ""
    for url in urls:
        token = requests.get(url, headers={"token": token}).text
    return token


def ends_early(urls):
    for url in urls:
        if requests.get(url).ok:
            return url
    return None


def breaks(urls):
    for url in urls:
        if not requests.get(url).ok:
            break


def retries(url):
    for _ in range(3):
        requests.get(url)


def keeps_to_a_rate(urls):
    for url in urls:
        fetch(url)
        time.sleep(1)


def yields(urls):
    for url in urls:
        yield fetch(url)


def polls(url):
    while not requests.get(url).ok:
        pass


def no_network(paths):
    return [open(path).read() for path in paths]


class Chat:
    def __init__(self):
        self.history = []

    def say(self, text):
        self.history = requests.post("https://chat.example", json=[*self.history, text]).json()


def each_turn_has_a_memory(texts):
    chat = Chat()
    for text in texts:
        chat.say(text)


async def on_the_loop(urls):
    return [fetch(url) for url in urls]  # ok: AW102 has the word
