import requests


# Silent: a test goes through its cases one by one.
def test_pages():
    for url in ["https://shop.example", "https://shop.example/cart"]:
        response = requests.get(url, timeout=5)
        assert response.ok
