# profile: hybrid
# Guideline 31: a coroutine that hands a request on. C15 and C18 say what there is to say about its client.
import httpx
from models import Answer, Question

URL = "https://crew.example"


async def good_hands_on(question: Question) -> Answer:
    async with httpx.AsyncClient() as client:
        response = await client.post(f"{URL}/run", json=question.model_dump())
        return Answer(**response.json())
