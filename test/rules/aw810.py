# AW810 celery-async-task
import asyncio

from celery import Celery, Task, shared_task

app = Celery("shop")


async def deliver(mail): ...


@shared_task
async def send(mail):
#         ~~~~ AW810: Never runs `send`: Celery calls its tasks and does not await them
    await deliver(mail)


@app.task(bind=True)
async def send_again(self, mail):
#         ~~~~~~~~~~ AW810: Never runs `send_again`: Celery calls its tasks and does not await them
    await deliver(mail)


class Send(Task):
    async def run(self, mail):
#             ~~~ AW810: Never runs `Send.run`: Celery calls its tasks and does not await them
        await deliver(mail)


# Silent.


@shared_task
def send_now(mail):
    asyncio.run(deliver(mail))


class Job:
    async def run(self, mail):
        await deliver(mail)
