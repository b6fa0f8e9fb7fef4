from .sender import Outbox, Sender


async def deliver(user): ...


def count(): ...


def outbox() -> Outbox:
    return Outbox()
