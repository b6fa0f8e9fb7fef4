/** `with` and `for` that lack `async`, or have it where it cannot be. */
import type { WrongProtocol } from '../effects/wrong-protocols.ts';
import { defineRule, python, withoutBlocking } from './rule.ts';

type Evidence = WrongProtocol & { readonly blocks: () => boolean };

export default defineRule<Evidence>({
  code: 'AW206',
  name: 'sync-with-on-async-object',
  since: '0.1.0',
  guideline: [67, 99],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports `with` on objects that are async context managers only, `for` on async iterators, and the reverse: `async with` and `async for` on plain ones.',
    why: 'The statement looks for `__enter__` where there is only `__aenter__`, or `__iter__` where there is only `__aiter__`, and raises `TypeError` or `AttributeError` when it is reached.',
    instead:
      'Add `async`, or drop it. In a plain function, either make the function async or use the plain counterpart of the object.',
    limits:
      'Reported where the object has the one protocol and surely not the other: all its base classes were read, or it is what a generator or a `@contextmanager` function gives. Where it may be several things, each of them has to be wrong. A coroutine in such a place is AW203.',
    example: {
      bad: python`
import asyncio

lock = asyncio.Lock()


async def update(table, row):
    with lock:
        table.append(row)
`,
      good: python`
import asyncio

lock = asyncio.Lock()


async def update(table, row):
    async with lock:
        table.append(row)
`,
    },
  },

  *detect({ path, facts }) {
    for (const wrong of facts.coroutines.wrongProtocols(path)) {
      const blocks = () => wrong.isAsync && facts.blocksAt(path, wrong.span);
      yield { at: wrong.span, function: wrong.function, evidence: { ...wrong, blocks } };
    }
  },

  fixes: ({ span, statement, isAsync, blocks }, rewriter) =>
    withoutBlocking(rewriter.switchProtocol(span, statement, isAsync), blocks),

  message: ({ statement, isAsync, thing }) => {
    const verb = statement === 'with' ? 'Enters' : 'Loops over';
    const kind = statement === 'with' ? 'context manager' : 'iterator';
    return isAsync
      ? `${verb} \`${thing}\` by \`async ${statement}\`, but it is a plain ${kind}`
      : `${verb} \`${thing}\` by \`${statement}\`, but it is an async ${kind}`;
  },
});
