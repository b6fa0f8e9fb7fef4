import os

from openai import APIError, AzureOpenAI, OpenAI


class Embedder:
    def __init__(self) -> None:
        self.client: AzureOpenAI | OpenAI
        if "AZURE" in os.environ:
            self.client = AzureOpenAI()
        else:
            self.client = OpenAI()

    async def embed(self, texts: list[str]) -> list[list[float]]:
        try:
            return [one.embedding for one in self.client.embeddings.create(model="m", input=texts).data]
        except APIError:
            return []
