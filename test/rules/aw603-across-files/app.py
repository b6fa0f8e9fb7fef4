import shop


async def asks():
    return shop.price("tea"), shop.stock("tea")
