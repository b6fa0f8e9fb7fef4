/** `sync_to_async` around what is no sync function, or on a thread that the ORM must not use. */
import type { OffloadMistake } from '../effects/offload-mistakes.ts';
import { defineRule, python } from './rule.ts';

const MESSAGES: Record<OffloadMistake['kind'], (given: string) => string> = {
  called: (given) =>
    `Calls \`${given}\` here and now, and offloads what it gave: hand over the function itself`,
  coroutine: (given) => `Offloads \`${given}\`, which is async already: \`await\` it`,
  'any-thread': (given) =>
    `Uses the ORM on any thread: connections of \`${given}\` with \`thread_sensitive=False\` are never closed`,
};

export default defineRule<OffloadMistake>({
  code: 'AW804',
  name: 'sync-to-async-misuse',
  since: '0.1.0',
  guideline: [],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports `sync_to_async` of asgiref (and `database_sync_to_async`) around the result of a call, around a coroutine function, and with `thread_sensitive=False` around a function that uses the Django ORM.',
    why: '`sync_to_async(load())` runs `load` on the event loop, before anything is offloaded, and then fails because its result cannot be called. A coroutine function is refused with a `TypeError`. Database connections of Django belong to the thread that opened them: in a thread of its own choice each call opens one that no request closes, and a transaction around it is another one.',
    instead:
      'Hand over the function and call what comes back: `await sync_to_async(load)()`. Await coroutines as they are. Leave `thread_sensitive` alone for what touches the database.',
    limits:
      'The first holds only where the result is known to be nothing that can be called: a factory that returns a function is fine. The last is a warning, for it works, at a price.',
    example: {
      bad: python`
from asgiref.sync import sync_to_async


def load(key) -> dict: ...


async def show(key):
    return await sync_to_async(load(key))()
`,
      good: python`
from asgiref.sync import sync_to_async


def load(key) -> dict: ...


async def show(key):
    return await sync_to_async(load)(key)
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.frameworks.offloadMistakes(path)) {
      const ceiling = found.kind === 'any-thread' ? { ceiling: 'warning' as const } : {};
      yield { at: found.span, function: found.function, evidence: found, ...ceiling };
    }
  },

  message: ({ kind, given }) => MESSAGES[kind](given),
});
