from helper import load


async def main():
    load()
