/** Calls on the event loop that wait for another thread or process. */
import type { BlockingCall } from '../effects/facts.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

export default defineRule<BlockingCall>({
  code: 'AW108',
  name: 'blocking-wait',
  since: '0.1.0',
  guideline: [123],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports calls in code on the event loop that wait for another thread, process or future: `Future.result`, `Thread.join`, `Queue.get`, `Event.wait`, `Lock.acquire`.',
    why: 'The loop stands still until the other side is done. Where the other side needs this loop to go on, as with `run_coroutine_threadsafe(…).result()`, neither ever is.',
    instead:
      'Await instead: `await asyncio.wrap_future(future)`, `asyncio.Queue`, `asyncio.Event`; or wait in a worker thread.',
    limits:
      'Calls that do not wait are not reported: `acquire(blocking=False)`, `get_nowait()`, a timeout of zero, `result()` of an asyncio task. Nor is entering a lock by `with`, since such locks are held for moments only as a rule; `acquire()` is reported. A class of the program that is called a lock, waits on a condition and wakes those who wait counts as such a lock, however it is entered.',
    example: {
      bad: python`
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def total(numbers):
    future = pool.submit(sum, numbers)
    return future.result()
`,
      good: python`
import asyncio
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def total(numbers):
    return await asyncio.get_running_loop().run_in_executor(pool, sum, numbers)
`,
    },
  },

  detect: (file) => blockingCalls(file, ['wait']),

  message: (call) => `Blocks the event loop: ${chainText(call)} waits for another thread or process`,

  fixes: blockingFixes,
});
