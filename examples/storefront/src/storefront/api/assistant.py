"""The assistant that answers customers' questions."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel

from storefront.assistant.agent import Agent
from storefront.assistant.transcripts import Transcript
from storefront.config import settings

router = APIRouter(tags=["assistant"])


class Question(BaseModel):
    customer: str
    text: str


class Answer(BaseModel):
    text: str
    tools: list[str]


@router.post("/ask")
async def ask(question: Question, request: Request) -> Answer:
    agent = Agent(settings.model, request.app.state.shipping)
    reply = await agent.answer(question.text)
    Transcript(question.customer).append(question.text, reply.text)
    return Answer(text=reply.text, tools=reply.tools)


@router.get("/history/{customer}")
async def history(customer: str) -> list[dict[str, str]]:
    return Transcript(customer).entries
