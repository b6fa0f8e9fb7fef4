# A session whose adapter knows the limit.
import requests
from requests.adapters import HTTPAdapter


class Limited(HTTPAdapter):
    def send(self, request, **options):
        return super().send(request, timeout=5, **options)


session = requests.Session()
session.mount("https://", Limited())
