import os

from openai import AsyncOpenAI, AzureOpenAI

if "AZURE" in os.environ:
    client: AsyncOpenAI = AsyncOpenAI(base_url=os.environ["AZURE"])
else:
    client = AsyncOpenAI()


async def ask(question):
    return (await client.responses.create(model="m", input=question)).output_text


def other():
    return AzureOpenAI()
