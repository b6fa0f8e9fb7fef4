/** Names for the error of a timeout that do not fit the Python version. */
import type { TimeoutErrorName } from '../effects/timeout-errors.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<TimeoutErrorName>({
  code: 'AW505',
  name: 'timeout-error-alias',
  since: '0.1.0',
  guideline: [102],
  severity: { 'sync-default': 'hint', hybrid: 'hint', 'async-first': 'hint' },
  docs: {
    what: 'Reports `asyncio.TimeoutError` and `concurrent.futures.TimeoutError` in `except` where Python is 3.11 or later, `socket.timeout` from 3.10; and before 3.11 the builtin `TimeoutError` around `wait_for` or `timeout`.',
    why: 'These have become one error with several names, and a reader has to know that. Before 3.11 they were several: the builtin one does not catch what asyncio raises.',
    instead:
      'Write `TimeoutError` where the oldest Python of the project is 3.11, and `asyncio.TimeoutError` before that.',
    limits:
      'Goes by the oldest Python that the project says it runs on: the setting, `requires-python`, `python_requires` or `.python-version`. Where it says none the rule is silent, whatever is installed. Looks at `except` alone.',
    example: {
      bad: python`
import asyncio


async def poll(read):
    try:
        return await asyncio.wait_for(read(), 5)
    except asyncio.TimeoutError:
        return None
`,
      good: python`
import asyncio


async def poll(read):
    try:
        return await asyncio.wait_for(read(), 5)
    except TimeoutError:
        return None
`,
    },
  },

  detect: ({ path, facts }) => spots(facts.resources.timeoutErrorNames(path)),

  message: ({ name, isAlias }) =>
    isAlias
      ? `Names the builtin \`TimeoutError\` by its alias \`${name}\``
      : `Does not catch the timeout: before Python 3.11 asyncio raises \`asyncio.TimeoutError\``,

  fixes: ({ span, isAlias }, rewriter) => rewriter.nameTimeoutError(span, isAlias),
});
