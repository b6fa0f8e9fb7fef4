# AW806 sqlalchemy-implicit-io
from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, async_sessionmaker
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    deferred,
    joinedload,
    mapped_column,
    relationship,
    selectinload,
)


class Base(AsyncAttrs, DeclarativeBase): ...


class Address(Base):
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    user: Mapped["User"] = relationship(back_populates="addresses")


class Named(Base):
    __abstract__ = True

    notes = relationship("Note", lazy="select")


class User(Named):
    name: Mapped[str]
    addresses: Mapped[list[Address]] = relationship(back_populates="user")
    groups = relationship("Group", lazy="selectin")
    picture = deferred(mapped_column())
    biography: Mapped[str] = mapped_column(deferred=True)


make_session = async_sessionmaker()


async def reads_of_one(session: AsyncSession):
    user = await session.get(User, 1)
#                -------------------- see AW806: loaded here, without it
    if user is None:
        return 0
    print(user.picture, user.biography)
#         ~~~~~~~~~~~~ AW806 (likely): Reads `User.picture`, which loads late: without an `await`, `AsyncSession` raises `MissingGreenlet`
#                       ~~~~~~~~~~~~~~ AW806 (likely): Reads `User.biography`, which loads late: without an `await`, `AsyncSession` raises `MissingGreenlet`
    return len(user.addresses)
#              ~~~~~~~~~~~~~~ AW806 (likely): Reads `User.addresses`, which loads late: without an `await`, `AsyncSession` raises `MissingGreenlet`


async def reads_of_the_first(session: AsyncSession, name):
    statement = select(User)
    if name:
        statement = statement.where(User.name == name)
    return (await session.scalars(statement)).first().addresses
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW806 (likely): Reads `User.addresses`, which loads late: without an `await`, `AsyncSession` raises `MissingGreenlet`
#                 -------------------------- see AW806: loaded here, without it


async def reads_in_a_loop(session: AsyncSession):
    result = await session.execute(select(User).order_by(User.name))
#                  ------------------------------------------------- see AW806: loaded here, without it
    for user in result.scalars().all():
        print(user.addresses, user.notes)
#             ~~~~~~~~~~~~~~ AW806 (likely): Reads `User.addresses`, which loads late: without an `await`, `AsyncSession` raises `MissingGreenlet`
#                             ~~~~~~~~~~ AW806 (likely): Reads `User.notes`, which loads late: without an `await`, `AsyncSession` raises `MissingGreenlet`
        print(user.addresses)


async def reads_in_a_comprehension(session: AsyncSession):
    return [address.user for address in await session.scalars(select(Address))]
#           ~~~~~~~~~~~~ AW806 (likely): Reads `Address.user`, which loads late: without an `await`, `AsyncSession` raises `MissingGreenlet`
#                                             -------------------------------- see AW806: loaded here, without it


async def reads_of_what_a_context_gives():
    async with make_session() as session:
        user = await session.scalar(select(User))
#                    ---------------------------- see AW806: loaded here, without it
        return user.addresses
#              ~~~~~~~~~~~~~~ AW806 (likely): Reads `User.addresses`, which loads late: without an `await`, `AsyncSession` raises `MissingGreenlet`


async def find(session: AsyncSession, key) -> User:
    return (await session.execute(select(User).where(User.id == key))).scalar_one()
#                 --------------------------------------------------- see AW806: loaded here, without it


async def reads_of_what_a_function_has_loaded(session: AsyncSession):
    user = await find(session, 1)
    return user.addresses
#          ~~~~~~~~~~~~~~ AW806 (likely): Reads `User.addresses`, which loads late: without an `await`, `AsyncSession` raises `MissingGreenlet`


# Silent.


async def loads_along(session: AsyncSession):
    user = await session.scalar(select(User).options(selectinload(User.addresses)))
    return user.addresses


async def loads_along_by_key(session: AsyncSession):
    user = await session.get(User, 1, options=[joinedload(User.addresses)])
    return user.addresses


async def loads_before_reading(session: AsyncSession):
    user = await session.get(User, 1)
    await session.refresh(user, ["addresses"])
    return user.addresses


async def awaits_the_attribute(session: AsyncSession):
    user = await session.get(User, 1)
    return await user.awaitable_attrs.addresses


async def fills_it(session: AsyncSession):
    user = await session.get(User, 1)
    user.addresses = []
    return user.addresses


async def reads_what_is_there(session: AsyncSession):
    user = await session.get(User, 1)
    return user.name, user.groups


async def asks_the_class(session: AsyncSession):
    return await session.scalars(select(User).where(User.addresses.any()))


async def reads_rows(session: AsyncSession):
    return [row.addresses for row in await session.execute(select(User.name, User.id))]


def reads_in_sync_code(session: Session):
    return session.get(User, 1).addresses


async def reads_what_it_was_given(user: User):
    return user.addresses


async def reads_where_it_may(session: AsyncSession):
    return await session.run_sync(lambda sync: sync.get(User, 1).addresses)
