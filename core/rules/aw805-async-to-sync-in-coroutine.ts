/** `async_to_sync` on a thread whose loop is running. */
import type { NestedLoop } from '../effects/nested-loops.ts';
import { nestedLoops } from './detections.ts';
import { chainText, defineRule, nestedLoopFixes, python } from './rule.ts';

export default defineRule<NestedLoop>({
  code: 'AW805',
  name: 'async-to-sync-in-coroutine',
  since: '0.1.0',
  guideline: [104],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports `async_to_sync(f)(…)` of asgiref in code on the event loop, directly or through the functions it calls.',
    why: 'The bridge waits until the coroutine is done. On a thread that runs a loop nothing could finish it, so it raises `RuntimeError`: "You cannot use AsyncToSync in the same thread as an async event loop".',
    instead:
      'Await the coroutine function as it is. Where a sync function of yours stands between, give it an async twin.',
    limits:
      'Followed like blocking calls: through plain functions, methods and properties, never into a thread. Branches that run only without a loop are left out.',
    example: {
      bad: python`
from asgiref.sync import async_to_sync


async def fetch(key): ...


def fetch_now(key):
    return async_to_sync(fetch)(key)


async def show(key):
    return fetch_now(key)
`,
      good: python`
async def fetch(key): ...


async def show(key):
    return await fetch(key)
`,
    },
  },

  detect: ({ path, facts }) => nestedLoops(facts.frameworks.bridges(path)),

  message: (loop) =>
    `Waits for a coroutine on the thread of a running loop: ${chainText(loop)} raises RuntimeError`,

  fixes: nestedLoopFixes,
});
