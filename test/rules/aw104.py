# AW104 blocking-subprocess
import asyncio
import os
import subprocess
import subprocess as sp
from asyncio.subprocess import PIPE
from functools import partial
from subprocess import check_output, run


async def blocks():
    subprocess.run(["git", "status"], check=True)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `subprocess.run` runs a process
    subprocess.call(["git", "status"])
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `subprocess.call` runs a process
    subprocess.check_call(["git", "status"])
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `subprocess.check_call` runs a process
    subprocess.check_output(["git", "status"])
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `subprocess.check_output` runs a process
    subprocess.getoutput("git status")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `subprocess.getoutput` runs a process


async def blocks_by_other_names():
    run(["git"])
#   ~~~~~~~~~~~~ AW104: Blocks the event loop: `subprocess.run` runs a process
    check_output(["git"])
#   ~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `subprocess.check_output` runs a process
    sp.run(["git"])
#   ~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `subprocess.run` runs a process


async def blocks_through_os():
    os.system("git status")
#   ~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `os.system` runs a process
    os.popen("git status").read()
#   ~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `os.popen` runs a process
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `os._wrap_close.read` runs a process


async def blocks_through_process():
    process = subprocess.Popen(["git"], stdout=subprocess.PIPE)
#             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `subprocess.Popen` runs a process
    output, _ = process.communicate()
#               ~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `Popen.communicate` runs a process
    process.wait()
#   ~~~~~~~~~~~~~~ AW104: Blocks the event loop: `Popen.wait` runs a process
    return output


async def blocks_in_with():
    with subprocess.Popen(["git"]) as process:
#        ~~~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `subprocess.Popen` runs a process
        return process.pid


async def blocks_by_reading_output():
    process = subprocess.Popen(["git"], stdout=subprocess.PIPE)
#             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `subprocess.Popen` runs a process
    for line in process.stdout:  # FIXME missed alarm: a pipe is a file like any other to the stubs
        print(line)
    return process.stdout.read()  # FIXME missed alarm: as above


async def blocks_through_wait_for_child(pid):
    os.waitpid(pid, 0)
#   ~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `os.waitpid` runs a process


def git(*arguments):
    return subprocess.run(["git", *arguments], capture_output=True, text=True).stdout
#          ------------------------------------------------------------------- see AW104: calls `subprocess.run`


class Repository:
    def __init__(self, folder):
        self.folder = folder
        self._head = None

    @property
    def head(self):
        if self._head is None:
            self._head = git("-C", self.folder, "rev-parse", "HEAD")
#                        ------------------------------------------- see AW104: calls `git`
        return self._head

    def __enter__(self):
        git("lock")
#       ----------- see AW104: calls `git`
        return self

    def __exit__(self, *exception):
        git("unlock")

    @staticmethod
    def clone(url):
        git("clone", url)
#       ----------------- see AW104: calls `git`
        return Repository(url)


async def blocks_through_helper():
    return git("status")
#          ~~~~~~~~~~~~~ AW104: Blocks the event loop: `git` → `subprocess.run` runs a process


async def blocks_through_property(repository: Repository):
    return repository.head
#          ~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `Repository.head` → `git` → `subprocess.run` runs a process


async def blocks_through_property_of_local():
    repository = Repository(".")
    return repository.head
#          ~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `Repository.head` → `git` → `subprocess.run` runs a process


async def blocks_in_with_of_repository():
    with Repository("."):
#        ~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `Repository.__enter__` → `git` → `subprocess.run` runs a process
        pass


async def blocks_through_static_method():
    return Repository.clone("https://example.org").head
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `Repository.clone` → `git` → `subprocess.run` runs a process
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `Repository.head` → `git` → `subprocess.run` runs a process


async def blocks_in_generator(folders):
    return any(git("-C", folder) for folder in folders)
#              ~~~~~~~~~~~~~~~~~ AW104: Blocks the event loop: `git` → `subprocess.run` runs a process


# Silent.


async def awaits():
    process = await asyncio.create_subprocess_exec("git", "status", stdout=PIPE)
    output, _ = await process.communicate()
    await process.wait()
    return output


async def awaits_shell():
    process = await asyncio.create_subprocess_shell("git status")
    return await process.wait()


async def offloads():
    await asyncio.to_thread(subprocess.run, ["git"], check=True)
    await asyncio.to_thread(git, "status")
    await asyncio.get_running_loop().run_in_executor(None, partial(subprocess.run, ["git"], check=True))


async def only_asks():
    process = await asyncio.to_thread(subprocess.Popen, ["git"])
    return process.pid, process.returncode, process.poll()


async def only_signals(process: subprocess.Popen):
    process.terminate()
    process.send_signal(15)


async def polls_child(pid):
    os.waitpid(pid, os.WNOHANG)


async def only_names_errors():
    try:
        await awaits()
    except subprocess.CalledProcessError as error:
        return error.returncode


class Runner:
    def run(self, command):
        return command


async def calls_other_run(runner: Runner):
    return runner.run(["git"])
