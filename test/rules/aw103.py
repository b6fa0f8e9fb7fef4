# AW103 blocking-database-call
import asyncio
import sqlite3
from contextlib import closing, contextmanager

import aiosqlite
import asyncpg
import psycopg
import psycopg2
import psycopg2.extras
import pymongo
import pymysql
import redis
import redis.asyncio as aioredis
from django.contrib.auth.models import User
from django.db import connection as django_connection
from django.db import models, transaction
from pymongo import AsyncMongoClient, MongoClient
from redis import Redis, StrictRedis
from sqlalchemy import create_engine, select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, declarative_base, sessionmaker

Base = declarative_base()
engine = create_engine("postgresql://localhost/shop")
SessionLocal = sessionmaker(bind=engine)
cache = redis.Redis()
mongo = MongoClient()
orders = mongo["shop"]["orders"]


# The standard library.


async def blocks():
    connection = sqlite3.connect("shop.db")
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `sqlite3.connect` waits for the database
    connection.execute("SELECT 1")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Connection.execute` waits for the database
    connection.commit()
#   ~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Connection.commit` waits for the database


async def blocks_in_with():
    with sqlite3.connect("shop.db") as connection:
#        ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `sqlite3.connect` waits for the database
        return connection.execute("SELECT 1").fetchall()
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Connection.execute` waits for the database
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Cursor.fetchall` waits for the database


async def blocks_through_cursor(connection: sqlite3.Connection):
    cursor = connection.cursor()
    cursor.execute("SELECT 1")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Cursor.execute` waits for the database
    cursor.executemany("INSERT", [])
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Cursor.executemany` waits for the database
    return cursor.fetchone()
#          ~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Cursor.fetchone` waits for the database


async def blocks_in_iteration(connection: sqlite3.Connection):
    for row in connection.execute("SELECT 1"):
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW111: Blocks the event loop at every turn: `Connection.execute` waits for the next element
        print(row)


async def blocks_through_closing():
    with closing(sqlite3.connect("shop.db")) as connection:
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `sqlite3.connect` waits for the database
        connection.execute("SELECT 1")
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Connection.execute` waits for the database


# Drivers.


async def blocks_through_psycopg2():
    connection = psycopg2.connect("dbname=shop")
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `psycopg2.connect` waits for the database
    with connection.cursor(cursor_factory=psycopg2.extras.DictCursor) as cursor:
        cursor.execute("SELECT 1")
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Cursor.execute` waits for the database
        return cursor.fetchall()
#              ~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Cursor.fetchall` waits for the database


async def blocks_through_psycopg():
    with psycopg.connect("dbname=shop") as connection:
#        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `psycopg.connect` waits for the database
        return connection.execute("SELECT 1").fetchall()
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Connection.execute` waits for the database
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Cursor.fetchall` waits for the database


async def blocks_through_pymysql():
    connection = pymysql.connect(host="localhost")
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `pymysql.connect` waits for the database
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Cursor.execute` waits for the database


async def blocks_through_redis():
    cache.set("a", 1)
#   ~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Redis.set` waits for the database
    return cache.get("a")
#          ~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Redis.get` waits for the database


async def blocks_through_redis_from_url():
    own = redis.from_url("redis://localhost")
    own.ping()
#   ~~~~~~~~~~ AW103: Blocks the event loop: `Redis.ping` waits for the database
    Redis.from_url("redis://localhost").get("a")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Redis.get` waits for the database


async def blocks_through_strict_redis(own: StrictRedis):
    own.hgetall("a")
#   ~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Redis.hgetall` waits for the database


async def blocks_through_redis_pipeline():
    pipeline = cache.pipeline()
    pipeline.set("a", 1)
    pipeline.execute()
#   ~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Pipeline.execute` waits for the database


async def blocks_through_mongo():
    orders.insert_one({"a": 1})
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Collection.insert_one` waits for the database
    mongo.shop.orders.find_one({"a": 1})
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Collection.find_one` waits for the database
    return orders.count_documents({})
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Collection.count_documents` waits for the database


# FIXME missed alarm: `find` fetches when it is iterated over
async def blocks_through_mongo_cursor():
    return list(orders.find({}))


async def blocks_through_module_mongo():
    return pymongo.MongoClient().admin.command("ping")
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Database.command` waits for the database


# SQLAlchemy.


class Order(Base):
    __tablename__ = "orders"


async def blocks_through_engine():
    with engine.connect() as connection:
#        ~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Engine.connect` waits for the database
        connection.execute(text("SELECT 1"))
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Connection.execute` waits for the database


async def blocks_through_begin():
    with engine.begin() as connection:
#        ~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Engine.begin` waits for the database
        connection.execute(text("SELECT 1"))
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Connection.execute` waits for the database


async def blocks_through_session():
    with Session(engine) as session:
        session.add(Order())
        session.commit()
#       ~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Session.commit` waits for the database


async def blocks_through_session_maker():
    with SessionLocal() as session:
        return session.query(Order).all()
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Query.all` waits for the database


async def blocks_through_session_argument(session: Session):
    session.execute(select(Order)).scalars().all()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Session.execute` waits for the database
    session.scalars(select(Order))
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Session.scalars` waits for the database
    session.get(Order, 1)
#   ~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Session.get` waits for the database
    return session.query(Order).filter_by(id=1).first()
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Query.first` waits for the database


# FIXME missed alarm: the type of `metadata` comes from a base class made by a function
async def blocks_through_create_all():
    Base.metadata.create_all(engine)


def get_session():
    session = SessionLocal()
    try:
        yield session
    finally:
        session.close()


@contextmanager
def session_scope():
    session = SessionLocal()
    try:
        yield session
        session.commit()
#       ---------------- see AW103: calls `Session.commit`
    finally:
        session.close()


async def blocks_through_scope():
    with session_scope() as session:
#        ~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `session_scope` → `Session.commit` waits for the database
        session.add(Order())


class OrderRepository:
    def __init__(self, session: Session):
        self.session = session

    def by_id(self, order_id):
        return self.session.get(Order, order_id)
#              --------------------------------- see AW103: calls `Session.get`

    def all(self):
        return self.session.execute(select(Order)).scalars().all()
#              ----------------------------------- see AW103: calls `Session.execute`


class OrderService:
    def __init__(self, repository: OrderRepository):
        self._repository = repository

    def total(self):
        return len(self._repository.all())
#                  ---------------------- see AW103: calls `OrderRepository.all`

    async def report(self):
        return self.total()
#              ~~~~~~~~~~~~ AW103: Blocks the event loop: `OrderService.total` → `OrderRepository.all` → `Session.execute` waits for the database

    async def one(self, order_id):
        return self._repository.by_id(order_id)
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `OrderRepository.by_id` → `Session.get` waits for the database


# Django.


class Customer(models.Model):
    name = models.TextField()
    owner = models.ForeignKey(User, on_delete=models.CASCADE)

    def orders(self):
        return Customer.objects.filter(owner=self.owner).count()
#              ------------------------------------------------- see AW103: calls `QuerySet.count`


async def blocks_through_manager():
    Customer.objects.get(pk=1)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `QuerySet.get` waits for the database
    Customer.objects.create(name="a")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `QuerySet.create` waits for the database
    Customer.objects.filter(name="a").exists()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `QuerySet.exists` waits for the database
    Customer.objects.filter(name="a").update(name="b")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `QuerySet.update` waits for the database
    return Customer.objects.count()
#          ~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `QuerySet.count` waits for the database


async def blocks_through_user_model():
    return User.objects.get(pk=1)
#          ~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `QuerySet.get` waits for the database


async def blocks_in_query_iteration():
    for customer in Customer.objects.all():
#                   ~~~~~~~~~~~~~~~~~~~~~~ AW111: Blocks the event loop at every turn: `QuerySet.__iter__` waits for the next element
        print(customer)


async def blocks_by_list_of_query():
    return list(Customer.objects.filter(name="a"))
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `QuerySet.__iter__` waits for the database


async def blocks_by_query_comprehension():
    return [customer.name for customer in Customer.objects.all()]
#                                         ~~~~~~~~~~~~~~~~~~~~~~ AW111: Blocks the event loop at every turn: `QuerySet.__iter__` waits for the next element


async def blocks_through_save(customer: Customer):
    customer.name = "b"
    customer.save()
#   ~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Model.save` waits for the database
    customer.delete()
#   ~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Model.delete` waits for the database


# FIXME missed alarm: what `aget` gives is not known
async def blocks_through_saved_result():
    customer = await Customer.objects.aget(pk=1)
    customer.save()


async def blocks_through_model_method(customer: Customer):
    return customer.orders()
#          ~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Customer.orders` → `QuerySet.count` waits for the database


# FIXME missed alarm: leaving `atomic` commits
async def blocks_in_atomic():
    with transaction.atomic():
        pass


async def blocks_through_raw_cursor():
    with django_connection.cursor() as cursor:
        cursor.execute("SELECT 1")
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `CursorWrapper.execute` waits for the database


# Silent.


async def awaits_django():
    await Customer.objects.aget(pk=1)
    await Customer.objects.filter(name="a").aexists()
    async for customer in Customer.objects.all():
        await customer.asave()


async def only_builds_query():
    query = Customer.objects.filter(name="a").exclude(name="b").order_by("name")
    return query


async def awaits_aiosqlite():
    async with aiosqlite.connect("shop.db") as connection:
        await connection.execute("SELECT 1")


async def awaits_asyncpg():
    connection = await asyncpg.connect("postgresql://localhost")
    return await connection.fetch("SELECT 1")


async def awaits_redis():
    own = aioredis.Redis()
    await own.set("a", 1)
    other = aioredis.from_url("redis://localhost")
    return await other.get("a")


async def awaits_mongo(own: AsyncMongoClient):
    return await own.shop.orders.find_one({})


async def awaits_psycopg():
    connection = await psycopg.AsyncConnection.connect("dbname=shop")
    await connection.execute("SELECT 1")


async def awaits_session(session: AsyncSession):
    result = await session.execute(select(Order))
    session.add(Order())
    await session.commit()
    return result.scalars().all()


async def awaits_made_session():
    made = async_sessionmaker(create_async_engine("postgresql+asyncpg://localhost"))
    async with made() as session:
        return (await session.execute(select(Order))).scalar_one()


async def runs_sync_with_async_session(session: AsyncSession):
    def work(own: Session):
        return own.query(Order).all()

    return await session.run_sync(work)


async def offloads(service: OrderService):
    return await asyncio.to_thread(service.total)


async def only_builds_statement():
    return select(Order).where(text("1 = 1"))


async def only_adds(session: Session):
    session.add(Order())


async def only_makes_engine():
    return create_engine("sqlite://")
