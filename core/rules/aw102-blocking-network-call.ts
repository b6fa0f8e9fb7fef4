/** Calls on the event loop that wait for the network. */
import type { BlockingCall } from '../effects/facts.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

export default defineRule<BlockingCall>({
  code: 'AW102',
  name: 'blocking-network-call',
  since: '0.1.0',
  guideline: [28, 117, 123, 124, 125, 126, 127, 128, 129, 130, 131],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports calls in code on the event loop that wait for the network: HTTP, sockets, name look-ups, mail, cloud and model APIs.',
    why: 'A request takes milliseconds to minutes. Until the answer is there, nothing else on the event loop runs, however many tasks are ready.',
    instead:
      'Await an async client: `httpx.AsyncClient`, `aiohttp`, or the async twin of the library at hand. Where there is none, call the function in a worker thread, at the highest sync call.',
    limits:
      'Making a client (`requests.Session()`, `OpenAI()`) is not reported, its calls are. A method that many classes have, such as `get`, counts only where the type of the object is known: by an annotation, by the constructor it came from, or by what a function returns.',
    example: {
      bad: python`
import requests


async def weather(city):
    return requests.get(f"https://example.org/{city}", timeout=10).json()
`,
      good: python`
import httpx


async def weather(client: httpx.AsyncClient, city):
    response = await client.get(f"https://example.org/{city}")
    return response.json()
`,
    },
  },

  detect: (file) => blockingCalls(file, ['network']),

  message: (call) =>
    `Blocks the event loop: ${chainText(call)} ${call.record.does ?? 'waits for the network'}`,

  fixes: blockingFixes,
});
