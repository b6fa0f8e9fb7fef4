import anthropic


class Writer:
    def __init__(self):
        self.client = anthropic.AsyncAnthropic()

    async def write(self, prompt):
        async with self.client.messages.stream(model="m", max_tokens=9, messages=prompt) as stream:
            async for text in stream.text_stream:
                print(text)
            return await stream.get_final_message()

    async def ask(self, prompt):
        return (await self.client.messages.create(model="m", max_tokens=9, messages=prompt)).content[0].text
