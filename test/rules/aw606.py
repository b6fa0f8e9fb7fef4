# AW606 process-pool-misuse
import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

processes = ProcessPoolExecutor()
threads = ThreadPoolExecutor()


def square(number):
    return number**2


class Counter:
    def count(self, text):
        return len(text)

    @staticmethod
    def length(text):
        return len(text)


def sends_a_lambda(numbers):
    return list(processes.map(lambda number: number**2, numbers))
#               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW606: Cannot reach another process: a lambda has no name to be found by there


async def sends_a_lambda_from_the_loop(loop: asyncio.AbstractEventLoop, number):
    return await loop.run_in_executor(processes, lambda: square(number))
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW606: Cannot reach another process: a lambda has no name to be found by there


def sends_a_nested_function(numbers):
    def cube(number):
        return number**3

    return [processes.submit(cube, number) for number in numbers]
#           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW606: Cannot reach another process: `sends_a_nested_function.cube` is defined inside a function


def sends_a_method(counter: Counter, texts):
    return list(processes.map(counter.count, texts))
#               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW606 (information): Sends a copy of the whole object to another process, with each call of `Counter.count`


async def makes_a_pool_for_each_call(numbers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as pool:
#        ~~~~~~~~~~~~~~~~~~~~~ AW606: Starts processes for each call: make the `ProcessPoolExecutor` once
        return await loop.run_in_executor(pool, square, numbers[0])


def makes_a_pool_for_each_item(rows):
    for row in rows:
        with multiprocessing.Pool() as pool:
#            ~~~~~~~~~~~~~~~~~~~~~~ AW606: Starts processes for each call: make the `Pool` once
            pool.map(square, row)


# Silent.


def sends_a_function(numbers):
    return list(processes.map(square, numbers))


def sends_a_static_method(counter: Counter, texts):
    return list(processes.map(counter.length, texts))


def threads_take_anything(numbers):
    return list(threads.map(lambda number: number**2, numbers))


def a_process_is_forked():
    multiprocessing.Process(target=lambda: square(1)).start()


def makes_a_pool_for_a_script(numbers):
    with ProcessPoolExecutor() as pool:
        return list(pool.map(square, numbers))


class Service:
    async def start(self):
        self.pool = ProcessPoolExecutor()


async def main(numbers):
    with ProcessPoolExecutor() as pool:
        return list(pool.map(square, numbers))
