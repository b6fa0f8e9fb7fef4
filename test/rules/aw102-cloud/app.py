"""The package is installed, and its code makes its clients from data: what they are called is still known."""

import boto3
import unlisted


class Model:
    def __init__(self):
        self._client = self._make("bedrock-runtime")

    def _make(self, service):
        session = boto3.Session()
        return session.client(service)

    def invoke(self, body):
        return self._client.invoke_model(body=body)
#              ------------------------------------ see AW102: calls `BaseClient.invoke_model`


async def blocks_behind_a_factory(model: Model):
    return model.invoke("{}")
#          ~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `Model.invoke` → `BaseClient.invoke_model` waits for the network


async def blocks_through_client():
    s3 = boto3.client("s3")
#        ~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `boto3.client` reads or writes a file
    s3.get_object(Bucket="a", Key="b")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `BaseClient.get_object` waits for the network


# Silent.


async def knows_nothing_of_the_package(door: unlisted.Door):
    unlisted.connect("a").get("b")
    door.lock.acquire()
