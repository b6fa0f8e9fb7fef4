/** Coroutine functions as tasks of a queue whose workers run no loop. */
import type { FrameworkFunction } from '../effects/framework-facts.ts';
import { neverAwaited } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<FrameworkFunction>({
  code: 'AW810',
  name: 'celery-async-task',
  since: '0.1.0',
  guideline: [],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports `async def` under `@app.task` and `@shared_task` of Celery, and as `run` of its task classes.',
    why: 'The worker calls the task as a plain function. What it gets is a coroutine that nobody awaits, so nothing happens, and then it fails to store that as the result.',
    instead:
      'Keep the task a plain function, and let it call `asyncio.run` (or `async_to_sync`) around what is async.',
    limits:
      'Pools and packages that teach Celery to await are not known to the rule; where you use one, switch it off.',
    example: {
      bad: python`
from celery import shared_task


@shared_task
async def send(mail): ...
`,
      good: python`
import asyncio

from celery import shared_task


async def deliver(mail): ...


@shared_task
def send(mail):
    asyncio.run(deliver(mail))
`,
    },
  },

  detect: (file) => neverAwaited(file, 'task'),

  message: ({ function: name, framework }) =>
    `Never runs \`${name}\`: ${framework} calls its tasks and does not await them`,
});
