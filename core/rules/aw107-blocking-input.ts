/** Calls on the event loop that wait for somebody to type. */
import type { BlockingCall } from '../effects/facts.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

export default defineRule<BlockingCall>({
  code: 'AW107',
  name: 'blocking-input',
  since: '0.1.0',
  guideline: [123],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports calls in code on the event loop that wait for input at the terminal.',
    why: 'Nobody knows when somebody will press Enter. Until then no other task on the event loop runs.',
    instead: 'Read the line in a worker thread, or ask before the event loop starts.',
    limits:
      'Reading from `sys.stdin` counts as well: nothing in the code says whether it is a terminal or a pipe.',
    example: {
      bad: python`
async def confirm():
    return input("Continue? ") == "y"
`,
      good: python`
import asyncio


async def confirm():
    return await asyncio.to_thread(input, "Continue? ") == "y"
`,
    },
  },

  detect: (file) => blockingCalls(file, ['stdin']),

  message: (call) => `Blocks the event loop: ${chainText(call)} waits for somebody to type`,

  fixes: blockingFixes,
});
