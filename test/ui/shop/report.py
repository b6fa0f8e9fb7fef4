import time

import requests

SHOPS = ["north", "south", "east", "west"]


def main():
    for shop in SHOPS:
        answer = requests.get(f"https://{shop}.example/sales", timeout=5)
        print(shop, answer.json())
    time.sleep(1)


if __name__ == "__main__":
    main()
