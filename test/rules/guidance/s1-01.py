# profile: hybrid
# Guideline 27: a sync function that takes its time, for callers that wait.
import crews
from models import Answer, Question


def good_run_crew(question: Question) -> Answer:
    result = crews.runner.run(topic=question.topic, language=question.language)
    return Answer(text=result.final_output)
