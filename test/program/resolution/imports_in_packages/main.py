import sys
import json as j
import os.path
import pkg
import pkg.core
import pkg.sub.deep as deep
import space.inner.module
from laid import out
from pkg import Late, Store, build, own, shown_tools, listed, added
from pkg.unstarred import *
from space.inner import module
from space.inner.module import spaced

try:
    import orjson as fast
except ImportError:
    import json as fast

try:
    from missing_package import thing
except ImportError:
    thing = None

try:
    from pkg.core import make
except ImportError:

    def make(): ...


if sys.version_info >= (3, 8):
    from pkg.core import make as by_version
else:
    from pkg.lazy import Late as by_version

if sys.platform == "win32":
    from pkg.lazy import Late as by_platform
else:
    from pkg.core import make as by_platform


def imports():
    pkg.Store().read()  #> pkg.core.Store, pkg.core.Store.read
    pkg.core.make().read()  #> patched.fake | pkg.core.make, pkg.core.Store.read
    deep.dig().read()  #> pkg.sub.deep.dig, pkg.core.Store.read
    pkg.own().read()  #> pkg.own, pkg.core.Store.read
    pkg.sub.deep.dig().read()  #> pkg.sub.deep.dig, pkg.core.Store.read
    space.inner.module.spaced()  #> space.inner.module.spaced
    module.spaced()  #> space.inner.module.spaced
    spaced()  #> space.inner.module.spaced
    out()  #> laid.out
    build().read()  #> pkg.core.make, pkg.core.Store.read
    own().read()  #> pkg.own, pkg.core.Store.read
    Store().read()  #> pkg.core.Store, pkg.core.Store.read
    Late().read()  #> pkg.lazy.Late, pkg.lazy.Late.read
    shown_tools.use()  #> pkg.tools.use
    listed()  #> pkg.starred.listed
    added()  #> pkg.starred.added
    visible()  #> pkg.unstarred.visible
    _hidden()  #> ?
    pkg.listed()  #> pkg.starred.listed
    pkg._listed_private()  #> pkg.starred._listed_private
    pkg.unlisted()  #> pkg.unlisted
    os.path.exists("")  #> genericpath.exists
    j.load(1)  #> json.load


def conditional():
    fast.loads("")  #> json.loads | orjson.loads
    thing()  #> missing_package.thing
    make().read()  #> pkg.core.make, pkg.core.Store.read
    by_version().read()  #> pkg.core.make, pkg.core.Store.read
    by_platform().read()  #> pkg.core.make, pkg.core.Store.read


def inside():
    from pkg.core import make as local

    local().read()  #> pkg.core.make, pkg.core.Store.read
    import pkg.lazy

    pkg.lazy.Late().read()  #> pkg.lazy.Late, pkg.lazy.Late.read


def missing():
    from nowhere import nothing

    nothing.at.all()  #> nowhere.nothing.at.all
    undefined_name()  #> ?
    pkg.undefined()  #> pkg.undefined
