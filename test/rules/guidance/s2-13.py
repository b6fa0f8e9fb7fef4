# profile: async-first
# Guideline 100: an async generator hands chunks on.
from openai import AsyncOpenAI


async def good_stream_llm(client: AsyncOpenAI, messages):
    stream = await client.chat.completions.create(model="m", messages=messages, stream=True)
    async for chunk in stream:
        yield chunk.choices[0].delta.content
