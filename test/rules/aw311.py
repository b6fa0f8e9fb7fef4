# AW311 cancellation-swallowed
import asyncio
import logging
from asyncio import CancelledError


async def step():
    await asyncio.sleep(1)


async def goes_on_in_a_loop():
    while True:
        try:
            await step()
        except asyncio.CancelledError:
#       ~~~~~~ AW311: Swallows cancellation: behind `except CancelledError:` the coroutine goes on, as if nobody had cancelled it
            logging.info("cancelled")


async def goes_on_in_a_for(items):
    for item in items:
        try:
            await step()
        except (CancelledError, ValueError):
#       ~~~~~~ AW311: Swallows cancellation: behind `except CancelledError:` the coroutine goes on, as if nobody had cancelled it
            continue


async def goes_on_behind_it():
    try:
        await step()
    except CancelledError:
#   ~~~~~~ AW311: Swallows cancellation: behind `except CancelledError:` the coroutine goes on, as if nobody had cancelled it
        pass
    await step()


async def catches_everything():
    try:
        await step()
    except:
#   ~~~~~~ AW311: Swallows cancellation: behind `except:` whoever awaits this goes on, as if nobody had cancelled it
        return None


async def catches_the_base(log):
    try:
        async with log:
            log.write("a")
    except BaseException as error:
#   ~~~~~~ AW311: Swallows cancellation: behind `except BaseException:` whoever awaits this goes on, as if nobody had cancelled it
        logging.error("failed: %s", error)


async def takes_it_for_an_error():
    try:
        return await step()
    except (asyncio.CancelledError, OSError):
#   ~~~~~~ AW311: Swallows cancellation: behind `except CancelledError:` whoever awaits this goes on, as if nobody had cancelled it
        return None


async def breaks_and_goes_on():
    while True:
        try:
            await step()
        except asyncio.CancelledError:
#       ~~~~~~ AW311: Swallows cancellation: behind `except CancelledError:` the coroutine goes on, as if nobody had cancelled it
            break
    await step()


# Silent.


async def raises_again():
    while True:
        try:
            await step()
        except asyncio.CancelledError:
            logging.info("cancelled")
            raise


async def raises_in_a_branch(stopping):
    while True:
        try:
            await step()
        except asyncio.CancelledError:
            if not stopping:
                raise


async def raises_something_else():
    try:
        await step()
    except BaseException as error:
        raise RuntimeError("failed") from error


async def lets_cancellations_pass_before_it():
    while True:
        try:
            await step()
        except asyncio.CancelledError:
            raise
        except BaseException:
            logging.exception("failed")


async def catches_errors_alone():
    while True:
        try:
            await step()
        except Exception:
            logging.exception("failed")


async def ends_its_own_task():
    try:
        while True:
            await step()
    except asyncio.CancelledError:
        logging.info("stopped")


async def ends_on_an_interrupt():
    try:
        await step()
    except (asyncio.CancelledError, KeyboardInterrupt):
        logging.info("stopped")


async def test_that_expects_it():
    try:
        await step()
    except asyncio.CancelledError:
        pass
    await step()


class TestCase:
    async def test_whatever_happens(self):
        try:
            await step()
        except:
            pass
        await step()


async def cleans_up(stack):
    try:
        await step()
    finally:
        try:
            await stack.aclose()
        except BaseException:
            logging.debug("not closed")


async def notes_it():
    cancelled = False
    try:
        await step()
    except asyncio.CancelledError:
        cancelled = True
    await step()
    return cancelled


async def notes_what_happened():
    failure = None
    try:
        await step()
    except BaseException as error:
        failure = error
    await step()
    return failure


async def catches_what_it_is_told(errors: type[BaseException]):
    while True:
        try:
            await step()
        except errors:
            logging.info("again")


async def waits_for_a_future(loop: asyncio.AbstractEventLoop):
    future = loop.create_future()
    try:
        await future
    except BaseException:
        pass


async def leaves_its_loop():
    while True:
        try:
            await step()
        except asyncio.CancelledError:
            break


class Worker:
    running = True

    def start(self):
        self.task = asyncio.create_task(self.run())

    async def run(self):
        try:
            await step()
        except asyncio.CancelledError:
            return

    async def asks_whether_to_go_on(self):
        while self.running:
            try:
                await step()
            except asyncio.CancelledError:
                logging.info("woken up")

    async def stop(self):
        self.task.cancel()
        try:
            await self.task
        except asyncio.CancelledError:
            pass
        await step()

    async def waits_for_another(self):
        try:
            await self.task
        except asyncio.CancelledError:
            pass
        await step()


async def waits_for_many(tasks):
    try:
        await asyncio.gather(*tasks)
    except asyncio.CancelledError:
        pass
    await step()


async def hands_it_on(future):
    try:
        await step()
    except BaseException as error:
        future.set_exception(error)


def is_no_coroutine(work):
    try:
        work()
    except BaseException:
        return None


async def awaits_nothing_there(work):
    try:
        work()
    except:
        pass
    await step()


async def takes_it_back():
    try:
        await step()
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
    await step()
