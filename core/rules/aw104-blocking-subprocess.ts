/** Calls on the event loop that start or wait for a process. */
import type { BlockingCall } from '../effects/facts.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

export default defineRule<BlockingCall>({
  code: 'AW104',
  name: 'blocking-subprocess',
  since: '0.1.0',
  guideline: [123],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports calls in code on the event loop that start another process or wait for one.',
    why: 'Starting a process copies the page tables of this one, and waiting takes as long as the other program runs. The event loop stands still for both.',
    instead:
      'Await `asyncio.create_subprocess_exec` and its `communicate()`, or run the call in a worker thread.',
    limits:
      'Asking whether a process has ended (`poll`) and sending it signals are not reported. Reading from its pipes is, where their type is known.',
    example: {
      bad: python`
import subprocess


async def revision():
    return subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, check=True).stdout
`,
      good: python`
import asyncio
from asyncio.subprocess import PIPE


async def revision():
    process = await asyncio.create_subprocess_exec("git", "rev-parse", "HEAD", stdout=PIPE)
    output, _ = await process.communicate()
    return output
`,
    },
  },

  detect: (file) => blockingCalls(file, ['subprocess']),

  message: (call) => `Blocks the event loop: ${chainText(call)} runs a process`,

  fixes: blockingFixes,
});
