/** Coroutine functions as handlers of serverless functions, which nobody awaits. */
import type { FrameworkFunction } from '../effects/framework-facts.ts';
import { neverAwaited } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<FrameworkFunction>({
  code: 'AW809',
  name: 'lambda-async-handler',
  since: '0.1.0',
  guideline: [132],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports `async def lambda_handler`, and coroutine functions as handlers of Chalice.',
    why: 'The runtime calls the handler as a plain function. It gets a coroutine that nobody awaits, and fails to turn that into the answer.',
    instead: 'Keep the handler a plain function, and let it call `asyncio.run` around what is async.',
    limits:
      'The runtime is told in its own configuration which function to call. Known here are the name that is its custom, at the top level of a file, and the decorators of Chalice.',
    example: {
      bad: python`
async def lambda_handler(event, context):
    return {"statusCode": 200}
`,
      good: python`
import asyncio


async def first(event): ...


async def second(event): ...


async def answer(event):
    await asyncio.gather(first(event), second(event))
    return {"statusCode": 200}


def lambda_handler(event, context):
    return asyncio.run(answer(event))
`,
    },
  },

  detect: (file) => neverAwaited(file, 'serverless handler'),

  message: ({ function: name, framework }) =>
    `Never runs \`${name}\`: ${framework} calls its handler and does not await it`,
});
