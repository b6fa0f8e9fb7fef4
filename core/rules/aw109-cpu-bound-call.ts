/** Calls on the event loop that compute for long. */
import type { BlockingCall } from '../effects/facts.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

export default defineRule<BlockingCall>({
  code: 'AW109',
  name: 'cpu-bound-call',
  since: '0.1.0',
  guideline: [24, 52, 53, 93, 94, 95, 96, 97],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports calls in code on the event loop that are known to compute for long: password hashing, compression, local models, fitting and solving, rendering.',
    why: 'Awaiting does not make computing faster. While one coroutine computes, no other task on the same event loop runs.',
    instead:
      'Call it in a worker thread when it releases the GIL, as hashing, compression, NumPy and most models do. What holds the GIL, or is plain Python, goes to a process pool: in a thread it would leave the loop as stuck as before. A model that serves many is better off as a service of its own.',
    limits:
      'Only what the catalogue knows to be heavy by its nature counts; how large an argument is, nobody can tell from the code. So `json.loads`, a regular expression or a loop of your own are not reported, however long they take on your data: measure, or describe the call in a pack of your own. Tests are left alone.',
    example: {
      bad: python`
import hashlib


async def login(password, salt):
    return hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1)
`,
      good: python`
import asyncio
import hashlib


async def login(password, salt):
    return await asyncio.to_thread(hashlib.scrypt, password, salt=salt, n=2**14, r=8, p=1)
`,
    },
  },

  detect: (file) => blockingCalls(file, ['cpu']),

  message: (call) => `Blocks the event loop: ${chainText(call)} computes for long${hint(call)}`,

  fixes: blockingFixes,
});

/** What decides between a thread and a process. */
function hint({ record: { gil } }: BlockingCall): string {
  return gil === 'holds' ? ' and holds the GIL' : '';
}
