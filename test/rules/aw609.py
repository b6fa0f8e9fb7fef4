"""Functions that are not what was decided."""

import asyncio


# awaitwise: decided async
def is_sync_though_async_was_decided():
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW609: Breaks a decision: `is_sync_though_async_was_decided` is sync, and a comment on it says async
    pass


async def is_async_though_sync_was_decided():  # awaitwise: decided sync: one call and done
#         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW609: Breaks a decision: `is_async_though_sync_was_decided` is async, and a comment on it says sync
    pass


class Orders:
    # awaitwise: decided async, see the meeting of Monday
    def method(self):
#       ~~~~~~ AW609: Breaks a decision: `Orders.method` is sync, and a comment on it says async
        pass


# Silent.


# awaitwise: decided async
async def is_what_was_decided():
    pass


# awaitwise: decided sync
def is_what_was_decided_too():
    pass


# awaitwise: decided async
def goes_over_at_once():
    asyncio.run(is_what_was_decided())


# awaitwise: decided async
def gives_a_coroutine():
    return is_what_was_decided()


def nobody_decided():
    pass


# awaitwise: decided nothing
def says_nothing():
    pass
