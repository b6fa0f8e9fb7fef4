from anthropic import AI_PROMPT, Anthropic


class Writer:
    """Writes with one client for all."""

    prompt = AI_PROMPT
    client: Anthropic = Anthropic()

    async def ask(self, prompt):
        return self.client.messages.create(model="m", max_tokens=9, messages=prompt).content[0].text

    async def count(self, prompt):
        batches = [batch.id for batch in self.client.messages.batches.list()]
        return batches, self.client.messages.count_tokens(model="m", messages=prompt)
