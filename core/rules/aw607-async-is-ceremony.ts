/** Event loops that are started for a single call which has a sync twin. */
import type { Ceremony } from '../effects/ceremony.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<Ceremony>({
  code: 'AW607',
  name: 'async-is-ceremony',
  since: '0.1.0',
  guideline: [1, 13, 14],
  severity: { 'sync-default': 'warning', hybrid: 'hint', 'async-first': 'off' },
  docs: {
    what: 'Reports programs that start an event loop, await one call on it, and are done, where that call has a sync twin.',
    why: 'Nothing runs beside it, so nothing is gained: only a loop, coroutines, and a stack trace through both.',
    instead: 'Call the sync twin in plain functions.',
    limits:
      'Only where all that is behind the run was read: one call that is awaited, on every path, in no loop; no tasks, streams, timeouts or locks; coroutines that nobody else uses; and a catalogue that knows the sync twin of the call.',
    example: {
      bad: python`
import asyncio

from openai import AsyncOpenAI


async def main():
    client = AsyncOpenAI()
    answer = await client.responses.create(model="gpt-5", input="Hello")
    print(answer.output_text)


if __name__ == "__main__":
    asyncio.run(main())
`,
      good: python`
from openai import OpenAI


def main():
    client = OpenAI()
    answer = client.responses.create(model="gpt-5", input="Hello")
    print(answer.output_text)


if __name__ == "__main__":
    main()
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.design.ceremonies(path)) {
      yield { at: found.span, function: found.function, evidence: found };
    }
  },

  message: ({ start, awaited }) =>
    `Starts an event loop for one call: \`${start}\` around \`${awaited}\`, which has a sync twin`,
});
