/** Coroutine functions that are handed to code which calls them as plain ones. */
import type { WrongCallback } from '../effects/wrong-callbacks.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<WrongCallback>({
  code: 'AW205',
  name: 'coroutine-function-where-sync-expected',
  since: '0.1.0',
  guideline: [16],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports coroutine functions that are handed to something which calls plain functions: threads and executors, `call_soon` and `add_done_callback`, `sorted(key=…)`, `filter`, `atexit`, signal handlers, and frameworks that do not await what they call.',
    why: 'Whoever calls it gets a coroutine and drops it. The body never runs, and nothing says so; a `key` or a predicate gets an object that is always true and compares with nothing.',
    instead:
      'Hand over a plain function. On the loop, let it start a task; in a thread, let it call `asyncio.run`; where the result is needed, await first and hand over what came of it.',
    limits:
      'Also reported: lambdas and plain functions that give a coroutine on every path, and `functools.partial` of a coroutine function. `map` is reported where its result is used up on the spot; `gather(*map(f, items))` is fine. What unknown code does with a function is not guessed.',
    example: {
      bad: python`
import asyncio


async def close(session): ...


async def stop(session):
    await asyncio.to_thread(close, session)
`,
      good: python`
import asyncio


async def close(session): ...


async def stop(session):
    await close(session)
`,
    },
  },

  *detect({ path, facts }) {
    for (const wrong of facts.coroutines.wrongCallbacks(path)) {
      yield { at: wrong.span, function: wrong.function, evidence: wrong };
    }
  },

  message: ({ callback, caller, role }) =>
    role === undefined
      ? `Never runs \`${callback}\`: \`${caller}\` calls it and does not await its coroutine`
      : `Never runs \`${callback}\`: ${caller} calls it as a ${role} and does not await its coroutine`,
});
