from anthropic import AI_PROMPT, AsyncAnthropic


class Writer:
    """Writes with one client for all."""

    prompt = AI_PROMPT
    client: AsyncAnthropic = AsyncAnthropic()

    async def ask(self, prompt):
        return (await self.client.messages.create(model="m", max_tokens=9, messages=prompt)).content[0].text

    async def count(self, prompt):
        batches = [batch.id async for batch in await self.client.messages.batches.list()]
        return batches, await self.client.messages.count_tokens(model="m", messages=prompt)
