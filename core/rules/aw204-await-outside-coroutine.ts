/** `await` in plain code, and `await` before something that is not awaitable. */
import type { WrongAwait } from '../effects/awaits.ts';
import type { Recolouring } from '../model/rewriter.ts';
import { defineRule, python, shortName, withoutBlocking } from './rule.ts';

const PLACES = {
  function: 'in a plain function',
  lambda: 'in a lambda',
  class: 'in a class body',
  module: 'at the top level of a module',
} as const;

type Evidence = WrongAwait & { readonly recolouring: () => Recolouring; readonly blocks: () => boolean };

export default defineRule<Evidence>({
  code: 'AW204',
  name: 'await-outside-coroutine',
  since: '0.1.0',
  guideline: [82, 83, 84],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports `await`, `async for` and `async with` outside an `async def`, and `await` before a value that is not awaitable.',
    why: 'The first is a `SyntaxError`: nothing in the file runs. The second raises `TypeError` when it is reached, which may be rarely.',
    instead:
      'Make the function async, and await it where it is called. Drop `await` before what is plain; where a function of yours should have been async, make it so.',
    limits:
      'Of each plain function the first `await` is reported. Top-level `await` in a notebook is fine, and so is one inside a generator expression, which becomes an async generator. A value counts as not awaitable when it is written down as such, or when every function that may be called returns nothing, a builtin type or a generator; methods that a subclass overrides, and functions under a decorator that could not be read, are left alone. So is what the same function asks about, by `iscoroutinefunction(f)`, `isawaitable(x)` or `isinstance(x, …)`.',
    example: {
      bad: python`
def save(entry):
    await entry.flush()
`,
      good: python`
async def save(entry):
    await entry.flush()
`,
    },
  },

  *detect({ path, facts }) {
    for (const wrong of facts.coroutines.wrongAwaits(path)) {
      const recolouring = () => facts.recolourings.toAsync(path, wrong.function);
      const blocks = () => facts.blocksAt(path, wrong.span);
      yield { at: wrong.span, function: wrong.function, evidence: { ...wrong, recolouring, blocks } };
    }
  },

  message: (wrong) =>
    wrong.kind === 'outside'
      ? `Cannot compile: \`${wrong.keyword}\` stands ${PLACES[wrong.place]}`
      : `Awaits what is not awaitable: ${wrong.thing}`,

  fixes(wrong, rewriter) {
    if (wrong.kind === 'not-awaitable') return withoutBlocking(rewriter.dropAwait(wrong.span), wrong.blocks);
    return wrong.place === 'function'
      ? rewriter.makeAsync(shortName(wrong.function), wrong.recolouring())
      : [];
  },
});
