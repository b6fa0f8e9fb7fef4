# AW809 lambda-async-handler
import asyncio

from chalice import Chalice

app = Chalice(app_name="shop")


async def answer(event): ...


async def lambda_handler(event, context):
#         ~~~~~~~~~~~~~~ AW809: Never runs `lambda_handler`: AWS Lambda calls its handler and does not await it
    return await answer(event)


@app.route("/orders")
async def orders():
#         ~~~~~~ AW809: Never runs `orders`: AWS Lambda calls its handler and does not await it
    return await answer({})


# Silent.


@app.route("/health")
def health():
    return asyncio.run(answer({}))


class Service:
    async def lambda_handler(self, event, context):
        return await answer(event)
