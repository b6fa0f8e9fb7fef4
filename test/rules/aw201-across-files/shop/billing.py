from .mail import deliver


def bill(user):
    """Hands on the coroutine of another module."""
    return deliver(user)
