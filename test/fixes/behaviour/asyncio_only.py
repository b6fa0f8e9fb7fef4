# What only asyncio has a better word for than a worker thread, and what the standard library blocks with.
import asyncio
import builtins
import concurrent.futures
import contextvars
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

log = []
folder = pathlib.Path(tempfile.mkdtemp())
sys.path.insert(0, str(folder))
(folder / "loaded_late.py").write_text("import time\ntime.sleep(1)\nVALUE = 3\n")
(folder / "a.txt").write_text("one\n")
pool = ThreadPoolExecutor(4)
current = contextvars.ContextVar("current", default="nothing")


def slow(value):
    time.sleep(0.01)
    return value


def slow_context():
    time.sleep(0.01)
    return current.get()


def slow_failure():
    time.sleep(0.01)
    raise OSError(5, "broken")


async def case_sleep():
    return time.sleep(0.01)


async def case_sleep_in_loop():
    for _ in range(2):
        time.sleep(0.01)
    return "slept"


async def case_future():
    return pool.submit(slow, 1).result()


async def case_future_fails():
    future = pool.submit(slow_failure)
    try:
        return future.result()
    except OSError as error:
        return error.args


async def case_future_with_timeout():
    return pool.submit(slow, 2).result(timeout=20)


async def case_future_exception():
    return repr(pool.submit(slow_failure).exception())


async def case_futures():
    futures = [pool.submit(slow, number) for number in range(2)]
    done, _ = concurrent.futures.wait(futures)
    return sorted(future.result(0) for future in done)


async def case_pool_map():
    return list(pool.map(slow, [1, 2]))


async def case_thread():
    thread = threading.Thread(target=slow, args=(1,))
    thread.start()
    thread.join()
    return thread.is_alive()


async def case_event():
    event = threading.Event()
    pool.submit(lambda: (slow(1), event.set()))
    return event.wait(20)


async def case_context_variable():
    current.set("mine")
    return slow_context()


async def case_subprocess():
    return subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True, text=True).stdout


async def case_exit_code():
    return subprocess.call([sys.executable, "-c", "raise SystemExit(3)"])


async def case_failing_process():
    try:
        return subprocess.check_output([sys.executable, "-c", "raise SystemExit(2)"], stderr=subprocess.DEVNULL)
    except subprocess.CalledProcessError as error:
        return error.returncode


async def case_run_and_forget():
    subprocess.run(
        [
            sys.executable,
            "-c",
            f"open({str(folder / 'made')!r}, 'w').close()",
        ],
        cwd=folder,
    )
    return os.path.exists(folder / "made")


async def case_process_in_with():
    with subprocess.Popen([sys.executable, "-c", "print(2)"], stdout=subprocess.PIPE, text=True) as process:
        text = process.stdout.read()
    return text, process.returncode


async def case_missing_program():
    try:
        subprocess.call(["./no-such-program", slow("x")])
    except FileNotFoundError as error:
        return error.errno


async def case_process_that_is_checked():
    try:
        subprocess.run([sys.executable, "-c", "print('out'); raise SystemExit(4)"], check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        found = error.returncode, error.cmd[1:], error.stdout.split(), error.stderr
    subprocess.check_call([sys.executable, "-c", "pass"])
    return found


async def case_process_with_input():
    done = subprocess.run(
        [sys.executable, "-c", "print(input() * 2)"],
        input=b"ab",
        stdout=subprocess.PIPE,
    )
    return done.stdout.strip(), done.returncode, done.args[1:], done.stderr


async def case_output_of_process():
    words = [slow("a"), "b"]
    first, second = subprocess.check_output(
        [sys.executable, "-c", "import sys; print(*sys.argv[1:])", *words], text=True, cwd=folder
    ).split()
    return first, second


async def case_streams_as_one():
    code = "import sys; print(1, flush=True); print(2, file=sys.stderr)"
    return subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True
    ).stdout.split()


async def case_shell():
    return subprocess.run("echo one; echo two >&2; exit 3", shell=True, capture_output=True)


async def case_shell_is_checked(word="a b"):
    try:
        subprocess.run(f"echo {word}; exit 2", shell=True, check=True, stdout=subprocess.PIPE, text=True)
    except subprocess.CalledProcessError as error:
        return error.returncode, error.cmd, error.stdout, error.stderr


async def case_shell_of_a_variable():
    command = "echo one"
    return subprocess.check_output(command, shell=True), subprocess.call(command + " >&2", shell=True)


async def case_output_of_shell():
    return subprocess.getoutput("echo one; echo two >&2; echo; exit 3")


async def case_system():
    os.system(f"echo one > {folder / 'system'}")
    return (folder / "system").exists()


async def case_command_in_a_variable():
    words = [sys.executable, "-c", "print(1)"]
    done = subprocess.run(words, stdout=subprocess.DEVNULL, start_new_session=True)
    return done.args is words, done.returncode, done.stdout


async def case_command_that_is_worked_out():
    def words(*more):
        return [sys.executable, "-c", "import sys; print(sys.argv[1:])", *more]

    return subprocess.check_output(words(slow("a")) + ["b"], text=True)


async def case_command_is_a_tuple():
    try:
        subprocess.check_call((sys.executable, "-c", "raise SystemExit(5)"))
    except subprocess.CalledProcessError as error:
        return error.cmd[1:], error.returncode, error.output


async def case_command_of_one_word():
    return subprocess.run("true").args, subprocess.call("false")


async def case_text_for_a_process():
    words = [slow(sys.executable), "-c", "import sys; print(ascii(sys.stdin.read()))"]
    return subprocess.run(words, input=slow("ä") + "b", encoding="latin-1", stdout=subprocess.PIPE).stdout


async def case_wrong_text_of_a_process():
    code = r"import sys; sys.stdout.buffer.write(b'\xe4')"
    return subprocess.check_output([sys.executable, "-c", code], text=True, errors="replace")


async def case_streams_that_may_be_pipes(stream=subprocess.PIPE):
    done = subprocess.run([sys.executable, "-c", "print(1)"], stdout=stream)
    return done.stdout, done.stderr


async def case_code_of_run():
    if subprocess.run([sys.executable, "-c", "raise SystemExit(3)"]).returncode == 3:
        return "three"


async def case_process_in_a_loop():
    found = []
    for line in subprocess.check_output([sys.executable, "-c", "print('a'); print('b')"], text=True).splitlines():
        found.append(line)
    return found


async def case_popen_communicates():
    out, err = subprocess.Popen([sys.executable, "-c", "print(1)"], stdout=subprocess.PIPE).communicate()
    return out, err, subprocess.Popen([sys.executable, "-c", "raise SystemExit(2)"]).wait()


async def case_process_takes_too_long():
    words = [sys.executable, "-c", "import time; print('begun', flush=True); time.sleep(60)"]
    try:
        subprocess.run(words, stdout=subprocess.PIPE, timeout=0.5)
    except subprocess.TimeoutExpired as error:
        return error.cmd is words, error.timeout


async def case_process_that_may_be_checked(checked=True):
    try:
        subprocess.run([sys.executable, "-c", "raise SystemExit(6)"], check=checked)
    except subprocess.CalledProcessError as error:
        return error.returncode


async def case_options_of_somebody_else(**options):
    return subprocess.run([sys.executable, "-c", "pass"], **options).returncode


async def case_input():
    return input("name? ")


async def case_path_methods():
    path = folder / "b.txt"
    path.write_text("two")
    found = sorted(entry.name for entry in folder.iterdir() if entry.suffix == ".txt")
    numbered = []
    for index, entry in enumerate(sorted(folder.glob("*.txt"))):
        numbered.append((index, entry.name))
    for index, _ in enumerate(folder.iterdir()):
        numbered.append(index)
    return path.read_text(), path.exists(), found, numbered[:2], path.stat().st_size


async def case_file_functions():
    shutil.copy(folder / "a.txt", folder / "c.txt")
    os.makedirs(folder / "x" / "y", exist_ok=True)
    return os.path.isdir(folder / "x"), builtins.open(folder / "c.txt").read()


async def case_temporary_folder():
    with tempfile.TemporaryDirectory() as name:
        (pathlib.Path(name) / "a").write_text("a")
        found = os.listdir(name)
    return found, os.path.exists(name)


async def case_task_goes_on_meanwhile():
    ticks = []

    async def tick():
        while True:
            ticks.append(1)
            await asyncio.sleep(0)

    task = asyncio.create_task(tick())
    slow(1)
    task.cancel()
    return len(log)


async def case_timeout_around():
    async with asyncio.timeout(20):
        return slow(3)


async def case_gathered():
    async def one(value):
        return slow(value)

    return await asyncio.gather(one(1), one(2))


async def case_task_group():
    async def one(value):
        return slow(value)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(number)) for number in range(3)]
    return [task.result() for task in tasks]


async def case_exception_group():
    async def one():
        slow_failure()

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(one())
    except* OSError as errors:
        found = [error.args for error in errors.exceptions]
    return found


async def case_import():
    from loaded_late import VALUE

    return VALUE


async def case_import_of_nothing():
    try:
        slow(1)
        import never_there
    except ImportError as error:
        return error.name
    return never_there
