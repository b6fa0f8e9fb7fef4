import compiled
import compiled.fast
import only
from loose import connect
from plain import Client, make


def beside():
    make()  #> plain.make
    make().read()  #> plain.make, plain.Session.read
    client = Client()  #> plain.Client | plain.Client.__init__
    client.session.read()  #> plain.Session.read
    client.session  #: plain.Session
    client.session.size  #: builtins.int
    client.run()  #> plain.Client.run
    return client.fetch("a")  #: plain.Session


def by_stub_package():
    connect().read()  #> loose.connect, loose.Connection.read
    return connect()  #: loose.Connection


def without_code():
    compiled.fast.load("x")  #> compiled.fast.load
    compiled.fast.load("x").size  #: builtins.int
    only.thing()  #> only.thing
    return only.thing()  #: builtins.dict[builtins.str, builtins.int]


async def awaited():
    value = await Client().wait()  #> plain.Client | plain.Client.__init__, plain.Client.wait
    value  #: plain.Session
