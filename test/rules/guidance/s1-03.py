# profile: hybrid
# Guidelines 32 and 34: the same, with the time that a slow service takes.
import httpx
from models import Answer, Question

URL = "https://crew.example"


async def good_hands_on_patiently(question: Question) -> Answer:
    async with httpx.AsyncClient(timeout=300.0) as client:
        response = await client.post(f"{URL}/run", json=question.model_dump())
        return Answer(**response.json())
