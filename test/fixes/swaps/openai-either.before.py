import os

from openai import AzureOpenAI, OpenAI

if "AZURE" in os.environ:
    client: OpenAI = OpenAI(base_url=os.environ["AZURE"])
else:
    client = OpenAI()


async def ask(question):
    return client.responses.create(model="m", input=question).output_text


def other():
    return AzureOpenAI()
