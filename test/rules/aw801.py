# AW801 fastapi-trivial-sync
import asyncio
import time
from dataclasses import dataclass
from uuid import uuid4

import requests
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request
from pydantic import BaseModel
from sqlalchemy.orm import DeclarativeBase
from unread import Session

app = FastAPI()
router = APIRouter()
jobs: dict[str, "Job"] = {}


class Job(BaseModel):
    job_id: str
    status: str = "pending"


@dataclass
class Page:
    number: int


class Base(DeclarativeBase): ...


class User(Base): ...


def page(number: int = 1):
#   ~~~~ AW801: Takes a thread for nothing: the dependency `page` never waits, and could be `async def`
    return Page(number)


def create_job() -> Job:
    job = Job(job_id=str(uuid4()))
    jobs[job.job_id] = job
    return job


@app.post("/jobs")
def submit():
#   ~~~~~~ AW801: Takes a thread for nothing: the endpoint `submit` never waits, and could be `async def`
    return create_job()


@router.get("/jobs/{job_id}")
def status(job_id: str, page: Page = Depends(page)):
#   ~~~~~~ AW801: Takes a thread for nothing: the endpoint `status` never waits, and could be `async def`
    if job_id not in jobs:
        raise HTTPException(404, f"no job {job_id}")
    return jobs[job_id].status, page.number


# Silent.


@app.get("/health")
async def is_async_already():
    return {"status": "ok"}


@app.get("/blocks")
def may_wait_in_a_thread(url: str):
    return requests.get(url).json()  # ok: that is what the thread is for


@app.get("/loops")
def loops(request: Request):
    return [job.status for job in jobs.values()]  # ok: nobody knows how many


@app.get("/unknown")
def calls_what_was_not_read(session: Session):
    return session.all()


@app.get("/lazy")
def reads_a_lazy_attribute(user: User = Depends(calls_what_was_not_read)):
    return user.items


def opens_and_closes():
    session = Session()
    yield session
    session.close()


@app.get("/later")
async def uses(session: Session = Depends(opens_and_closes)):
    return await asyncio.to_thread(session.all)


def sleeps():
    time.sleep(1)


def in_no_framework():
    return {}
