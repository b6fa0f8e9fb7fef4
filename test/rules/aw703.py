# AW703 async-twin-exists
import asyncio

import redis
import redis.asyncio
from anthropic import Anthropic
from langchain_core.runnables import Runnable
from openai import AsyncOpenAI, OpenAI

client = OpenAI()
async_client = AsyncOpenAI()
cache = redis.Redis()


async def blocks_where_a_class_has_a_twin(question):
    return client.chat.completions.create(model="gpt-5", messages=[question])
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW703: Blocks the event loop: `openai.OpenAI.chat.completions.create` waits, and `openai.AsyncOpenAI` of the same package is async


async def blocks_where_a_method_has_a_twin(chain: Runnable, question):
    return chain.invoke(question)
#          ~~~~~~~~~~~~~~~~~~~~~~ AW703: Blocks the event loop: `Runnable.invoke` has an async twin, `Runnable.ainvoke`


async def blocks_where_a_module_has_a_twin(key):
    return cache.get(key)
#          ~~~~~~~~~~~~~~ AW703: Blocks the event loop: `Redis.get` waits, and `redis.asyncio.Redis.get` of the same package is async


async def blocks_with_a_local_client(question):
    own = Anthropic()
    return own.messages.create(model="claude", messages=[question], max_tokens=10)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW703: Blocks the event loop: `anthropic.Anthropic.messages.create` waits, and `anthropic.AsyncAnthropic` of the same package is async


def ask(question):
    return client.responses.create(model="gpt-5", input=question)


# Silent.


async def behind_a_function_of_the_program(question):
    return ask(question)  # ok: AW102 has the word


async def awaits_the_twin(question):
    return await async_client.responses.create(model="gpt-5", input=question)


async def offloads(question):
    return await asyncio.to_thread(ask, question)


def in_plain_code(question):
    return client.responses.create(model="gpt-5", input=question)


async def awaits_the_method(chain: Runnable, question):
    return await chain.ainvoke(question)
