import os

from openai import APIError, AsyncAzureOpenAI, AsyncOpenAI


class Embedder:
    def __init__(self) -> None:
        self.client: AsyncAzureOpenAI | AsyncOpenAI
        if "AZURE" in os.environ:
            self.client = AsyncAzureOpenAI()
        else:
            self.client = AsyncOpenAI()

    async def embed(self, texts: list[str]) -> list[list[float]]:
        try:
            return [one.embedding for one in (await self.client.embeddings.create(model="m", input=texts)).data]
        except APIError:
            return []
