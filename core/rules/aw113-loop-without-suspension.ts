/** Endless loops that keep the event loop to themselves. */
import type { UnsuspendedLoop } from '../effects/unsuspended-loops.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<UnsuspendedLoop>({
  code: 'AW113',
  name: 'loop-without-suspension',
  since: '0.1.0',
  guideline: [123],
  severity: { 'sync-default': 'information', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports `while` loops of coroutines that nothing in their own body can end, and that can go round without awaiting anything.',
    why: 'Tasks take turns where they await. A loop that goes round without that holds the event loop for good: nothing else runs, so nothing ever changes what it waits for, and it cannot even be cancelled.',
    instead:
      'Await what the loop waits for: an `asyncio.Event`, a `Queue`, a `Condition`. Where there is nothing to wait for, `await asyncio.sleep(0)` lets the others have their turn.',
    limits:
      'Only `while True`, and loops over an attribute that the body does not set, are looked at; a `break`, `return` or `raise` anywhere in the body, or a `try` around the loop, counts as a way out. Awaiting something that never suspends is no turn for others where that can be read from its source. An inner loop that awaits is taken to do so at least once.',
    example: {
      bad: python`
async def drain(queue, handle):
    while True:
        if queue.empty():
            continue
        await handle(queue.get_nowait())
`,
      good: python`
async def drain(queue, handle):
    while True:
        await handle(await queue.get())
`,
    },
  },

  *detect({ path, facts }) {
    for (const loop of facts.concurrency.unsuspendedLoops(path))
      yield { at: loop.span, function: loop.function, evidence: loop };
  },

  message: ({ never, flag }) => {
    const way = never ? 'This loop never' : 'On some path this loop does not';
    const end = flag === undefined ? '' : `, so nobody gets to change \`${flag}\``;
    return `${way} ${never ? 'lets' : 'let'} another task run${end}`;
  },

  // A loop that asks for a flag again and again should wait for an event instead.
  fixes: ({ span, flag }, rewriter) => (flag === undefined ? rewriter.suspendInLoop(span) : []),
});
