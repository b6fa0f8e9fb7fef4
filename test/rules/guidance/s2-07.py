# profile: async-first
# Guidelines 64 and 74: chunks as they come, against an answer that blocks until it is complete (AW703).
from openai import AsyncOpenAI, OpenAI


async def good_streams(client: AsyncOpenAI, choice, messages):
    stream = await client.chat.completions.create(model="m", messages=messages, stream=True)
    async for chunk in stream:
        await choice.append_content(chunk.choices[0].delta.content)


async def bad_waits_for_all_of_it(client: OpenAI, choice, messages):
    response = client.chat.completions.create(model="m", messages=messages)
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW703: Blocks the event loop: `openai.OpenAI.chat.completions.create` waits, and `openai.AsyncOpenAI` of the same package is async
    await choice.append_content(response.choices[0].message.content)
