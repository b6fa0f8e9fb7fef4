/** Offloads of what is done at once. */
import type { TrivialOffload } from '../effects/trivial-offloads.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<TrivialOffload>({
  code: 'AW602',
  name: 'trivial-offload',
  since: '0.1.0',
  guideline: [54, 55],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports functions that are handed to a thread and awaited, and that are done at once: they wait for nothing, loop over nothing, and call nothing that does.',
    why: 'Waking a thread and coming back takes some 26 to 103 µs. The function takes a fraction of that, and now runs beside code that thought it had the data for itself.',
    instead: 'Call the function.',
    limits:
      'Only where every line of the function is understood: each call leads to a function of yours that is as quick, or to one that is known to be; each attribute belongs to a class that was read. `with`, loops, comprehensions and generators are left alone.',
    example: {
      bad: python`
import asyncio


async def defaults():
    return await asyncio.to_thread(lambda: {"key": "value"})
`,
      good: python`
async def defaults():
    return {"key": "value"}
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.design.trivialOffloads(path)) {
      yield { at: found.span, function: found.function, evidence: found };
    }
  },

  message: ({ given }) =>
    given === 'lambda'
      ? 'Takes a thread for what is done at once: the lambda never waits'
      : `Takes a thread for what is done at once: \`${given}\` never waits`,

  fixes: ({ span, givenAt }, rewriter) => rewriter.unwrapOffload({ span, given: givenAt }),
});
