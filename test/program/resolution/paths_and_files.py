"""Values that flow through the standard library."""

import io
import json
import logging
import os
import pathlib
import queue
import socket
import sqlite3
import subprocess
import tempfile
import threading
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BASE = Path(__file__).resolve().parent
CONFIG = BASE / "config" / "app.json"


def paths(name: str, folder: Path, text: "str | Path"):
    CONFIG.exists()  #> pathlib.Path.exists
    (folder / name).read_text()  #> pathlib.Path.read_text
    (name / folder).read_text()  #> pathlib.Path.read_text
    folder.parent.parent.stat()  #> pathlib.Path.parent, pathlib.Path.parent, pathlib.Path.stat
    folder.with_suffix(".bak").unlink()  #> pathlib.Path.with_suffix, pathlib.Path.unlink
    folder.joinpath("a", "b").mkdir()  #> pathlib.Path.joinpath, pathlib.Path.mkdir
    folder.resolve().exists()  #> pathlib.Path.resolve, pathlib.Path.exists
    Path(name).expanduser().absolute().open()  #> pathlib.Path, pathlib.Path.expanduser, pathlib.Path.absolute, pathlib.Path.open
    Path.home().exists()  #> pathlib.Path.home, pathlib.Path.exists
    Path.cwd().iterdir()  #> pathlib.Path.cwd, pathlib.Path.iterdir
    pathlib.Path(name).with_name("x").touch()  #> pathlib.Path, pathlib.Path.with_name, pathlib.Path.touch
    for child in folder.iterdir():
        child.is_dir()  #> pathlib.Path.is_dir
    for child in sorted(folder.glob("*")):
        child.unlink()  #> pathlib.Path.unlink
    folder.parents[0].exists()  #> pathlib.Path.parents, typing.Sequence.__getitem__, pathlib.Path.exists
    Path(text).exists()  #> pathlib.Path, pathlib.Path.exists
    folder /= name
    folder.exists()  #> pathlib.Path.exists
    os.path.join(name, "x").upper()  #> posixpath.join, builtins.str.upper
    Path(os.environ["HOME"]).exists()  #> os._Environ.__getitem__, pathlib.Path, pathlib.Path.exists
    [path for path in folder.rglob("*.py") if path.is_file()][0].stat()  #> pathlib.Path.rglob, typing.Iterator.__iter__ | typing.Iterator.__next__, pathlib.Path.is_file, pathlib.Path.stat
    (folder or Path(".")).exists()  #> pathlib.Path, pathlib.Path.exists


def files(path: Path, name: str):
    with open(name) as file:  #> builtins.open, _io.TextIOWrapper.__enter__, _io.TextIOWrapper.__exit__
        file.read()  #> _io.TextIOWrapper.read
        for line in file:  #> _io.TextIOWrapper.__iter__ | typing.Iterator.__next__
            line.strip()  #> builtins.str.strip
        json.load(file)  #> json.load
    with path.open("rb") as file:  #> pathlib.Path.open, _io.BufferedReader.__enter__, _io.BufferedReader.__exit__
        file.read()  #> _io.BufferedReader.read
    open(name, "rb").read()  #> builtins.open, _io.BufferedReader.read
    path.open().readlines()  #> pathlib.Path.open, _io.TextIOWrapper.readlines
    io.StringIO().read()  #> _io.StringIO, _io.StringIO.read
    io.BytesIO().getvalue()  #> _io.BytesIO, _io.BytesIO.getvalue
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).exists()  #> pathlib.Path, pathlib.Path.exists
    with tempfile.NamedTemporaryFile() as temporary:
        temporary.write(b"")  #> tempfile._TemporaryFileWrapper.write


def processes():
    subprocess.Popen(["a"]).wait()  #> subprocess.Popen, subprocess.Popen.wait
    with subprocess.Popen(["a"]) as process:
        process.communicate()  #> subprocess.Popen.communicate
    subprocess.run(["a"]).stdout  #> subprocess.run
    process = subprocess.Popen(["a"])
    process.stdout.read()  #> typing.IO.read


def threads():
    lock = threading.Lock()
    lock.acquire()  #> _thread.lock.acquire
    with lock:  #> _thread.lock.__enter__, _thread.lock.__exit__
        pass
    threading.Thread(target=paths).start()  #> threading.Thread, threading.Thread.start
    event = threading.Event()
    event.wait()  #> threading.Event.wait
    queue.Queue().get()  #> queue.Queue, queue.Queue.get
    with ThreadPoolExecutor() as pool:
        pool.submit(make).result().execute("")  #> concurrent.futures.thread.ThreadPoolExecutor.submit, concurrent.futures._base.Future.result, sqlite3.Connection.execute
        for connection in pool.map(make_one, [1]):
            connection.execute("")  #> sqlite3.Connection.execute


def make() -> sqlite3.Connection: ...


def make_one(n: int) -> sqlite3.Connection: ...


def databases():
    with sqlite3.connect("x") as connection:
        connection.execute("").fetchall()  #> sqlite3.Connection.execute, sqlite3.Cursor.fetchall
        cursor = connection.cursor()
        cursor.execute("").fetchone()  #> sqlite3.Cursor.execute, sqlite3.Cursor.fetchone


def network():
    socket.create_connection(("", 1)).recv(1)  #> socket.create_connection, socket.socket.recv
    with urllib.request.urlopen("") as response:
        response.read()  #> ?
    with socket.socket() as sock:
        sock.connect(("", 1))  #> socket.socket.connect
        connection, address = sock.accept()
        connection.recv(1)  #> socket.socket.recv


def logs():
    logging.getLogger("a").info("")  #> logging.getLogger, logging.Logger.info
