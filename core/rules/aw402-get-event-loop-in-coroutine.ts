/** The event loop asked for by a function that could also make one. */
import type { Spot } from '../effects/named-calls.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<Spot>({
  code: 'AW402',
  name: 'get-event-loop-in-coroutine',
  since: '0.1.0',
  guideline: [42, 94],
  severity: { 'sync-default': 'information', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports `asyncio.get_event_loop()` in coroutines.',
    why: 'In a coroutine it gives the running loop, and elsewhere something that hangs on the policy, the thread and the Python version: code that is moved out of the coroutine gets a loop that nobody runs, or since Python 3.14 an error.',
    instead:
      'Call `asyncio.get_running_loop()`. For `run_in_executor(None, …)` and `create_task` there are `asyncio.to_thread` and `asyncio.create_task`, which need no loop at all.',
    limits: 'Only coroutines are looked at, not the plain functions that they call.',
    example: {
      bad: python`
import asyncio


def render(page): ...


async def handler(page):
    loop = asyncio.get_event_loop()
    return await loop.run_in_executor(None, render, page)
`,
      good: python`
import asyncio


def render(page): ...


async def handler(page):
    return await asyncio.to_thread(render, page)
`,
    },
  },

  detect: ({ path, facts }) => spots(facts.loops.lookups(path)),

  message: () =>
    'Asks by `get_event_loop` for the loop that runs this coroutine: `get_running_loop` says what is meant',

  fixes: ({ span }, rewriter) => rewriter.askForRunningLoop(span),
});
