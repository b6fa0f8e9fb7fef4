# AW107 blocking-input
import asyncio
import builtins
import getpass
import sys
from getpass import getpass as ask_password


async def blocks():
    input()
#   ~~~~~~~ AW107: Blocks the event loop: `input` waits for somebody to type
    return input("Continue? ")
#          ~~~~~~~~~~~~~~~~~~~ AW107: Blocks the event loop: `input` waits for somebody to type


async def blocks_through_builtins():
    return builtins.input()
#          ~~~~~~~~~~~~~~~~ AW107: Blocks the event loop: `input` waits for somebody to type


async def blocks_through_stdin():
    sys.stdin.readline()
#   ~~~~~~~~~~~~~~~~~~~~ AW107: Blocks the event loop: `sys.stdin.readline` waits for somebody to type
    sys.stdin.read()
#   ~~~~~~~~~~~~~~~~ AW107: Blocks the event loop: `sys.stdin.read` waits for somebody to type
    for line in sys.stdin:  # FIXME missed alarm: the loop reads
        print(line)


async def blocks_through_stdin_buffer():
    return sys.stdin.buffer.read()
#          ~~~~~~~~~~~~~~~~~~~~~~~ AW107: Blocks the event loop: `sys.stdin.buffer.read` waits for somebody to type


async def blocks_through_password():
    getpass.getpass()
#   ~~~~~~~~~~~~~~~~~ AW107: Blocks the event loop: `getpass.getpass` waits for somebody to type
    return ask_password("Password: ")
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW107: Blocks the event loop: `getpass.getpass` waits for somebody to type


def confirm(question):
    return input(f"{question} [y/n] ").lower() == "y"
#          --------------------------- see AW107: calls `input`


class Shell:
    prompt = "> "

    def read(self):
        return input(self.prompt)
#              ------------------ see AW107: calls `input`

    def __iter__(self):
        while line := self.read():
#                     ----------- see AW107: calls `Shell.read`
            yield line

    async def loop(self):
        while True:
#       ~~~~~~~~~~ AW113: This loop never lets another task run
            command = self.read()
#                     ~~~~~~~~~~~ AW107: Blocks the event loop: `Shell.read` → `input` waits for somebody to type
            print(command)

    async def lines(self):
        for line in self:
#                   ~~~~ AW107: Blocks the event loop: `Shell.__iter__` → `Shell.read` → `input` waits for somebody to type
            print(line)


async def blocks_through_helper():
    return confirm("Sure?")
#          ~~~~~~~~~~~~~~~~ AW107: Blocks the event loop: `confirm` → `input` waits for somebody to type


async def blocks_until_yes():
    while not confirm("Sure?"):
#             ~~~~~~~~~~~~~~~~ AW107: Blocks the event loop: `confirm` → `input` waits for somebody to type
        pass


# FIXME missed alarm: the debugger waits for commands
async def blocks_through_debugger():
    breakpoint()


# Silent.


async def offloads():
    await asyncio.to_thread(input, "Continue? ")
    await asyncio.to_thread(confirm, "Sure?")
    await asyncio.to_thread(sys.stdin.readline)
    return await asyncio.get_running_loop().run_in_executor(None, input)


async def connects_stdin():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    return await reader.readline()


async def uses_argument(input):
    return input("a")


async def only_asks_terminal():
    return sys.stdin.isatty(), sys.stdin.fileno()


class Model:
    def input(self, value):
        return value


async def calls_other_input(model: Model):
    return model.input("a")
