import shop
from shop import mail
from shop.mail import Sender as Postman
from shop.mail import outbox


class Service:
    def __init__(self, postman: Postman | None = None):
        self.postman = postman or Postman()
        self.box = outbox()

    async def order(self):
        shop.bill("ada")
#       ~~~~~~~~~~~~~~~~ AW201: Never runs `deliver`: its coroutine is not awaited
        mail.deliver("ada")
#       ~~~~~~~~~~~~~~~~~~~ AW201: Never runs `deliver`: its coroutine is not awaited
        self.postman.post("ada")
#       ~~~~~~~~~~~~~~~~~~~~~~~~ AW201: Never runs `Sender.post`: its coroutine is not awaited
        self.box.flush()
#       ~~~~~~~~~~~~~~~~ AW201: Never runs `Outbox.flush`: its coroutine is not awaited
        shop.audit.record("ada")
#       ~~~~~~~~~~~~~~~~~~~~~~~~ AW201: Never runs `record`: its coroutine is not awaited
        await mail.deliver("eve")

    def order_now(self):
        shop.bill("ada")
#       ~~~~~~~~~~~~~~~~ AW201: Never runs `deliver`: its coroutine is made in plain code, which cannot await it
        mail.count()  # ok: plain
        deliver()  # ok: not that one


def deliver():
    return "truck"
