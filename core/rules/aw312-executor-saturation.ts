/** As many threads asked for as there are items. */
import type { Saturation } from '../effects/executor-saturation.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<Saturation>({
  code: 'AW312',
  name: 'executor-saturation',
  since: '0.1.0',
  guideline: [43, 45, 48],
  severity: { 'sync-default': 'hint', hybrid: 'hint', 'async-first': 'hint' },
  docs: {
    what: 'Reports fan-outs that hand one function to the shared thread pool for each of as many items as there happen to be: `gather(*[asyncio.to_thread(load, name) for name in names])`.',
    why: 'The default executor has `min(32, cpu + 4)` threads, AnyIO 40 tokens, and everything shares them: DNS look-ups, file access, `def` endpoints. A thousand items queue up in front of all of that.',
    instead:
      'Let a few through at a time, by an `asyncio.Semaphore` or `anyio.CapacityLimiter`; or give the work an executor of its own: `loop.run_in_executor(pool, load, name)`.',
    limits:
      'Small sizes that the code shows (a literal, `range(5)`, a slice) are silent, and so is an executor that is handed in. The hop is seen where it is started, or as the first await of a coroutine of yours. How long plain endpoints hold their threads is not judged. It is a hint, because in real projects about half of what it finds goes over a few objects that the program itself has made.',
    example: {
      bad: python`
import asyncio


def load(name): ...


async def load_all(names):
    return await asyncio.gather(*[asyncio.to_thread(load, name) for name in names])
`,
      good: python`
import asyncio


def load(name): ...


async def load_in_thread(name, semaphore):
    async with semaphore:
        return await asyncio.to_thread(load, name)


async def load_all(names):
    semaphore = asyncio.Semaphore(4)
    return await asyncio.gather(*[load_in_thread(name, semaphore) for name in names])
`,
    },
  },

  *detect({ path, facts }) {
    for (const detection of spots(facts.concurrency.saturations(path))) {
      const { offloadAt } = detection.evidence;
      yield { ...detection, related: [{ ...offloadAt, message: 'takes a thread for each item' }] };
    }
  },

  message: ({ by, offload }) =>
    `Asks for a thread for each item at once: \`${by}\` over \`${offload}\` fills the pool that all share`,
});
