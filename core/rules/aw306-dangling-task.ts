/** Tasks that are started and forgotten. */
import type { DanglingTask } from '../effects/dangling-tasks.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<DanglingTask>({
  code: 'AW306',
  name: 'dangling-task',
  since: '0.1.0',
  guideline: [30, 37],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports tasks that are started by `asyncio.create_task`, `ensure_future` or `loop.create_task` and then kept by nobody: the result is thrown away, or given to a local name that is never read.',
    why: 'The event loop holds its tasks weakly. One that nobody else holds may be garbage-collected before it is done, and its exception is never seen by the code that started it.',
    instead:
      'Keep it: in a set from which `task.add_done_callback(tasks.discard)` removes it, in an attribute that is awaited on shutdown, or in an `asyncio.TaskGroup`.',
    limits:
      "Any use keeps a task: an await, an argument, an attribute, a container, a callback. Tasks of a `TaskGroup` or a nursery are kept by it, and so are those that a framework's own method starts.",
    example: {
      bad: python`
import asyncio


async def send(message): ...


async def notify(message):
    asyncio.create_task(send(message))
`,
      good: python`
import asyncio

sending = set()


async def send(message): ...


async def notify(message):
    task = asyncio.create_task(send(message))
    sending.add(task)
    task.add_done_callback(sending.discard)
`,
    },
  },

  detect: ({ path, facts }) => spots(facts.tasks.dangling(path)),

  message: ({ starter, name }) =>
    name === undefined
      ? `Starts a task that nobody keeps: the loop may drop what \`${starter}\` gives, and its error`
      : `Starts a task that nobody keeps: \`${name}\` is never read, so its error is lost`,

  fixes: ({ span }, rewriter) => rewriter.keepTask(span),
});
