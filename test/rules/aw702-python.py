# python: 3.11
# What Python itself has by now, in a project that says it runs on no older one.
import async_timeout
#      ~~~~~~~~~~~~~ AW702: Imports `async_timeout`, which has been superseded by `asyncio.timeout` since 2022-10-24
