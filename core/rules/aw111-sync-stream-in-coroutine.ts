/** Plain loops on the event loop over what arrives piece by piece. */
import type { BlockingCall } from '../effects/facts.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

export default defineRule<BlockingCall>({
  code: 'AW111',
  name: 'sync-stream-in-coroutine',
  since: '0.1.0',
  guideline: [64, 74, 100],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports plain `for` loops and comprehensions in code on the event loop that wait for each element: the answer of a model as it is written, the lines of a response, the rows of a query.',
    why: 'The event loop stops at every turn until the next piece is there. A stream is what users watch as it arrives, and what keeps a connection busy for long: nobody else is served meanwhile.',
    instead:
      'Use the async client and `async for`. Where there is none, let a worker thread consume the stream and hand the pieces over through `loop.call_soon_threadsafe` and an `asyncio.Queue`.',
    limits:
      'Iterators are known by their types and by the catalogue. A list that took a blocking call to get is no stream: that call has a finding of its own kind. Neither are files, whose loops AW105 reports.',
    example: {
      bad: python`
import openai


async def show(answer: openai.Stream):
    for chunk in answer:
        print(chunk.choices[0].delta.content)
`,
      good: python`
import openai


async def show(answer: openai.AsyncStream):
    async for chunk in answer:
        print(chunk.choices[0].delta.content)
`,
    },
  },

  *detect(file) {
    for (const detection of blockingCalls(file, ['network', 'db', 'subprocess'])) {
      if (detection.evidence.isStream) yield detection;
    }
  },

  message: (call) => `Blocks the event loop at every turn: ${chainText(call)} waits for the next element`,

  fixes: blockingFixes,
});
