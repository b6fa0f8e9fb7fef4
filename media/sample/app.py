"""A price server that stands still: while one answer is worked out, no other client is served."""

import asyncio

from prices import load_prices


async def price_of(name: str) -> float:
    # Awaitwise reports this call. Put the cursor on it, and run "Show Blocking Path".
    prices = load_prices()
    return prices[name]


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    name = (await reader.readline()).decode().strip()
    # Here the same work is done in a worker thread, and the event loop goes on: nothing to report.
    names = await asyncio.to_thread(load_prices)
    price = await price_of(name) if name in names else 0.0
    writer.write(f"{price}\n".encode())
    await writer.drain()
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(answer, "127.0.0.1", 8000)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
