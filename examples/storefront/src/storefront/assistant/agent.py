"""Asks the model, runs the tools that it asks for, and asks again."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openai import OpenAI

from storefront.assistant.tools import Toolbox
from storefront.clients.shipping import ShippingClient

PROMPTS = Path(__file__).parent / "prompts"
MOST_ROUNDS = 5


@dataclass
class Reply:
    text: str
    tools: list[str] = field(default_factory=list)


class Agent:
    def __init__(self, model: str, shipping: ShippingClient) -> None:
        self._model = model
        self._client = OpenAI()
        self._tools = Toolbox(shipping)
        self._messages: list[dict[str, Any]] = [{"role": "system", "content": _prompt("assistant")}]

    async def answer(self, question: str) -> Reply:
        self._messages.append({"role": "user", "content": question})
        used: list[str] = []
        for _ in range(MOST_ROUNDS):
            message = self._complete()
            if not message.tool_calls:
                return Reply(message.content or "", used)
            self._messages.append(message.model_dump())
            results = await asyncio.gather(
                *(self._tools.run(call.function.name, json.loads(call.function.arguments)) for call in message.tool_calls)
            )
            for call, result in zip(message.tool_calls, results, strict=True):
                used.append(call.function.name)
                self._messages.append({"role": "tool", "tool_call_id": call.id, "content": result})
        return Reply("I am sorry, I could not find that out.", used)

    def _complete(self) -> Any:
        completion = self._client.chat.completions.create(
            model=self._model,
            messages=self._messages,
            tools=self._tools.schemas,
        )
        return completion.choices[0].message


def _prompt(name: str) -> str:
    return (PROMPTS / f"{name}.md").read_text(encoding="utf-8")
