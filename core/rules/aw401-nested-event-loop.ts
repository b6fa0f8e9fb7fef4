/** Event loops that are started on a running one. */
import type { NestedLoop } from '../effects/nested-loops.ts';
import { nestedLoops } from './detections.ts';
import { chainText, defineRule, nestedLoopFixes, python } from './rule.ts';

export default defineRule<NestedLoop>({
  code: 'AW401',
  name: 'nested-event-loop',
  since: '0.1.0',
  guideline: [104, 103],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports calls in code on the event loop that start another one, directly or through the functions they call: `asyncio.run`, `run_until_complete`, `anyio.run`, `uvicorn.run`.',
    why: 'A thread runs one event loop at a time. The inner one raises `RuntimeError`, and the coroutine that it was given never runs.',
    instead:
      'Await the coroutine. Where a plain function stands between, give it an async twin that awaits, and call that one here.',
    limits:
      'Followed like blocking calls: through plain functions, methods and properties, never into a thread. Branches that run only without a loop are left out: behind `except RuntimeError` of a `get_running_loop()`, behind `loop.is_running()` or a function of yours that asks the same. What an installed package does in a branch is left to its judgement. Where `nest_asyncio.apply()` stands at the top level of a file, or on the way, loops do nest, and AW404 has the word.',
    example: {
      bad: python`
import asyncio


async def fetch(): ...


def fetch_now():
    return asyncio.run(fetch())


async def handler():
    return fetch_now()
`,
      good: python`
import asyncio


async def fetch(): ...


async def handler():
    return await fetch()


if __name__ == "__main__":
    asyncio.run(handler())
`,
    },
  },

  detect: ({ path, facts }) => nestedLoops(facts.loops.nested(path)),

  message: (loop) => `Starts an event loop on a running one: ${chainText(loop)} raises RuntimeError`,

  fixes: nestedLoopFixes,
});
