/** Failures that `gather` hands back and nobody looks at. */
import type { Gathering } from '../effects/gathered.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<Gathering>({
  code: 'AW304',
  name: 'gather-exceptions-ignored',
  since: '0.1.0',
  guideline: [101],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports `asyncio.gather(…, return_exceptions=True)` whose results nobody reads.',
    why: 'With `return_exceptions=True` a failure is an element of the result and nothing else: it is not raised, not logged, not counted. Where the result is thrown away, every error is too.',
    instead:
      'Go through the results and log or raise those that are a `BaseException`. Where one failure should stop the others and be raised, use a `TaskGroup`.',
    limits:
      'Silent where what is gathered is being ended: in a `finally`, after `.cancel()`, in functions that are called `close`, `stop`, `shutdown` and the like, and where these are what is gathered; for tasks that were made elsewhere; and for coroutines that catch every `Exception` themselves. Results that are read count as looked at, whatever is done with them.',
    example: {
      bad: python`
import asyncio


async def notify(user): ...


async def notify_all(users):
    await asyncio.gather(*[notify(user) for user in users[:10]], return_exceptions=True)
`,
      good: python`
import asyncio
import logging


async def notify(user): ...


async def notify_all(users):
    results = await asyncio.gather(*[notify(user) for user in users[:10]], return_exceptions=True)
    for user, result in zip(users, results):
        if isinstance(result, BaseException):
            logging.error("could not notify %s", user, exc_info=result)
`,
    },
  },

  *detect({ path, facts }) {
    for (const gathering of facts.concurrency.gatherings(path)) {
      const { span, function: name, keepsFailures, losesFailures } = gathering;
      if (keepsFailures && losesFailures) yield { at: span, function: name, evidence: gathering };
    }
  },

  message: ({ name }) =>
    name === undefined
      ? 'Hides every failure: `return_exceptions=True` hands them back, and nobody takes the results'
      : `Hides every failure: \`return_exceptions=True\` puts them into \`${name}\`, which nobody reads`,
});
