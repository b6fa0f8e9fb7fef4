# profile: async-first
# Guideline 99: a client is closed by its context.
from openai import AsyncOpenAI


async def good_closes(url, key, messages):
    async with AsyncOpenAI(base_url=url, api_key=key) as client:
        return await client.chat.completions.create(model="m", messages=messages)
