# profile: hybrid
# Guidelines 36 to 41: an endpoint that answers at once and leaves the work to a task in the background.
import asyncio
from uuid import uuid4

import crews
from fastapi import APIRouter, BackgroundTasks
from models import Accepted, Question

router = APIRouter()


class Jobs:
    def __init__(self):
        self.jobs = {}

    def good_create(self, topic, language):
        job_id = str(uuid4())
        self.jobs[job_id] = {"topic": topic, "language": language}
        return job_id

    def good_status(self, job_id):
        return self.jobs.get(job_id)

    async def good_execute(self, job_id):
        job = self.jobs[job_id]
        job["result"] = await asyncio.to_thread(crews.runner.run, job["topic"], job["language"])


jobs = Jobs()


@router.post("/run/async")
async def good_accepts(question: Question, background: BackgroundTasks) -> Accepted:
    job_id = jobs.good_create(question.topic, question.language)
    background.add_task(jobs.good_execute, job_id)
    return Accepted(job_id=job_id, status="pending")
