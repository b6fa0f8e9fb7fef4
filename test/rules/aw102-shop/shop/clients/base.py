from abc import ABC, abstractmethod
from typing import Generic, Optional, TypeVar

import requests

Reply = TypeVar("Reply")


class Client(ABC, Generic[Reply]):
    timeout = 10

    def __init__(self, base_url: str, session: Optional[requests.Session] = None) -> None:
        self._base_url = base_url
        self._session = session or requests.Session()

    def fetch(self, path: str) -> Reply:
        return self.parse(self._send("GET", path))
#                         ----------------------- see AW102: calls `Client._send`

    def _send(self, method: str, path: str) -> requests.Response:
        response = self._session.request(method, self._base_url + path, timeout=self.timeout)
#                  -------------------------------------------------------------------------- see AW102: calls `Session.request`
        response.raise_for_status()
        return response

    @abstractmethod
    def parse(self, response: requests.Response) -> Reply: ...
