"""Calls what the catalogue speaks of, and tells by which primitives each call came: `{name: [kinds]}` on standard output.

The arguments are tools/catalogue/primitives.json, by which primitives have kinds, and what is derived with it, which
says which functions of public modules are primitives.
"""
import json
import os
import re
import sys
import tempfile
import threading
import time

choices = json.load(open(sys.argv[1]))
kinds = [(re.compile(f"(?:{pattern})\\Z"), kind) for pattern, kind in choices["kinds"]]
excluded = re.compile("(?:%s)\\Z" % "|".join(name for group in choices["excluded"] for name in group["names"]))
DERIVED = json.load(open(sys.argv[2]))["calls"]
PUBLIC = {"_io": "io", "posix": "os", "_socket": "socket", "_signal": "signal", "_thread": "threading"}
# Shorter than this nobody waited: a lock that is free is taken at once.
PATIENCE = 0.0005
# Audit events of what Python does in C alone, without calling a function that a profile is told of.
EVENTS = {"open": "file", "socket.connect": "network", "import": "import", "sqlite3.connect": "db"}

HERE = os.path.dirname(os.path.abspath(__file__))
AROUND = {}
exec(compile(open(os.path.join(HERE, "at_run_time_calls.py")).read(), "at_run_time_calls.py", "exec"), AROUND)

reached = set()
listening = False
began = 0.0


def kind_of(function):
    owner = getattr(function, "__self__", None)
    if owner is None or isinstance(owner, type(sys)):
        return kind_by_name(f"{function.__module__}.{function.__qualname__}")
    names = (f"{base.__module__}.{base.__qualname__}.{function.__name__}" for base in type(owner).__mro__)
    return next(filter(None, map(kind_by_name, names)), None)


def kind_by_name(name):
    module, _, rest = name.partition(".")
    is_told = module not in PUBLIC or rest == "socket._accept" or is_derived(f"{PUBLIC[module]}.{rest}")
    if excluded.match(name) or not is_told:
        return None
    return next((kind for pattern, kind in kinds if pattern.match(name)), None)


def is_derived(name):
    owner, _, member = name.rpartition(".")
    return any(member in members for members in DERIVED.get(owner, {}).values())


def profile(frame, event, argument):
    global began
    if not listening:
        return
    if getattr(argument, "__name__", "") == "acquire":
        if event == "c_call":
            began = time.perf_counter()
        elif event == "c_return" and time.perf_counter() - began > PATIENCE:
            reached.add("wait")
    elif event == "c_call":
        kind = kind_of(argument)
        if kind:
            reached.add(kind)


def audit(event, arguments):
    if listening and threading.current_thread() is threading.main_thread() and event in EVENTS:
        reached.add(EVENTS[event])


def observe(call):
    global listening
    reached.clear()
    sys.setprofile(profile)
    listening = True
    try:
        call()
    finally:
        listening = False
        sys.setprofile(None)
    return sorted(reached)


sys.addaudithook(audit)
seen = {"blocking": {}, "harmless": {}, "failed": {}}
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for part, calls in (("blocking", AROUND["blocking"]), ("harmless", AROUND["harmless"])):
        for name, (prepare, code) in calls().items():
            scope = dict(AROUND)
            try:
                exec(prepare, scope)
                run = compile(code, name, "exec")
                seen[part][name] = observe(lambda: exec(run, scope))
            except Exception as error:
                seen["failed"][name] = f"{type(error).__name__}: {error}"
    os.chdir("/")
json.dump(seen, sys.stdout)
