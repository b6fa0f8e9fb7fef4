# AW309 race-across-await
import asyncio


class Session:
    async def aclose(self): ...


async def make():
    await asyncio.sleep(1)
    return Session()


async def find_name():
    await asyncio.sleep(1)
    return "name"


async def at_once():
    return Session()


class Store:
    def __init__(self):
        self.session = None
        self.entries = {}
        self.total = 0
        self.lock = asyncio.Lock()

    async def fills_in(self):
        if self.session is None:
#          -------------------- see AW309: checked here
            self.session = await make()
#           ~~~~~~~~~~~~ AW309: Another task may have filled in `self.session` during the await: it was checked before
#                          ------------ see AW309: others run here
        return self.session

    async def fills_in_later(self):
        if not self.session:
#          ---------------- see AW309: checked here
            session = await make()
#                     ------------ see AW309: others run here
            self.session = session
#           ~~~~~~~~~~~~ AW309: Another task may have filled in `self.session` during the await: it was checked before
        return self.session

    async def fills_an_entry(self, key):
        if key not in self.entries:
#          ----------------------- see AW309: checked here
            self.entries[key] = await make()
#           ~~~~~~~~~~~~~~~~~ AW309: Another task may have filled in `self.entries` during the await: it was checked before
#                               ------------ see AW309: others run here
        return self.entries[key]

    async def adds(self):
        self.total += await asyncio.sleep(1, 5)
#       ~~~~~~~~~~ AW309: Loses what others add to `self.total` during the await: it was read before
#       ---------- see AW309: read here
#                     ------------------------- see AW309: others run here

    async def adds_in_full(self):
        self.total = self.total + await asyncio.sleep(1, 5)
#       ~~~~~~~~~~ AW309: Loses what others add to `self.total` during the await: it was read before
#                    ---------- see AW309: read here
#                                 ------------------------- see AW309: others run here


class Careful:
    def __init__(self):
        self.session = None
        self.task = None
        self.name = None
        self.entries = {}
        self.total = 0
        self.lock = asyncio.Lock()


# Silent.


class Silent(Careful):
    async def holds_a_lock(self):
        async with self.lock:
            if self.session is None:
                self.session = await make()
        return self.session

    async def checks_again(self):
        if self.session is None:
            session = await make()
            if self.session is None:
                self.session = session
        return self.session

    async def takes_it_first(self):
        if self.task is None:
            self.task = asyncio.create_task(make())
            await self.task
            self.task = None

    async def never_suspends(self):
        if self.session is None:
            self.session = await at_once()
        return self.session

    async def finds_out_the_same(self):
        if self.name is None:
            self.name = await find_name()
        return self.name

    async def awaits_before(self):
        session = await make()
        if self.session is None:
            self.session = session

    async def adds_what_it_has(self):
        price = await asyncio.sleep(1, 5)
        self.total += price

    async def start(self):
        if self.session is None:
            self.session = await make()

    async def own_variable(self):
        session = None
        if session is None:
            session = await make()
        return session

    async def another_entry(self, key):
        if self.session is None:
            self.entries[key] = await make()
