/** Loops that sleep and ask, and sleep again. */
import type { BusyWait } from '../effects/busy-waits.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<BusyWait>({
  code: 'AW313',
  name: 'busy-wait',
  since: '0.1.0',
  guideline: [],
  severity: { 'sync-default': 'hint', hybrid: 'hint', 'async-first': 'hint' },
  docs: {
    what: 'Reports loops in coroutines that do nothing but sleep until something in the same program has changed: an attribute that another method sets, a variable that another function binds, an event, a task or a queue.',
    why: 'It wakes up for nothing most of the time, and too late when it matters: half the interval on average.',
    instead:
      'Wait for it: `await event.wait()` on an `asyncio.Event` that is set where the change is made, `await task`, `await queue.get()`. From another thread, set it by `loop.call_soon_threadsafe(event.set)`.',
    limits:
      'The body has to hold one sleep and nothing else. Conditions that call anything but `is_set`, `done`, `empty`, `full`, `qsize` or `locked` are left alone: they may ask somebody outside. Tests are left alone.',
    example: {
      bad: python`
import asyncio


class Server:
    ready = False

    def started(self):
        self.ready = True

    async def wait(self):
        while not self.ready:
            await asyncio.sleep(0.1)
`,
      good: python`
import asyncio


class Server:
    def __init__(self):
        self.ready = asyncio.Event()

    def started(self):
        self.ready.set()

    async def wait(self):
        await self.ready.wait()
`,
    },
  },

  detect: ({ path, facts }) => spots(facts.tasks.busyWaits(path)),

  message: () => 'Sleeps and asks until something has changed: wait for an `asyncio.Event` that says so',
});
