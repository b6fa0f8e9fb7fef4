import os

from openai import OpenAI

client = OpenAI(api_key=os.environ["KEY"], timeout=5)


async def ask(question):
    return client.responses.create(model="m", input=question).output_text


async def tells(question):
    for chunk in client.chat.completions.create(model="m", messages=question, stream=True):
        print(chunk.choices[0].delta)


async def tells_later(question):
    stream = client.chat.completions.create(model="m", messages=question, stream=True)
    with stream:
        for chunk in stream:
            print(chunk)


async def helped(question):
    with client.chat.completions.stream(model="m", messages=question) as events:
        for event in events:
            print(event.type)
        return events.get_final_completion()


async def models():
    names = [model.id for model in client.models.list()]
    first = client.with_options(timeout=60).models.list().data[0]
    return names, first


async def stops():
    client.close()
