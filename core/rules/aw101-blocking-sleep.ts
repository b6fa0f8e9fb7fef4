/** Calls on the event loop that sleep. */
import type { BlockingCall } from '../effects/facts.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

export default defineRule<BlockingCall>({
  code: 'AW101',
  name: 'blocking-sleep',
  since: '0.1.0',
  guideline: [123, 17, 120],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports calls in code on the event loop that sleep, directly or through the functions they call.',
    why: 'While one coroutine sleeps this way, no other task on the same event loop runs: requests wait, timeouts fire late, heartbeats are missed.',
    instead:
      'Await `asyncio.sleep` (`anyio.sleep`, `trio.sleep`), which lets the other tasks run meanwhile. Where a library sleeps inside, call it in a worker thread.',
    limits:
      'A sleep counts however short it is. Sleeping in a worker thread, in a sync function that nothing calls from a coroutine, or at import is no concern of this rule.',
    example: {
      bad: python`
import time


async def poll(ready):
    while not ready():
        time.sleep(1)
`,
      good: python`
import asyncio


async def poll(ready):
    while not ready():
        await asyncio.sleep(1)
`,
    },
  },

  detect: (file) => blockingCalls(file, ['sleep']),

  message: (call) => `Blocks the event loop: ${chainText(call)} sleeps`,

  fixes: blockingFixes,
});
