import pywidget
from pywidget import WidgetClient

__all__ = ["StockClient", "stock_of"]


class StockClient:
    def __init__(self):
        self._widgets = WidgetClient("https://example.org")
        self.discovery = pywidget.discover

    def count(self, name):
        return self._widgets.get(name)["count"]
#              ----------------------- see AW102: calls `WidgetClient.get`


def stock_of(name):
    return StockClient().count(name)
#          ------------------------- see AW102: calls `StockClient.count`
