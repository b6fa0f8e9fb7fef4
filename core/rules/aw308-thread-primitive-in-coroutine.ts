/** Events and queues of threads where no thread is. */
import type { ThreadPrimitive } from '../effects/thread-primitives.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<ThreadPrimitive>({
  code: 'AW308',
  name: 'thread-primitive-in-coroutine',
  since: '0.1.0',
  guideline: [96],
  severity: { 'sync-default': 'information', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports `threading.Event`, `Condition`, `Semaphore` and `Barrier`, and the queues of `queue`, that a coroutine makes and no thread can get hold of.',
    why: 'Their methods wait by stopping the thread, and with it the event loop: whoever would set the event or fill the queue runs on the same one.',
    instead: 'Use the twin of `asyncio`: `asyncio.Event`, `asyncio.Queue`, with `await event.wait()`.',
    limits:
      'Silent as soon as the object is stored, handed on, or read by a plain function inside: a thread may be behind that. Locks are left to AW307, and objects that a loop polls to AW313.',
    example: {
      bad: python`
import asyncio
import queue


async def collect(jobs):
    results = queue.Queue()
    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(job())
    results.put_nowait("done")
    return results.get_nowait()
`,
      good: python`
import asyncio


async def collect(jobs):
    results = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(job())
    results.put_nowait("done")
    return await results.get()
`,
    },
  },

  detect: ({ path, facts }) => spots(facts.tasks.threadPrimitives(path)),

  message: ({ primitive, twin }) =>
    `Makes a \`${primitive}\` that no thread uses: \`${twin}\` lets other tasks run while it waits`,
});
