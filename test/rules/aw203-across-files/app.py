import shop


async def asks_the_coroutine():
    if shop.is_open():
#      ~~~~~~~~~~~~~~ AW203: Lacks `await` before `is_open`: the coroutine is a condition, and always true
        return "open"


async def asks_the_answer():
    if await shop.is_open():
        return "open"
