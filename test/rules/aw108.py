# AW108 blocking-wait
import asyncio
import concurrent.futures
import multiprocessing
import queue
import signal
import threading
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed, wait
from queue import Queue
from threading import Event, Lock, Thread

lock = Lock()
pool = ThreadPoolExecutor()
jobs: Queue[int] = Queue()


def work():
    return 1


# Direct.


async def blocks():
    future = pool.submit(work)
    return future.result()
#          ~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Future.result` waits for another thread or process


async def blocks_through_annotated_future(future: Future):
    future.exception()
#   ~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Future.exception` waits for another thread or process
    return future.result(timeout=3)
#          ~~~~~~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Future.result` waits for another thread or process


async def blocks_through_loop_of_another_thread(loop: asyncio.AbstractEventLoop):
    return asyncio.run_coroutine_threadsafe(asyncio.sleep(1), loop).result()
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Future.result` waits for another thread or process


async def blocks_through_thread():
    thread = Thread(target=work)
    thread.start()
    thread.join()
#   ~~~~~~~~~~~~~ AW108: Blocks the event loop: `Thread.join` waits for another thread or process


async def blocks_through_timer():
    timer = threading.Timer(1, work)
    timer.start()
    timer.join()
#   ~~~~~~~~~~~~ AW108: Blocks the event loop: `Thread.join` waits for another thread or process


async def blocks_through_process():
    process = multiprocessing.Process(target=work)
    process.start()
#   ~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `Process.start` runs a process
    process.join()
#   ~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Process.join` waits for another thread or process


async def blocks_through_queue():
    jobs.get()
#   ~~~~~~~~~~ AW108: Blocks the event loop: `Queue.get` waits for another thread or process
    jobs.get(timeout=1)
#   ~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Queue.get` waits for another thread or process
    jobs.join()
#   ~~~~~~~~~~~ AW108: Blocks the event loop: `Queue.join` waits for another thread or process


async def blocks_through_bounded_queue():
    own = queue.Queue(maxsize=1)
    own.put(1)
#   ~~~~~~~~~~ AW108 (likely): Blocks the event loop: `Queue.put` waits for another thread or process


async def blocks_through_event(event: Event):
    event.wait()
#   ~~~~~~~~~~~~ AW108: Blocks the event loop: `Event.wait` waits for another thread or process
    event.wait(1)
#   ~~~~~~~~~~~~~ AW108: Blocks the event loop: `Event.wait` waits for another thread or process


async def blocks_through_lock():
    lock.acquire()
#   ~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Lock.acquire` waits for another thread or process
    lock.release()


async def blocks_through_condition(condition: threading.Condition):
    with condition:
        condition.wait()
#       ~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Condition.wait` waits for another thread or process


async def blocks_through_semaphore(semaphore: threading.Semaphore, barrier: threading.Barrier):
    semaphore.acquire()
#   ~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Semaphore.acquire` waits for another thread or process
    barrier.wait()
#   ~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Barrier.wait` waits for another thread or process


async def blocks_through_several_futures(futures):
    wait(futures)
#   ~~~~~~~~~~~~~ AW108: Blocks the event loop: `concurrent.futures.wait` waits for another thread or process
    for future in as_completed(futures):
#                 ~~~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `concurrent.futures.as_completed` waits for another thread or process
        print(future)
    concurrent.futures.wait(futures)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `concurrent.futures.wait` waits for another thread or process


async def blocks_through_map():
    for result in pool.map(work, [1]):
#                 ~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Executor.map` waits for another thread or process
        print(result)
    return list(pool.map(work, [1]))
#               ~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Executor.map` waits for another thread or process


async def blocks_through_shutdown():
    pool.shutdown()
#   ~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Executor.shutdown` waits for another thread or process


async def blocks_through_process_pool():
    with multiprocessing.Pool() as processes:
#        ~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `multiprocessing.Pool` runs a process
        return processes.map(work, [1])
#              ~~~~~~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Pool.map` waits for another thread or process


async def blocks_through_pipe(connection: "multiprocessing.connection.Connection"):
    return connection.recv()
#          ~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Connection.recv` waits for another thread or process


async def blocks_through_signal():
    signal.pause()
#   ~~~~~~~~~~~~~~ AW108: Blocks the event loop: `signal.pause` waits for another thread or process


class Worker:
    def __init__(self):
        self._done = threading.Event()
        self._queue = queue.Queue()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._pool = ThreadPoolExecutor(2)

    def _run(self):
        while True:
            self._queue.get()

    def stop(self):
        self._queue.put(None)
        self._thread.join(timeout=5)
#       ---------------------------- see AW108: calls `Thread.join`

    def submit_and_wait(self, function):
        return self._pool.submit(function).result()
#              ------------------------------------ see AW108: calls `Future.result`

    async def close(self):
        self.stop()
#       ~~~~~~~~~~~ AW108: Blocks the event loop: `Worker.stop` → `Thread.join` waits for another thread or process

    async def next_job(self):
        return self._queue.get()
#              ~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Queue.get` waits for another thread or process

    async def compute(self):
        return self.submit_and_wait(work)
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Worker.submit_and_wait` → `Future.result` waits for another thread or process

    async def wait_until_done(self):
        self._done.wait()
#       ~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Event.wait` waits for another thread or process


def run_in_loop(coroutine, loop):
    return asyncio.run_coroutine_threadsafe(coroutine, loop).result(10)
#          ------------------------------------------------------------ see AW108: calls `Future.result`


async def blocks_through_bridge(loop):
    return run_in_loop(asyncio.sleep(1), loop)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `run_in_loop` → `Future.result` waits for another thread or process


async def blocks_for_another_queue(others: Queue[int]):
    if others.qsize() > 0:
        jobs.get()
#       ~~~~~~~~~~ AW108: Blocks the event loop: `Queue.get` waits for another thread or process


async def blocks_at_an_empty_queue():
    if jobs.empty():
        jobs.get()
#       ~~~~~~~~~~ AW108: Blocks the event loop: `Queue.get` waits for another thread or process


class Pool:
    def __init__(self):
        self._condition = threading.Condition()
        self._free = []

    def acquire(self):
        with self._condition:
            while not self._free:
                self._condition.wait()
#               ---------------------- see AW108: calls `Condition.wait`
            return self._free.pop()

    def release(self, connection):
        with self._condition:
            self._free.append(connection)
            self._condition.notify()


async def blocks_for_own_pool(own: Pool):
    return own.acquire()
#          ~~~~~~~~~~~~~ AW108: Blocks the event loop: `Pool.acquire` → `Condition.wait` waits for another thread or process


# Silent.


async def awaits_future(future: Future):
    return await asyncio.wrap_future(future)


async def awaits_executor():
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(pool, work)


async def awaits_async_twins():
    own_lock = asyncio.Lock()
    own_queue = asyncio.Queue()
    own_event = asyncio.Event()
    await own_lock.acquire()
    async with own_lock:
        await own_queue.get()
    await own_queue.put(1)
    await own_queue.join()
    await own_event.wait()


async def tries_only():
    lock.acquire(blocking=False)
    lock.acquire(False)
    jobs.get_nowait()
    jobs.put_nowait(1)
    jobs.get(block=False)
    jobs.get(False)


async def waits_no_time(event: Event):
    event.wait(0)
    event.wait(timeout=0)


async def puts_into_unbounded_queue():
    jobs.put(1)


async def reads_finished_task(task: asyncio.Task):
    await asyncio.wait([task])
    return task.result()


async def reads_finished_tasks(coroutines):
    tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
    done, _ = await asyncio.wait(tasks)
    return [task.result() for task in done]


async def reads_result_of_task():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(asyncio.sleep(1))
    return task.result()


def when_done(future: asyncio.Future):
    future.result()


async def reads_result_in_callback():
    asyncio.create_task(asyncio.sleep(1)).add_done_callback(when_done)


async def reads_future_that_is_done(future: Future):
    if future.done():
        return future.result()


async def joins_text(parts):
    ", ".join(parts)
    return "/".join(["a", "b"])


async def gets_from_mapping(values: dict):
    return values.get("a")


async def gets_from_environment():
    import os

    return os.environ.get("A")


async def schedules_on_other_loop(loop: asyncio.AbstractEventLoop):
    asyncio.run_coroutine_threadsafe(asyncio.sleep(1), loop)
    loop.call_soon_threadsafe(work)


async def only_starts():
    Thread(target=work, daemon=True).start()
    pool.submit(work)


async def shuts_down_without_waiting():
    pool.shutdown(wait=False)


async def offloads(thread: Thread, event: Event):
    await asyncio.to_thread(thread.join)
    await asyncio.to_thread(event.wait)
    await asyncio.to_thread(jobs.get)


async def sets(event: Event):
    event.set()
    event.is_set()
    event.clear()


async def uses_process_pool():
    with ProcessPoolExecutor() as processes:
        return await asyncio.get_running_loop().run_in_executor(processes, work)


class ReadWriteLock:
    def __init__(self):
        self._condition = threading.Condition()
        self._writing = False

    def acquire(self):
        with self._condition:
            while self._writing:
                self._condition.wait()

    def release(self):
        with self._condition:
            self._condition.notify_all()


async def holds_own_lock_for_a_moment(own: ReadWriteLock):
    own.acquire()
    own.release()


class Counter:
    def __init__(self):
        self._lock = threading.RLock()
        self._value = 0

    @property
    def value(self):
        with self._lock:
            return self._value


async def holds_lock_for_a_moment(counter: Counter):
    with lock:
        return counter.value


class Result:
    def result(self):
        return 1

    def wait(self):
        return 1


async def calls_other_result(result: Result):
    return result.result(), result.wait()


async def takes_what_is_there():
    while jobs.qsize() > 0:
        jobs.get()
    if not jobs.empty():
        return jobs.get()
    return jobs.get() if jobs.qsize() else None
