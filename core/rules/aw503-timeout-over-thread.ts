/** Time limits that end the wait for a thread, and not the thread. */
import type { ThreadTimeout } from '../effects/thread-timeouts.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<ThreadTimeout>({
  code: 'AW503',
  name: 'timeout-over-thread',
  since: '0.1.0',
  guideline: [102],
  severity: { 'sync-default': 'information', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports `wait_for` and `timeout` around work that was handed to a thread: `asyncio.to_thread`, `run_in_executor`, `anyio.to_thread.run_sync` and the like.',
    why: 'A thread cannot be stopped from outside. When the time is up, asyncio goes on without it, and AnyIO waits for it all the same. The function still runs, holds its place in the pool, and may yet have its effect.',
    instead:
      'Give the function a limit of its own: `requests.get(url, timeout=5)`, `subprocess.run(…, timeout=5)`, a lock with a timeout. Or await an async alternative, which can be cancelled.',
    limits:
      'Only hand-overs that stand in the block or the argument itself are seen, not those behind another coroutine.',
    example: {
      bad: python`
import asyncio


def convert(path): ...


async def handler(path):
    return await asyncio.wait_for(asyncio.to_thread(convert, path), timeout=5)
`,
      good: python`
import asyncio


def convert(path, timeout): ...


async def handler(path):
    return await asyncio.to_thread(convert, path, timeout=5)
`,
    },
  },

  *detect({ path, facts }) {
    for (const detection of spots(facts.resources.threadTimeouts(path))) {
      const related = [{ path, span: detection.evidence.offloadAt, message: 'runs on when the time is up' }];
      yield { ...detection, related };
    }
  },

  message: ({ limit, offload }) =>
    `Cannot stop the thread: when the time of \`${limit}\` is up, what \`${offload}\` runs goes on`,
});
