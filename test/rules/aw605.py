# AW605 wrong-pool
import asyncio
import queue
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import networkx
import pymupdf
import requests

processes = ProcessPoolExecutor()
threads = ThreadPoolExecutor()


def pages(document: pymupdf.Document):
    page: pymupdf.Page = document.load_page(0)
    return page.get_text()


def rank(graph):
    return networkx.pagerank(graph)


def fetch(url, results):
    results.put(requests.get(url))


async def holds_the_gil(page: pymupdf.Page):
    return await asyncio.to_thread(page.get_text)
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW605: Stops all threads: `Page.get_text` holds the GIL, and only another process helps


async def holds_the_gil_behind_a_function(document):
    return await asyncio.to_thread(pages, document)
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW605: Stops all threads: `Page.get_text` holds the GIL, and only another process helps


async def spreads_python_code(graphs):
    return await asyncio.gather(*[asyncio.to_thread(rank, graph) for graph in graphs])
#                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW605 (information): Gains nothing from more threads: `networkx.pagerank` is Python code, and takes turns; use processes


def builds_a_pool_by_hand(urls):
    results = queue.Queue()
    workers = []
    for url in urls:
        worker = threading.Thread(target=fetch, args=(url, results))
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW605 (information): Builds a pool by hand: threads and a queue around `fetch`, which waits; gather, or an executor's `map`
        worker.start()
        workers.append(worker)
    for worker in workers:
        worker.join()
    return [results.get() for _ in urls]


# Silent.


async def one_thread_lets_the_loop_run(graph):
    return await asyncio.to_thread(rank, graph)


async def in_a_process(loop: asyncio.AbstractEventLoop, graphs):
    return await asyncio.gather(*[loop.run_in_executor(processes, rank, graph) for graph in graphs])


async def waits_in_threads(urls):
    return await asyncio.gather(*[asyncio.to_thread(requests.get, url) for url in urls])


def one_thread(url):
    results = queue.Queue()
    threading.Thread(target=fetch, args=(url, results)).start()
    return results.get()
