import anthropic


class Writer:
    def __init__(self):
        self.client = anthropic.Anthropic()

    async def write(self, prompt):
        with self.client.messages.stream(model="m", max_tokens=9, messages=prompt) as stream:
            for text in stream.text_stream:
                print(text)
            return stream.get_final_message()

    async def ask(self, prompt):
        return self.client.messages.create(model="m", max_tokens=9, messages=prompt).content[0].text
