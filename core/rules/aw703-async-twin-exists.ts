/** Blocking calls for which the same package has something to await. */
import type { AsyncTwin } from '../effects/async-twins.ts';
import type { BlockingCall } from '../effects/facts.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

interface Evidence {
  readonly call: BlockingCall;
  readonly twin: AsyncTwin;
}

export default defineRule<Evidence>({
  code: 'AW703',
  name: 'async-twin-exists',
  since: '0.1.0',
  guideline: [63, 92],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports blocking calls in code on the event loop for which the same package has an async twin: another method (`chain.invoke`, `chain.ainvoke`), another class (`OpenAI`, `AsyncOpenAI`) or another module (`redis`, `redis.asyncio`).',
    why: 'The call stops all tasks of the loop while it waits, and a thread for it costs more than what the package offers already.',
    instead:
      'Await the twin. Where it is a class, build that one instead, once, and await its methods; most take the same arguments.',
    limits:
      'Twins are known from the catalogue of libraries. In installed packages they are also found by their names (`aget`, `async_get`, `get_async`, `AsyncClient`, `package.aio`), where what goes by that name is a coroutine function. Reported in place of the rule about the kind of call. A call that blocks behind a function of your own is left to that rule. The fix makes the client of its async class and follows it to all that is done with it, in one file: it is offered where every use is in a coroutine and known to have an async form.',
    example: {
      bad: python`
from openai import OpenAI

client = OpenAI()


async def ask(question):
    return client.responses.create(model="gpt-5", input=question)
`,
      good: python`
from openai import AsyncOpenAI

client = AsyncOpenAI()


async def ask(question):
    return await client.responses.create(model="gpt-5", input=question)
`,
    },
  },

  *detect(file) {
    for (const found of blockingCalls(file, ['network', 'db', 'wait'])) {
      const { twin } = found.evidence;
      if (twin) yield { ...found, evidence: { call: found.evidence, twin } };
    }
  },

  message: ({ call, twin }) =>
    twin.shape === 'method'
      ? `Blocks the event loop: ${chainText(call)} has an async twin, \`${twin.name}\``
      : `Blocks the event loop: ${chainText(call)} waits, and \`${twin.name}\` of the same package is async`,

  fixes: ({ call }, rewriter) => blockingFixes(call, rewriter),
});
