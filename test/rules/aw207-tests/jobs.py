from abc import ABC, abstractmethod


class Job(ABC):
    @abstractmethod
    async def result(self) -> str: ...
#             ------ see AW207: overridden here
