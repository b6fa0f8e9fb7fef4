/** Event loops that are started in sync endpoints. */
import type { NestedLoop } from '../effects/nested-loops.ts';
import { nestedLoops } from './detections.ts';
import { chainText, defineRule, python } from './rule.ts';

export default defineRule<NestedLoop>({
  code: 'AW802',
  name: 'endpoint-runs-own-loop',
  since: '0.1.0',
  guideline: [86, 103],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports `asyncio.run` and the like in sync endpoints and dependencies of a framework that has a loop of its own, directly or through the functions they call.',
    why: 'The framework sends the function to a thread, and there it makes a loop, runs one coroutine and takes the loop down, for each request. Clients, pools and locks that belong to another loop do not work in it, and the thread is taken for as long as it waits.',
    instead:
      'Make the function `async def` and await the coroutine: the framework runs it on the loop that is there.',
    limits:
      'Where the framework would refuse a coroutine function, the rule is silent. Loops that an installed package starts behind the call are left to it.',
    example: {
      bad: python`
import asyncio

from fastapi import FastAPI

app = FastAPI()


async def ask(question): ...


@app.get("/answer")
def answer(question: str):
    return asyncio.run(ask(question))
`,
      good: python`
from fastapi import FastAPI

app = FastAPI()


async def ask(question): ...


@app.get("/answer")
async def answer(question: str):
    return await ask(question)
`,
    },
  },

  detect: ({ path, facts }) => nestedLoops(facts.frameworks.ownLoops(path)),

  message: (loop) =>
    `Starts an event loop for each call: ${chainText(loop)}; the framework's own is free to \`await\` on`,
});
