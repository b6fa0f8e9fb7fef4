/** Time limits that are switched off. */
import type { EndlessWait } from '../effects/waits-without-end.ts';
import { endlessWaits } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<EndlessWait>({
  code: 'AW502',
  name: 'timeout-disabled',
  since: '0.1.0',
  guideline: [34],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports time limits that are set to `None`: `timeout=None` for a request, a client or a session, `ClientTimeout(total=None)`, `asyncio.wait_for(…, None)`.',
    why: 'A peer that says nothing more then keeps the caller waiting for ever. What is slow needs a long limit, not none.',
    instead:
      'Give the longest time that still makes sense: `timeout=300`. For a stream, limit the time between two pieces: `httpx.Timeout(None, read=60)`, `ClientTimeout(total=None, sock_read=60)`.',
    limits:
      'Only a `None` that is written there counts, not a variable that may hold one. Silent when another limit is given beside it.',
    example: {
      bad: python`
import httpx

client = httpx.AsyncClient(timeout=None)
`,
      good: python`
import httpx

client = httpx.AsyncClient(timeout=300)
`,
    },
  },

  detect: (file) => endlessWaits(file, { isDisabled: true }),

  message: ({ callee, param, usual }) =>
    `Switches off the time limit: \`${param ?? 'timeout'}=None\` lets \`${callee}\` wait for ever` +
    (usual === 'none' ? '' : ` instead of ${usual}`),
});
