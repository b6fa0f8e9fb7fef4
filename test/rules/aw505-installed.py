# installed python: 3.12
# The project does not say which Python it runs on, and others may have an older one.
import asyncio
import socket


async def catches_the_alias(read):
    try:
        return await asyncio.wait_for(read(), 5)
    except asyncio.TimeoutError:
        return None


def catches_the_alias_of_a_socket(connection):
    try:
        return connection.recv(1)
    except socket.timeout:
        return None
