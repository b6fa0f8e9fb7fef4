/** Locks of threads in the hands of a coroutine that waits. */
import type { LockOverAwait } from '../effects/locks-over-awaits.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<LockOverAwait>({
  code: 'AW307',
  name: 'thread-lock-held-over-await',
  since: '0.1.0',
  guideline: [105],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports `with` blocks in coroutines that hold a lock of `threading` or `multiprocessing` (`Lock`, `RLock`, `Condition`, `Semaphore`) while they await something.',
    why: 'While the coroutine waits, others run on the same thread. The first that asks for the lock blocks that thread, so the holder never gets to let go: a deadlock. An `RLock` lets it in instead, and guards nothing.',
    instead:
      'Use `asyncio.Lock` with `async with`. Where threads share the data too, await before or after the block and keep only plain statements in it.',
    limits:
      'Only `with` blocks are looked at, not pairs of `acquire` and `release`; the lock has to be known by its class, through names, attributes and annotations.',
    example: {
      bad: python`
import asyncio
import threading

lock = threading.Lock()
entries = []


async def add(entry):
    with lock:
        await asyncio.sleep(1)
        entries.append(entry)
`,
      good: python`
import asyncio

lock = asyncio.Lock()
entries = []


async def add(entry):
    async with lock:
        await asyncio.sleep(1)
        entries.append(entry)
`,
    },
  },

  *detect({ path, facts }) {
    for (const detection of spots(facts.tasks.locksOverAwaits(path))) {
      const related = [{ path, span: detection.evidence.suspendsAt, message: 'other tasks run here' }];
      yield { ...detection, related };
    }
  },

  message: ({ lock }) =>
    lock.endsWith('RLock')
      ? `Awaits while it holds a \`${lock}\`: other tasks on this thread get in all the same`
      : `Awaits while it holds a \`${lock}\`: the next task that wants it blocks the event loop for good`,
});
