# AW701 async-alternative-exists
import asyncio
import json
import pathlib
import smtplib
import urllib.parse
import urllib.request
#      ~~~~~~~~~~~~~~ AW701: Imports `urllib.request`, which blocks: `httpx.AsyncClient` or `aiohttp.ClientSession` can be awaited

import psycopg2
#      ~~~~~~~~ AW701: Imports `psycopg2`, which blocks: `psycopg.AsyncConnection` or `asyncpg.connect` can be awaited
import pymysql
import requests
#      ~~~~~~~~ AW701: Imports `requests`, which blocks: `httpx.AsyncClient` or `aiohttp.ClientSession` can be awaited
from openai import OpenAI


async def load(url):
    return requests.get(url)
#          ----------------- see AW701: blocks the event loop here


async def load_again(url):
    return requests.head(url)


def connect():
    return psycopg2.connect("dbname=shop")
#          ------------------------------- see AW701: blocks the event loop here


async def uses_through_a_helper():
    return connect()


async def opens(url):
    return urllib.request.urlopen(url)
#          --------------------------- see AW701: blocks the event loop here


async def has_a_twin_of_its_own(question):
    return OpenAI().responses.create(model="gpt-5", input=question)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW703: Blocks the event loop: `openai.OpenAI.responses.create` waits, and `openai.AsyncOpenAI` of the same package is async


# Silent.


async def offloads(url):
    return await asyncio.to_thread(pymysql.connect, host=url)


async def files_have_threads():
    return json.loads(pathlib.Path("settings.json").read_text())


def in_plain_code():
    return smtplib.SMTP("mail.example")
