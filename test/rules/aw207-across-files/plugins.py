from base import Plugin as Parent


class Mail(Parent):
    async def setup(self) -> bool:
#             ~~~~~ AW207: Overrides the plain `Plugin.setup` with a coroutine function, which its callers do not await
        return True

    def shutdown(self):
#       ~~~~~~~~ AW207: Overrides the coroutine function `Plugin.shutdown` with a plain one, which its callers await
        print("mail")


class Chat(Mail):
    def shutdown(self):
        print("chat")
