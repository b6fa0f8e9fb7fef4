/** Calls that wait for another machine as long as it takes. */
import type { EndlessWait } from '../effects/waits-without-end.ts';
import { endlessWaits } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<EndlessWait>({
  code: 'AW501',
  name: 'missing-timeout',
  since: '0.1.0',
  guideline: [34, 102],
  severity: { 'sync-default': 'information', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports calls to other machines that have no time limit of their own and are given none: `requests.get`, `urllib.request.urlopen`, `smtplib.SMTP`, `asyncio.open_connection`, an MCP or Ollama client.',
    why: 'A peer that accepts a connection and then says nothing keeps the caller waiting for ever: a thread of the pool, a lock, a slot of the semaphore.',
    instead:
      'Say `timeout=`. Where the call takes none, put it under `asyncio.timeout` (Python 3.11 or later) or `asyncio.wait_for`.',
    limits:
      'What a library does by default stands in the catalogue: aiohttp (300 s), httpx (5 s), the clients of OpenAI and Anthropic (600 s) have a limit, so nothing is missing there. Silent where arguments are handed on as `**options`, where the session is of a class of yours, has an adapter mounted or a method replaced, where `socket.setdefaulttimeout` is called anywhere, and, for what is awaited, where the function sets a time limit itself or is called under one, by its name. Tests are left alone: who runs them sees that they hang.',
    example: {
      bad: python`
import requests


def load(url):
    return requests.get(url).json()
`,
      good: python`
import requests


def load(url):
    return requests.get(url, timeout=10).json()
`,
    },
  },

  detect: (file) => endlessWaits(file, { isDisabled: false }),

  message: ({ callee, param }) =>
    param === undefined
      ? `Waits without a time limit: \`${callee}\` has none of its own, and stands under none`
      : `Waits without a time limit: \`${callee}\` has none by default, and gets no \`${param}\``,

  // What takes anything but seconds has another name.
  fixes: ({ span, param }, rewriter) =>
    param === undefined || param === 'timeout' ? rewriter.limitTime(span, param) : [],
});
