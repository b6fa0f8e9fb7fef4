# profile: hybrid
# Guideline 35: a sync endpoint, which runs in a thread, for callers that wait.
import crews
from fastapi import APIRouter
from models import Answer, Question

router = APIRouter()


@router.post("/run")
def good_run_endpoint(question: Question) -> Answer:
    result = crews.runner.run(topic=question.topic, language=question.language)
    return Answer(text=result.final_output)
