from ...pkg.core import Store
from .. import core


def dig():
    core.make().read()  #> patched.fake | pkg.core.make, pkg.core.Store.read
    return Store()
