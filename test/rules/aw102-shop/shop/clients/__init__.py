from .payment import PaymentClient as PaymentClient
from .stock import *
