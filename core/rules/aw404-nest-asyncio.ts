/** `nest_asyncio.apply()`. */
import type { Spot } from '../effects/named-calls.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<Spot>({
  code: 'AW404',
  name: 'nest-asyncio',
  since: '0.1.0',
  guideline: [103],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports `nest_asyncio.apply()`, which patches asyncio so that loops may be started inside a running one.',
    why: 'The inner loop runs tasks of the outer one in the middle of a plain call: code that is safe between two awaits is interrupted all the same, tasks finish in an order that nobody wrote down, and deep nesting ends in `RecursionError`. The patch replaces parts of asyncio for every library in the process, does not work with uvloop, and is no longer maintained.',
    instead:
      'Await. In a notebook, `await` at the top level of a cell. Where plain code has to call async code in a process that runs a loop, hand the coroutine to that loop by `run_coroutine_threadsafe` from another thread.',
    limits: 'Every call of `apply` counts, wherever it stands.',
    example: {
      bad: python`
import asyncio

import nest_asyncio

nest_asyncio.apply()


async def fetch(): ...


async def show():
    print(asyncio.run(fetch()))
`,
      good: python`
async def fetch(): ...


async def show():
    print(await fetch())
`,
    },
  },

  *detect({ path, facts }) {
    for (const place of facts.loops.patches(path))
      yield { at: place.span, function: place.function, evidence: place };
  },

  message: () => 'Patches asyncio so that loops nest: `await` instead, and the patch is not needed',
});
