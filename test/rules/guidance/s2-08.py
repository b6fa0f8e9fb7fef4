# profile: async-first
# Guideline 81: a fan-out by hand, with threads and a queue (AW605).
import threading
from queue import Queue

import requests


def execute_tool(tool, results):
    results.put(requests.post(tool, timeout=30))


def bad_execute_all(tools):
    results = Queue()
    threads = []
    for tool in tools:
        thread = threading.Thread(target=execute_tool, args=(tool, results))
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW605 (information): Builds a pool by hand: threads and a queue around `execute_tool`, which waits; gather, or an executor's `map`
        threads.append(thread)
        thread.start()
    for thread in threads:
        thread.join()
    return [results.get() for _ in tools]
