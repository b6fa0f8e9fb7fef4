import os

from openai import AsyncOpenAI

client = AsyncOpenAI(api_key=os.environ["KEY"], timeout=5)


async def ask(question):
    return (await client.responses.create(model="m", input=question)).output_text


async def tells(question):
    async for chunk in await client.chat.completions.create(model="m", messages=question, stream=True):
        print(chunk.choices[0].delta)


async def tells_later(question):
    stream = await client.chat.completions.create(model="m", messages=question, stream=True)
    async with stream:
        async for chunk in stream:
            print(chunk)


async def helped(question):
    async with client.chat.completions.stream(model="m", messages=question) as events:
        async for event in events:
            print(event.type)
        return await events.get_final_completion()


async def models():
    names = [model.id async for model in await client.models.list()]
    first = (await client.with_options(timeout=60).models.list()).data[0]
    return names, first


async def stops():
    await client.close()
