# AW702 superseded-library
import aioredis
#      ~~~~~~~~ AW702: Imports `aioredis`, which has been superseded by `redis.asyncio` since 2022-02-22
from aioredis import Redis
from google import generativeai
#                  ~~~~~~~~~~~~ AW702: Imports `google.generativeai`, which has been superseded by `google-genai` since 2025-09-30
from motor.motor_asyncio import AsyncIOMotorClient
#                               ~~~~~~~~~~~~~~~~~~ AW702: Imports `motor.motor_asyncio.AsyncIOMotorClient`, which has been superseded by `pymongo.AsyncMongoClient` since 2025-05-14

# Silent.
import aiofiles
import async_timeout  # ok: nobody knows whether this Python has `asyncio.timeout`
import redis.asyncio
from google import genai
from pymongo import AsyncMongoClient

try:
    import asyncio_mqtt
except ImportError:
    asyncio_mqtt = None


def uses(*_):
    return AsyncIOMotorClient, Redis, aioredis, async_timeout, generativeai
