/** Cancellations that end in an `except`. */
import type { SwallowedCancellation } from '../effects/swallowed-cancellations.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<SwallowedCancellation>({
  code: 'AW311',
  name: 'cancellation-swallowed',
  since: '0.1.0',
  guideline: [],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports handlers in coroutines that catch a cancellation and do not raise it again: `except asyncio.CancelledError`, `except BaseException`, `except:`.',
    why: 'Cancelling is a request that travels as an exception. Who swallows it makes `asyncio.timeout`, `TaskGroup` and shutdown wait for, or go on with, a task that was meant to end.',
    instead:
      'Clean up, then `raise`; or clean up in `finally`. For errors in general write `except Exception`, which lets cancellations pass.',
    limits:
      'Silent where the handler raises anything, hands the exception on or notes it, where the function has cancelled something itself, in clean-up code (`finally`, another handler), in tests, and where all that is awaited are tasks of others, whose end the exception may tell of. A handler for `CancelledError` alone is taken to end its own task on purpose, and is reported only when the coroutine goes on to await behind it. A loop with a condition (`while self.running`) is taken to end by it. `anyio.get_cancelled_exc_class()` is left out: there a cancellation comes again at the next await. `contextlib.suppress` is not looked at.',
    example: {
      bad: python`
import asyncio


async def poll(read):
    while True:
        try:
            await read()
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("cancelled")
`,
      good: python`
import asyncio


async def poll(read):
    while True:
        try:
            await read()
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("cancelled")
            raise
`,
    },
  },

  detect: ({ path, facts }) => spots(facts.tasks.swallowedCancellations(path)),

  message: ({ caught, goesOn }) => {
    const handler = caught === '' ? '`except:`' : `\`except ${caught}:\``;
    return goesOn
      ? `Swallows cancellation: behind ${handler} the coroutine goes on, as if nobody had cancelled it`
      : `Swallows cancellation: behind ${handler} whoever awaits this goes on, as if nobody had cancelled it`;
  },
});
