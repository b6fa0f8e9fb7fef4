# AW102 blocking-network-call
import asyncio
import ftplib
import http.client
import imaplib
import select
import smtplib
import socket
import ssl
import urllib.request
import xmlrpc.client
from functools import partial
from urllib.request import urlopen

import aiohttp
import boto3
import httpx
import openai
import paramiko
import requests
import urllib3
from anthropic import Anthropic
from openai import AsyncOpenAI, OpenAI
from requests import Session, get
from requests.adapters import HTTPAdapter
from requests.exceptions import RequestException

URL = "https://example.org"
session = requests.Session()
client = OpenAI()


# Direct.


async def blocks():
    requests.get(URL, timeout=3)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `requests.get` waits for the network
    requests.request("GET", URL)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `requests.request` waits for the network
    get(URL)
#   ~~~~~~~~ AW102: Blocks the event loop: `requests.get` waits for the network


async def blocks_through_session():
    with requests.Session() as own:
        own.headers["A"] = "b"
        own.post(URL, json={})
#       ~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `Session.post` waits for the network


async def blocks_through_module_session():
    return session.get(URL).json()
#          ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `Session.get` waits for the network


async def blocks_through_annotated_session(own: Session):
    return own.get(URL)
#          ~~~~~~~~~~~~ AW102: Blocks the event loop: `Session.get` waits for the network


async def blocks_through_optional_session(own: "Session | None" = None):
    own = own or Session()
    return own.get(URL)
#          ~~~~~~~~~~~~ AW102: Blocks the event loop: `Session.get` waits for the network


async def blocks_through_httpx():
    httpx.get(URL)
#   ~~~~~~~~~~~~~~ AW102: Blocks the event loop: `httpx.get` waits for the network
    with httpx.Client() as own:
        own.get(URL)
#       ~~~~~~~~~~~~ AW102: Blocks the event loop: `Client.get` waits for the network


async def blocks_through_urllib():
    urlopen(URL)
#   ~~~~~~~~~~~~ AW102: Blocks the event loop: `urllib.request.urlopen` waits for the network
    urllib.request.urlopen(URL).read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `urllib.request.urlopen` waits for the network
    with urllib.request.urlopen(URL) as response:
#        ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `urllib.request.urlopen` waits for the network
        return response.read()


async def blocks_through_urllib3():
    pool = urllib3.PoolManager()
    return pool.request("GET", URL)
#          ~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `PoolManager.request` waits for the network


async def blocks_through_http_client():
    connection = http.client.HTTPSConnection("example.org")
    connection.request("GET", "/")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `HTTPConnection.request` waits for the network
    return connection.getresponse().read()
#          ~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `HTTPConnection.getresponse` waits for the network
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `HTTPResponse.read` waits for the network


async def blocks_through_socket():
    connection = socket.create_connection(("example.org", 80))
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `socket.create_connection` waits for the network
    connection.sendall(b"GET /")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `socket.socket.sendall` waits for the network
    return connection.recv(1024)
#          ~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `socket.socket.recv` waits for the network


async def blocks_through_own_socket():
    own = socket.socket()
    own.connect(("example.org", 80))
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `socket.socket.connect` waits for the network
    own.close()


async def blocks_through_name_lookup():
    socket.gethostbyname("example.org")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `socket.gethostbyname` looks up a name
    socket.getaddrinfo("example.org", 80)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `socket.getaddrinfo` looks up a name


async def blocks_through_tls_context():
    return ssl.create_default_context()
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `ssl.create_default_context` reads certificates


async def blocks_through_mail():
    with smtplib.SMTP("localhost") as smtp:
#        ~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `smtplib.SMTP` waits for the network
        smtp.sendmail("a@example.org", "b@example.org", "hello")
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `SMTP.sendmail` waits for the network


async def blocks_through_imap():
    mail = imaplib.IMAP4_SSL("localhost")
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `imaplib.IMAP4_SSL` waits for the network
    mail.login("a", "b")
#   ~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `IMAP4.login` waits for the network


async def blocks_through_ftp():
    ftp = ftplib.FTP("localhost")
#         ~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `ftplib.FTP` waits for the network
    ftp.retrlines("LIST")
#   ~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `FTP.retrlines` waits for the network


# FIXME missed alarm: any attribute of a proxy is a remote method
async def blocks_through_remote_procedure():
    proxy = xmlrpc.client.ServerProxy(URL)
    return proxy.add(1, 2)


async def blocks_through_select(own: socket.socket):
    select.select([own], [], [])
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `select.select` waits for another thread or process


async def blocks_through_ssh():
    ssh = paramiko.SSHClient()
    ssh.connect("example.org")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `SSHClient.connect` waits for the network


async def blocks_through_cloud():
    s3 = boto3.client("s3")
#        ~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `boto3.client` reads or writes a file
    s3.get_object(Bucket="a", Key="b")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `BaseClient.get_object` waits for the network


async def blocks_through_cloud_resource():
    boto3.resource("s3").Bucket("a").upload_file("b", "c")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `ServiceResource.upload_file` waits for the network
#   ~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `boto3.resource` reads or writes a file


async def blocks_through_model():
    return client.chat.completions.create(model="m", messages=[])
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `openai.OpenAI.chat.completions.create` waits for the network


async def blocks_through_other_model():
    own = Anthropic()
    return own.messages.create(model="m", max_tokens=1, messages=[])
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `anthropic.Anthropic.messages.create` waits for the network


async def blocks_through_module_level_model():
    return openai.OpenAI().responses.create(model="m", input="hello")
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `openai.OpenAI.responses.create` waits for the network


# Behind the project's own code.


class Weather:
    unit = "C"

    def __init__(self, base=URL, http=None):
        self.base = base
        self._http = http or requests.Session()
        self._http.mount("https://", HTTPAdapter())
        self.zone: httpx.Client = httpx.Client(base_url=base)

    def _call(self, path, **options):
        return self._http.request("GET", self.base + path, **options)
#              ------------------------------------------------------ see AW102: calls `Session.request`

    def today(self, city):
        return self._call(f"/today/{city}").json()
#              ---------------------------- see AW102: calls `Weather._call`

    def zone_of(self, city):
        return self.zone.get(f"/zone/{city}")
#              ------------------------------ see AW102: calls `Client.get`

    @property
    def stations(self):
        return self._call("/stations")
#              ----------------------- see AW102: calls `Weather._call`

    async def report(self, city):
        today = self.today(city)
#               ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `Weather.today` → `Weather._call` → `Session.request` waits for the network
        return {"today": today, "stations": self.stations}
#                                           ~~~~~~~~~~~~~ AW102: Blocks the event loop: `Weather.stations` → `Weather._call` → `Session.request` waits for the network

    async def report_safely(self, city):
        try:
            return self.today(city)
#                  ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `Weather.today` → `Weather._call` → `Session.request` waits for the network
        except RequestException:
            return None

    async def report_in_thread(self, city):
        return await asyncio.to_thread(self.today, city)


def make_weather() -> Weather:
    return Weather()


def weather_of(city):
    return make_weather().today(city)
#          -------------------------- see AW102: calls `Weather.today`


async def blocks_through_factory(city):
    return make_weather().today(city)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_through_inferred_factory(city):
    def make():
        return Weather()

    return make().today(city)
#          ~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_through_helper(city):
    return weather_of(city)
#          ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_in_comprehension(cities):
    return [weather_of(city) for city in cities]
#           ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_in_dict_comprehension(cities):
    return {city: weather_of(city) for city in cities if weather_of(city)}
#                 ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network
#                                                        ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_in_gathered_arguments(cities):
    return await asyncio.gather(*(asyncio.sleep(weather_of(city)) for city in cities))
#                                               ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_in_awaited_argument(city):
    await asyncio.sleep(weather_of(city))
#                       ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_in_fstring(city):
    return f"{weather_of(city)}"
#             ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_in_condition(city):
    if weather_of(city) and not weather_of(city):
#      ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network
#                               ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network
        return weather_of(city) if city else None
#              ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_in_return_of_lambda(city):
    forecast = lambda: weather_of(city)
#                      ---------------- see AW102: calls `weather_of`
    return forecast()
#          ~~~~~~~~~~ AW102: Blocks the event loop: `blocks_in_return_of_lambda.<lambda>` → `weather_of` → … → `Session.request` waits for the network


async def blocks_by_walrus(city):
    if (weather := weather_of(city)) is not None:
#                  ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network
        return weather


async def blocks_in_keyword_argument(city):
    return dict(weather=weather_of(city))
#                       ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_behind_argument(own: Weather, city):
    return own.zone_of(city)
#          ~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `Weather.zone_of` → `Client.get` waits for the network


async def blocks_by_calling_offload_too_early(city):
    return await asyncio.to_thread(weather_of(city))
#                                  ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_by_calling_executor_too_early(city):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, weather_of(city))
#                                           ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network


async def blocks_in_thread_argument(city):
    return await asyncio.to_thread(print, weather_of(city))
#                                         ~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `weather_of` → `Weather.today` → `Weather._call` → `Session.request` waits for the network


# Silent.


async def awaits_httpx():
    async with httpx.AsyncClient() as own:
        response = await own.get(URL)
        return response.json()


async def awaits_aiohttp():
    async with aiohttp.ClientSession() as own:
        async with own.get(URL) as response:
            return await response.text()


async def awaits_model(own: AsyncOpenAI):
    return await own.chat.completions.create(model="m", messages=[])


async def awaits_streams():
    reader, writer = await asyncio.open_connection("example.org", 80)
    writer.write(b"GET /")
    await writer.drain()
    return await reader.read()


async def awaits_socket_through_loop():
    loop = asyncio.get_running_loop()
    own = socket.socket()
    own.setblocking(False)
    await loop.sock_connect(own, ("example.org", 80))
    await loop.sock_sendall(own, b"GET /")
    return await loop.sock_recv(own, 1024)


async def awaits_name_lookup():
    return await asyncio.get_running_loop().getaddrinfo("example.org", 80)


async def uses_socket_that_does_not_block():
    own = socket.socket()
    own.setblocking(False)
    try:
        return own.recv(1024)
    except BlockingIOError:
        return b""


async def offloads(city):
    await asyncio.to_thread(requests.get, URL, timeout=3)
    await asyncio.to_thread(weather_of, city)
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, partial(requests.get, URL, timeout=3))
    await loop.run_in_executor(None, lambda: session.get(URL).json())


async def only_prepares():
    request = requests.Request("GET", URL)
    prepared = request.prepare()
    own = requests.Session()
    own.headers.update({"a": "b"})
    return prepared


async def only_reads_response(response: requests.Response):
    return response.status_code, response.json(), response.headers


async def only_makes_clients():
    return OpenAI(), httpx.Client(), socket.socket()


async def only_quotes():
    return urllib.parse.quote("a b")


class FakeSession:
    def get(self, url):
        return url


async def calls_other_session(own: FakeSession):
    return own.get(URL)


async def calls_name_that_looks_alike(requests):
    return requests.get(URL)


async def reads_mapping(settings: dict):
    return settings.get(URL)


def sync_endpoint():
    return requests.get(URL)  # ok: nothing says that it runs on the loop


async def get_url(url):
    return url


async def calls_own_get():
    return await get_url(URL)


async def sends_a_datagram():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        datagrams.connect(("8.8.8.8", 80))
        datagrams.sendall(b"hello")
        return datagrams.getsockname()
