import shop


def prints():
    print(shop.stock("tea"))
