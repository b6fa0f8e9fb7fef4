# Clients of HTTP and of Redis that block, and servers on this machine that answer when the loop lets them.
import http.server
import json
import pathlib
import socketserver
import tempfile
import threading
import time

import httpx
import redis
import requests


class Unwatched(pathlib.PosixPath):
    """Certificates are read when a client is made, of whatever class: that is no matter of the cases."""

    exists = pathlib.Path.exists


httpx._config.Path = Unwatched
log = []
folder = pathlib.Path(tempfile.mkdtemp())


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        time.sleep(0.01)
        length = int(self.headers.get("content-length") or 0)
        sent = self.rfile.read(length).decode()
        # What two libraries call themselves is no matter.
        seen = {"method": self.command, "path": self.path, "sent": sent, "accept": self.headers["x-asked"]}
        body = "".join(f"{line}\n" for line in ("one", "two", "three")) if "lines" in self.path else json.dumps(seen)
        status = 404 if "missing" in self.path else 302 if "moved" in self.path else 200
        self.send_response(status)
        if status == 302:
            self.send_header("location", "/there")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    do_GET = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, *args):
        pass


class Keys(socketserver.StreamRequestHandler):
    """As much of Redis as the cases ask for."""

    kept = {}

    def handle(self):
        while line := self.rfile.readline():
            parts = []
            for _ in range(int(line[1:])):
                size = int(self.rfile.readline()[1:])
                parts.append(self.rfile.read(size + 2)[:-2])
            time.sleep(0.01)
            self.wfile.write(self.reply(parts[0].upper().decode(), *parts[1:]))

    def reply(self, command, *args):
        if command == "SET":
            self.kept[args[0]] = args[1]
        elif command == "GET":
            return self.text(self.kept.get(args[0]))
        elif command == "INCR":
            self.kept[args[0]] = b"%d" % (int(self.kept.get(args[0], 0)) + 1)
            return b":" + self.kept[args[0]] + b"\r\n"
        elif command == "SCAN":
            keys = sorted(self.kept)
            return b"*2\r\n$1\r\n0\r\n*%d\r\n" % len(keys) + b"".join(self.text(key) for key in keys)
        elif command == "FAIL":
            return b"-ERR no\r\n"
        return b"+OK\r\n"

    def text(self, value):
        return b"$-1\r\n" if value is None else b"$%d\r\n%s\r\n" % (len(value), value)


def serve(server):
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


url = f"http://127.0.0.1:{serve(http.server.ThreadingHTTPServer(('127.0.0.1', 0), Answers))}"
port = serve(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Keys))


def note(value):
    log.append(value)
    return value


async def case_httpx_with():
    with httpx.Client(timeout=20) as client:
        return client.get(url + note("/a"), headers={"x-asked": note("1")}).json()


async def case_httpx_in_an_expression():
    with httpx.Client(timeout=20) as client:
        return [client.get(f"{url}/{name}").json()["path"] for name in ("a", "b")], client.get(url).status_code


async def case_httpx_raises():
    with httpx.Client(timeout=20) as client:
        try:
            client.get(url + "/missing").raise_for_status()
        except httpx.HTTPStatusError as error:
            return error.response.status_code


async def case_httpx_request():
    client = httpx.Client(base_url=url, timeout=20)
    try:
        request = client.build_request("PUT", "/b", content=b"x")
        return client.send(request).json()
    finally:
        client.close()
        note(client.is_closed)


async def case_httpx_lines():
    with httpx.Client(timeout=20) as client:
        with client.stream("GET", url + "/lines") as response:
            for line in response.iter_lines():
                note(line.strip())
            return response.status_code


async def case_httpx_stream_read():
    with httpx.Client(timeout=20) as client:
        with client.stream("GET", url + "/lines") as response:
            text = response.read()
        return text, response.is_closed


async def case_httpx_pieces():
    with httpx.Client(timeout=20) as client:
        with client.stream("GET", url + "/lines") as response:
            return "".join([piece for piece in response.iter_text()]), list(response.headers)[-1]


class Loads:
    def __init__(self):
        self.client = httpx.Client(timeout=20)

    async def load(self, name):
        return self.client.get(f"{url}/{name}").json()["path"]

    async def close(self):
        self.client.close()


async def case_httpx_kept():
    loads = Loads()
    found = [await loads.load("a"), await loads.load("b")]
    await loads.close()
    return found


async def case_requests():
    with requests.Session() as session:
        session.headers.update({"x-asked": "2"})
        response = session.get(url + "/a", timeout=20)
        response.raise_for_status()
        return response.json(), response.status_code, response.headers["Content-Length"]


async def case_requests_redirected():
    with requests.Session() as session:
        there = session.get(url + "/moved", timeout=20).json()["path"]
        return there, session.get(url + "/moved", timeout=20, allow_redirects=False).status_code


async def case_requests_posts():
    with requests.Session() as session:
        form = session.post(url, data={"a": 1, "b": "x y"}, timeout=20).json()["sent"]
        sent = session.put(url, json={"a": [1, None]}, timeout=20).json()["sent"]
        return form, json.loads(sent), session.delete(url, timeout=20).json()["method"]


async def case_requests_closed():
    session = requests.Session()
    try:
        return session.get(url + "/lines", timeout=20).text, session.get(url + "/lines", timeout=20).content
    finally:
        session.close()


async def case_redis():
    with redis.Redis(port=port) as r:
        r.set("a", note(1))
        r.incr("a")
        return r.get("a").decode(), r.get("nothing")


async def case_redis_scan():
    with redis.Redis.from_url(f"redis://127.0.0.1:{port}", decode_responses=True) as r:
        r.set("b", 1)
        for key in r.scan_iter():
            note(key)
        return list(r.scan_iter("*")), len({key for key in r.scan_iter()})


async def case_redis_pipeline():
    with redis.from_url(f"redis://127.0.0.1:{port}") as r:
        with r.pipeline(transaction=False) as pipe:
            pipe.set("c", 1).incr("c")
            pipe.get("c")
            return pipe.execute()


async def case_redis_fails():
    with redis.Redis(port=port) as r:
        try:
            return r.execute_command("FAIL")
        except redis.ResponseError as error:
            return str(error)


async def case_nobody_waits():
    with redis.Redis(port=port) as r:
        if r.get("never"):
            return 1
        return r.get("never") or r.get("b")
