"""Calls to be made in an empty folder: by the name of what is called, what has to be there before, and the call."""
import bz2, configparser, csv, dbm, filecmp, fileinput, ftplib, glob, gzip, http.client, http.server, importlib, io, json, lzma
import mailbox, mimetypes, netrc, os, pathlib, pickle, plistlib, py_compile, queue, select, selectors, shelve, shutil, smtplib
import socket, sqlite3, ssl, subprocess, sys, tarfile, tempfile, threading, time, tomllib, urllib.request, wave, zipfile
import ast, base64, bisect, collections, concurrent.futures, copy, datetime, decimal, difflib, email.message, fnmatch, fractions
import functools, getpass, hashlib, heapq, html, inspect, ipaddress, itertools, logging, math, operator, platform, pprint, random
import re, secrets, shlex, statistics, string, struct, textwrap, urllib.parse, uuid, xml.etree.ElementTree, zlib

FILE = 'open("f", "w").write("[1]\\n")\n'
PATH = FILE + 'p = pathlib.Path("f"); folder = pathlib.Path(".")\n'
DESCRIPTOR = FILE + 'fd = os.open("f", os.O_RDWR)\n'
NEW = 'new = tempfile.mktemp(dir=".")\n'
TREE = 'shutil.rmtree("tree", True); os.makedirs("tree/inner"); open("tree/inner/g", "w").close()\n'
ZIP = FILE + 'z = zipfile.ZipFile("z.zip", "w"); z.write("f"); z.close(); z = zipfile.ZipFile("z.zip")\n'
TAR = FILE + 't = tarfile.open("t.tar", "w"); t.add("f"); t.close(); t = tarfile.open("t.tar")\n'
SQL = 'c = sqlite3.connect(":memory:"); c.execute("create table t (a)"); cursor = c.cursor()\n'
PAIR = "a, b = socket.socketpair(); b.send(b'xxxx\\n')\n"
BOX = 'open("box", "w").write("From a@b Thu Jan  1 00:00:00 1970\\nSubject: s\\n\\nx\\n"); box = mailbox.mbox("box")\n'


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def handle(self):
        try:
            super().handle()
        except OSError:
            pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
port = server.server_address[1]
threading.Thread(target=server.serve_forever, daemon=True).start()


def speak(sock):
    try:
        sock.sendall(b"220 here\r\n")
        while sock.recv(1000):
            sock.sendall(b"250 yes\r\n")
    except OSError:
        pass  # The other end has gone, as it may.


def listen():
    while True:
        threading.Thread(target=speak, args=(polite.accept()[0],), daemon=True).start()


polite = socket.create_server(("127.0.0.1", 0))
mail = polite.getsockname()[1]
threading.Thread(target=listen, daemon=True).start()


def each(owner, prepare, calls):
    return {f"{owner}.{name}": (prepare, code) for name, code in calls.items()}


def blocking():
    return {
        "builtins.open": (FILE, 'open("f").close()'),
        "time.sleep": ("", "time.sleep(0.001)"),
        **each("os", FILE + NEW, {
            "access": 'os.access("f", os.R_OK)', "chmod": 'os.chmod("f", 0o600)', "link": 'os.link("f", new)',
            "listdir": 'os.listdir(".")', "lstat": 'os.lstat("f")', "makedirs": 'os.makedirs(new)', "mkdir": "os.mkdir(new)",
            "open": 'os.close(os.open("f", os.O_RDONLY))', "popen": 'os.popen("true").close()', "remove": 'os.remove("f")',
            "rename": 'os.rename("f", new)', "replace": 'os.replace("f", new)', "scandir": 'os.scandir(".").close()',
            "stat": 'os.stat("f")', "statvfs": 'os.statvfs(".")', "symlink": 'os.symlink("f", new)', "system": 'os.system("true")',
            "truncate": 'os.truncate("f", 0)', "unlink": 'os.unlink("f")', "utime": 'os.utime("f")', "walk": 'list(os.walk("."))',
            "mkfifo": "os.mkfifo(new)", "spawnvp": 'os.spawnvp(os.P_WAIT, "true", ["true"])', "chown": 'os.chown("f", -1, -1)',
        }),
        **each("os", DESCRIPTOR, {
            "fsync": "os.fsync(fd)", "ftruncate": "os.ftruncate(fd, 0)", "pread": "os.pread(fd, 1, 0)", "pwrite": 'os.pwrite(fd, b"x", 0)',
            "read": "os.read(fd, 1)", "write": 'os.write(fd, b"x")', "fdatasync": "os.fdatasync(fd)",
            "fchmod": "os.fchmod(fd, 0o600)", "readv": "os.readv(fd, [bytearray(1)])", "writev": 'os.writev(fd, [b"x"])',
        }),
        "os.rmdir": (NEW + "os.mkdir(new)", "os.rmdir(new)"),
        "os.removedirs": ('os.makedirs("x/y")', 'os.removedirs("x/y")'),
        "os.readlink": (NEW + 'os.symlink("f", new)', "os.readlink(new)"),
        "os.renames": (FILE + NEW, 'os.renames("f", new)'),
        "os.waitpid": ('pid = os.posix_spawnp("true", ["true"], os.environ)', "os.waitpid(pid, 0)"),
        "os.posix_spawn": ("", 'os.waitpid(os.posix_spawn("/bin/true", ["true"], os.environ), 0)'),
        **each("os.path", FILE, {
            name: f'os.path.{name}("f")'
            for name in "exists isfile isdir islink lexists getsize getmtime getatime getctime realpath ismount".split()
        }),
        "os.path.samefile": (FILE, 'os.path.samefile("f", "f")'),
        **each("pathlib.Path", PATH, {
            **{name: f"p.{name}()" for name in
               "exists is_file is_dir is_symlink stat lstat read_text read_bytes unlink resolve is_mount is_fifo owner group touch".split()},
            "write_text": 'p.write_text("x")', "write_bytes": 'p.write_bytes(b"x")', "iterdir": "list(folder.iterdir())",
            "glob": 'list(folder.glob("*"))', "rglob": 'list(folder.rglob("*"))', "open": "p.open().close()", "chmod": "p.chmod(0o600)",
            "samefile": 'p.samefile("f")', "rename": 'p.rename("g")', "replace": 'p.replace("g")',
        }),
        **each("pathlib.Path", NEW + 'p = pathlib.Path(new); open("f", "w").close()', {
            "mkdir": "p.mkdir()", "symlink_to": 'p.symlink_to("f")', "hardlink_to": 'p.hardlink_to("f")',
        }),
        "pathlib.Path.rmdir": (NEW + "p = pathlib.Path(new); p.mkdir()", "p.rmdir()"),
        **each("shutil", FILE + NEW + TREE, {
            "copy": 'shutil.copy("f", new)', "copy2": 'shutil.copy2("f", new)', "copyfile": 'shutil.copyfile("f", new)',
            "copymode": 'shutil.copymode("f", "f")', "copystat": 'shutil.copystat("f", "f")', "copytree": 'shutil.copytree("tree", new)',
            "move": 'shutil.move("f", new)', "rmtree": 'shutil.rmtree("tree")', "disk_usage": 'shutil.disk_usage(".")',
            "which": 'shutil.which("true")', "make_archive": 'shutil.make_archive(new, "zip", "tree")',
        }),
        "shutil.unpack_archive": (ZIP, 'shutil.unpack_archive("z.zip", "unpacked")'),
        **each("tempfile", "", {
            "mkstemp": "tempfile.mkstemp()", "mkdtemp": "tempfile.mkdtemp()", "TemporaryFile": "tempfile.TemporaryFile().close()",
            "NamedTemporaryFile": "tempfile.NamedTemporaryFile().close()", "TemporaryDirectory": "tempfile.TemporaryDirectory().cleanup()",
        }),
        "zipfile.ZipFile": (ZIP, 'zipfile.ZipFile("z.zip")'),
        **each("zipfile.ZipFile", ZIP, {"read": 'z.read("f")', "extract": 'z.extract("f")', "extractall": "z.extractall()", "testzip": "z.testzip()"}),
        "zipfile.is_zipfile": (ZIP, 'zipfile.is_zipfile("z.zip")'),
        "tarfile.open": (TAR, 'tarfile.open("t.tar")'),
        "tarfile.is_tarfile": (TAR, 'tarfile.is_tarfile("t.tar")'),
        **each("tarfile.TarFile", TAR, {"extractall": "t.extractall()", "getmembers": "t.getmembers()", "getnames": "t.getnames()", "next": "t.next(); t.next()"}),
        "gzip.open": ("", 'gzip.open("x.gz", "w").close()'),
        "bz2.open": ("", 'bz2.open("x.bz2", "w").close()'),
        "lzma.open": ("", 'lzma.open("x.xz", "w").close()'),
        "gzip.GzipFile.read": ('g = gzip.open("x.gz", "w"); g.write(b"x"); g.close(); g = gzip.open("x.gz")', "g.read()"),
        "bz2.BZ2File.read": ('g = bz2.open("x.bz2", "w"); g.write(b"x"); g.close(); g = bz2.open("x.bz2")', "g.read()"),
        "json.load": (FILE + 'f = open("f")', "json.load(f)"),
        "json.dump": (FILE + 'f = open("f", "w")', "json.dump([1], f)"),
        "tomllib.load": ('open("f", "w").write("a = 1"); f = open("f", "rb")', "tomllib.load(f)"),
        "plistlib.load": ('f = open("f", "wb"); plistlib.dump({}, f); f.close(); f = open("f", "rb")', "plistlib.load(f)"),
        "plistlib.dump": ('f = open("f", "wb")', "plistlib.dump({}, f)"),
        "configparser.RawConfigParser.read": (FILE, 'configparser.RawConfigParser().read("none")'),
        "shelve.open": (NEW, "shelve.open(new).close()"),
        "dbm.open": (NEW, 'dbm.open(new, "c").close()'),
        "dbm.whichdb": (FILE, 'dbm.whichdb("f")'),
        "sqlite3.connect": ("", 'sqlite3.connect(":memory:")'),
        **each("sqlite3.Connection", SQL, {
            "execute": 'c.execute("select 1")', "executemany": 'c.executemany("insert into t values (?)", [(1,)])',
            "executescript": 'c.executescript("select 1")', "commit": "c.commit()", "rollback": "c.rollback()",
        }),
        **each("sqlite3.Cursor", SQL + 'cursor.execute("select 1")', {
            "execute": 'cursor.execute("select 1")', "fetchone": "cursor.fetchone()", "fetchall": "cursor.fetchall()", "fetchmany": "cursor.fetchmany()",
        }),
        "glob.glob": (FILE, 'glob.glob("*")'),
        "filecmp.cmp": (FILE, 'filecmp.cmp("f", "f")'),
        "filecmp.dircmp.report": (TREE, 'import contextlib\nwith contextlib.redirect_stdout(io.StringIO()): filecmp.dircmp("tree", "tree").report()'),
        "mimetypes.init": ("", "mimetypes.init()"),
        "netrc.netrc": ('open("f", "w").close()', 'netrc.netrc("f")'),
        "py_compile.compile": ('open("f.py", "w").close()', 'py_compile.compile("f.py")'),
        "wave.open": (NEW, 'w = wave.open(new, "wb"); w.setnchannels(1); w.setsampwidth(1); w.setframerate(1); w.close()'),
        "mailbox.mbox": ("", 'mailbox.mbox("box2")'),
        **each("mailbox.mbox", BOX, {"get_message": "box.get_message(0)", "get_bytes": "box.get_bytes(0)", "lock": "box.lock()", "__len__": "len(box)"}),
        **each("mailbox.Mailbox", BOX, {"values": "box.values()", "items": "box.items()", "keys": "box.keys()", "__getitem__": "box[0]"}),
        **each("subprocess", "", {
            "run": 'subprocess.run(["true"])', "call": 'subprocess.call(["true"])', "check_call": 'subprocess.check_call(["true"])',
            "check_output": 'subprocess.check_output(["true"])', "getoutput": 'subprocess.getoutput("true")',
            "getstatusoutput": 'subprocess.getstatusoutput("true")', "Popen": 'subprocess.Popen(["true"]).wait()',
        }),
        **each("subprocess.Popen", 'p = subprocess.Popen(["true"])', {"wait": "p.wait()", "communicate": "p.communicate()"}),
        "threading.Event.wait": ("e = threading.Event()", "e.wait(0.001)"),
        "threading.Thread.join": ("t = threading.Thread(target=time.sleep, args=(0.2,)); t.start()", "t.join()"),
        "threading.Condition.wait": ("c = threading.Condition(); c.acquire()", "c.wait(0.001)"),
        "threading.Semaphore.acquire": ("s = threading.Semaphore(0)", "s.acquire(timeout=0.001)"),
        "queue.Queue.get": ("q = queue.Queue(); threading.Timer(0.01, q.put, (1,)).start()", "q.get()"),
        "queue.Queue.join": ("q = queue.Queue(); q.put(1); threading.Timer(0.01, q.task_done).start()", "q.join()"),
        "queue.SimpleQueue.get": ("q = queue.SimpleQueue(); q.put(1)", "q.get()"),
        "concurrent.futures.Future.result": ("x = concurrent.futures.ThreadPoolExecutor().submit(time.sleep, 0.2)", "x.result()"),
        "concurrent.futures.wait": ("x = concurrent.futures.ThreadPoolExecutor().submit(time.sleep, 0.2)", "concurrent.futures.wait([x])"),
        "select.select": ("", "select.select([], [], [], 0.001)"),
        "selectors.DefaultSelector.select": ("s = selectors.DefaultSelector()", "s.select(0.001)"),
        "select.poll.poll": ("p = select.poll()", "p.poll(1)"),
        "signal.sigtimedwait": ("import signal", "signal.sigtimedwait([signal.SIGUSR1], 0.001)"),
        **each("socket", "", {
            "getaddrinfo": 'socket.getaddrinfo("127.0.0.1", 80)', "gethostbyname": 'socket.gethostbyname("localhost")',
            "create_connection": 'socket.create_connection(("127.0.0.1", port)).close()', "getfqdn": 'socket.getfqdn("localhost")',
            "gethostbyname_ex": 'socket.gethostbyname_ex("localhost")',
        }),
        **each("socket.socket", PAIR, {
            "send": 'a.send(b"x")', "sendall": 'a.sendall(b"x")', "recv": "a.recv(1)", "recv_into": "a.recv_into(bytearray(1))",
            "recvfrom": "a.recvfrom(1)", "recvmsg": "a.recvmsg(1)", "sendmsg": 'a.sendmsg([b"x"])',
        }),
        "socket.socket.connect": ("s = socket.socket()", 's.connect(("127.0.0.1", port))'),
        "socket.socket.accept": ('s = socket.create_server(("127.0.0.1", 0)); k = socket.create_connection(s.getsockname())', "s.accept()"),
        "socket.recv_fds": (PAIR, "socket.recv_fds(a, 1, 1)"),
        "http.client.HTTPConnection.connect": ('h = http.client.HTTPConnection("127.0.0.1", port)', "h.connect()"),
        "http.client.HTTPConnection.request": ('h = http.client.HTTPConnection("127.0.0.1", port)', 'h.request("GET", "/")'),
        "http.client.HTTPConnection.getresponse": ('h = http.client.HTTPConnection("127.0.0.1", port); h.request("GET", "/")', "h.getresponse()"),
        "urllib.request.urlopen": ("", 'urllib.request.urlopen(f"http://127.0.0.1:{port}/").close()'),
        "urllib.request.urlretrieve": (NEW, 'urllib.request.urlretrieve(f"http://127.0.0.1:{port}/", new)'),
        "smtplib.SMTP": ("", 'smtplib.SMTP("127.0.0.1", mail)'),
        **each("smtplib.SMTP", 's = smtplib.SMTP("127.0.0.1", mail)', {
            "ehlo": "s.ehlo()", "helo": "s.helo()", "noop": "s.noop()", "docmd": 's.docmd("NOOP")', "rset": "s.rset()",
            "verify": 's.verify("a")', "mail": 's.mail("a@b")', "rcpt": 's.rcpt("a@b")',
        }),
        **each("ftplib.FTP", 's = ftplib.FTP(); s.connect("127.0.0.1", mail)', {
            "sendcmd": 's.sendcmd("NOOP")', "putcmd": 's.putcmd("NOOP")',
        }),
        "importlib.import_module": ("sys.modules.pop('this_is_new', 0); open('this_is_new.py', 'w').close(); sys.path.insert(0, '.'); importlib.invalidate_caches()", 'importlib.import_module("this_is_new")'),
        "ssl.SSLContext.load_verify_locations": ("c = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)", "try: c.load_verify_locations('none')\nexcept OSError: pass"),
        "ssl.create_default_context": ("", "ssl.create_default_context()"),
        "getpass.getuser": ("for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'): os.environ.pop(name, 0)", "getpass.getuser()"),
        **each("io.TextIOWrapper", FILE + 'f = open("f", "r+")', {
            "read": "f.read()", "readline": "f.readline()", "readlines": "f.readlines()", "write": 'f.write("x")', "flush": "f.flush()", "writelines": 'f.writelines(["x"])',
        }),
        **each("io.BufferedReader", FILE + 'f = open("f", "rb")', {"read": "f.read()", "readline": "f.readline()", "read1": "f.read1(1)", "peek": "f.peek()", "readinto": "f.readinto(bytearray(1))"}),
        **each("io.FileIO", FILE + 'f = open("f", "rb", buffering=0)', {"read": "f.read()", "readall": "f.readall()"}),
    }


def harmless():
    calls = """
        json.loads("[1]") json.dumps([1]) re.compile("x+") re.sub("a","b","c") math.sqrt(2) os.path.join("a","b") os.path.basename("a/b")
        os.path.dirname("a/b") os.path.splitext("a.b") os.path.split("a/b") os.path.isabs("a") os.path.normpath("a/../b") os.path.commonpath(["a/b","a/c"])
        os.getpid() os.getenv("X") os.fspath("a") os.cpu_count() urllib.parse.urlparse("http://a/b") urllib.parse.quote("a b") urllib.parse.urlencode({"a":1})
        urllib.parse.urljoin("http://a/b","c") pathlib.PurePath("a/b") pathlib.Path("a") time.time() time.monotonic() time.perf_counter() time.strftime("%Y")
        datetime.datetime.now() datetime.date.today() random.random() random.choice([1]) random.shuffle([1]) uuid.uuid4() uuid.uuid5(uuid.NAMESPACE_DNS,"a")
        hashlib.sha256(b"x") hashlib.md5(b"x") base64.b64encode(b"x") base64.b64decode("eA==") struct.pack("i",1) struct.unpack("b",b"x") copy.deepcopy([1]) copy.copy([1])
        textwrap.dedent("x") textwrap.wrap("x") html.escape("x") html.unescape("x") shlex.quote("x") fnmatch.fnmatch("a","*") zlib.crc32(b"x") secrets.token_hex(2)
        ipaddress.ip_address("127.0.0.1") difflib.get_close_matches("a",["b"]) pprint.pformat([1]) statistics.mean([1]) heapq.heappush([],1) bisect.bisect([1],1)
        collections.Counter("x") collections.OrderedDict() collections.deque([1]) functools.partial(int) functools.lru_cache(int) itertools.chain([1]) operator.itemgetter(1)
        decimal.Decimal("1") fractions.Fraction(1) inspect.signature(inspect.isclass) ast.parse("x") ast.literal_eval("1") string.Template("x") io.StringIO("x") io.BytesIO(b"x")
        threading.Lock() threading.Event() threading.current_thread() queue.Queue() queue.SimpleQueue() logging.getLogger("x") email.message.EmailMessage() sys.getsizeof(1)
        platform.python_version() platform.system() mimetypes.guess_extension("text/plain") csv.writer(io.StringIO()) csv.reader(["a"]) configparser.ConfigParser()
        zipfile.ZipInfo("x") tarfile.TarInfo("x") pickle.dumps([1]) pickle.loads(b"N.") tomllib.loads("a=1") plistlib.dumps({}) xml.etree.ElementTree.fromstring("<a/>")
        shlex.split("a_b") concurrent.futures.Future() socket.inet_aton("127.0.0.1") socket.htons(1) http.client.HTTPConnection("x") urllib.request.Request("http://x")
        subprocess.list2cmdline(["x"]) sys.intern("x") builtins.print(end="")
        builtins.sorted([1]) builtins.sum([1]) selectors.DefaultSelector() ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) shutil.get_archive_formats() tempfile.gettempprefix()
    """
    found = {call.split("(", 1)[0]: ("import builtins", call) for call in re.findall(r"[\w.]+\(.*?\)(?=\s+[a-z]\w*\.|\s*\Z)", " ".join(calls.split()))}
    # What is done once, and was done: the second call shows what the others are like.
    return {
        **{name: (f"{prepare}; {call}", call) for name, (prepare, call) in found.items()},
        **each("io.StringIO", "f = io.StringIO('x')", {"read": "f.read()", "write": 'f.write("x")', "readline": "f.readline()"}),
        **each("io.BytesIO", "f = io.BytesIO(b'x')", {"read": "f.read()", "write": 'f.write(b"x")'}),
        **each("queue.Queue", "q = queue.Queue(); q.put(1)", {"qsize": "q.qsize()"}),
        **each("threading.Event", "e = threading.Event()", {"is_set": "e.is_set()"}),
        **each("pathlib.Path", "p = pathlib.Path('a/b')", {"as_posix": "p.as_posix()", "joinpath": "p.joinpath('c')", "with_suffix": "p.with_suffix('.x')", "relative_to": "p.relative_to('a')", "is_absolute": "p.is_absolute()", "match": "p.match('*')"}),
        **each("subprocess.Popen", "p = subprocess.Popen(['sleep', '1']); p.kill(); p.wait()", {"poll": "p.poll()"}),
        **each("configparser.ConfigParser", "c = configparser.ConfigParser()", {"read_string": "c.read_string('[a]')", "sections": "c.sections()"}),
    }
