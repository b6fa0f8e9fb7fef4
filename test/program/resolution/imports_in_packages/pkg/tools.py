from ..pkg.core import make
from . import core
from .sub.deep import dig
import pkg.sub.deep as deeper


def use():
    make().read()  #> pkg.core.make, pkg.core.Store.read
    core.make().read()  #> patched.fake | pkg.core.make, pkg.core.Store.read
    dig().read()  #> pkg.sub.deep.dig, pkg.core.Store.read
    deeper.dig().read()  #> pkg.sub.deep.dig, pkg.core.Store.read
