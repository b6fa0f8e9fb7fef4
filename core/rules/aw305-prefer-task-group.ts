/** `gather` where a `TaskGroup` would look after its tasks. */
import type { Gathering } from '../effects/gathered.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<Gathering>({
  code: 'AW305',
  name: 'prefer-task-group',
  since: '0.1.0',
  guideline: [119],
  severity: { 'sync-default': 'off', hybrid: 'off', 'async-first': 'off' },
  docs: {
    what: 'Reports `await asyncio.gather(…)` in projects for Python 3.11 and later, save with `return_exceptions=True`.',
    why: 'When one awaitable fails, `gather` raises at once and lets the others run on, unwatched: their results are lost, and so are their failures. A `TaskGroup` cancels them and waits until they are done.',
    instead:
      'Open an `asyncio.TaskGroup`, create the tasks in it, and read their results behind the `async with` block. All failures arrive together, as an `ExceptionGroup`.',
    limits:
      'Off unless you ask for it, by a severity in the settings or by `--select AW305`: `gather` is right where the tasks should go on, and an `ExceptionGroup` has to be caught by `except*`. The rewriting is offered where everything that is gathered is known to be a coroutine, and where no handler around it, nor around the calls of its function, catches an exception by its name.',
    example: {
      bad: python`
import asyncio


async def load(name): ...


async def load_both():
    return await asyncio.gather(load("a"), load("b"))
`,
      good: python`
import asyncio


async def load(name): ...


async def load_both():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(load("a"))
        second = group.create_task(load("b"))
    return [first.result(), second.result()]
`,
    },
  },

  *detect({ path, facts }) {
    if (!facts.concurrency.hasTaskGroup) return;
    for (const gathering of facts.concurrency.gatherings(path)) {
      const { span, function: name, keepsFailures } = gathering;
      if (!keepsFailures) yield { at: span, function: name, evidence: gathering };
    }
  },

  message: () => 'When one of these fails, the others run on unwatched: a `TaskGroup` would end them',

  fixes: ({ span, notForGroup }, rewriter) => rewriter.groupGathered(span, notForGroup()),
});
