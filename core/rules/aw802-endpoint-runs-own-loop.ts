/** Event loops that are started in sync endpoints. */
import type { NestedLoop } from '../effects/nested-loops.ts';
import { nestedLoops } from './detections.ts';
import type { Facts } from '../effects/facts.ts';
import type { Recolouring } from '../model/rewriter.ts';
import { chainText, defineRule, python, shortName } from './rule.ts';

interface OwnLoop extends NestedLoop {
  readonly colour: () => Recolouring | undefined;
}

export default defineRule<OwnLoop>({
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

  *detect({ path, facts }) {
    for (const found of nestedLoops(facts.frameworks.ownLoops(path))) {
      const colour = () => asyncEndpoint(path, found.evidence, facts);
      yield { ...found, evidence: { ...found.evidence, colour } };
    }
  },

  message: (loop) =>
    `Starts an event loop for each call: ${chainText(loop)}; the framework's own is free to \`await\` on`,

  fixes: ({ function: name, colour }, rewriter) => {
    const recolouring = colour();
    return recolouring ? rewriter.makeAsync(shortName(name), recolouring) : [];
  },
});

/** The endpoint as a coroutine that awaits what it starts a loop for. */
function asyncEndpoint(path: string, loop: NestedLoop, facts: Facts): Recolouring | undefined {
  const [start] = loop.chain;
  const colour = facts.frameworks.recoloured(path, loop.function)?.colour;
  if (!colour || !start || loop.chain.length > 1) return undefined;
  if ('refusal' in colour) return colour;
  if (facts.blockingInside(path, loop.function).length > 0)
    return { refusal: 'it would block the event loop then' };
  return { ...colour, calls: [{ path, span: loop.span, isEntry: false, start: start.callee }] };
}
