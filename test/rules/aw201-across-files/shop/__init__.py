from . import audit
from .billing import *
