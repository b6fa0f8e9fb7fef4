import subprocess
import time


async def main():
    time.sleep(1)
    subprocess.run(["ls"])
