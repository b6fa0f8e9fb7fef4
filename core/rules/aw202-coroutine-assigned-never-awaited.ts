/** Coroutines that get a name which nobody reads. */
import { type Lost, lostCoroutines } from './detections.ts';
import { defineRule, lostFixes, python } from './rule.ts';

export default defineRule<Lost>({
  code: 'AW202',
  name: 'coroutine-assigned-never-awaited',
  since: '0.1.0',
  guideline: [16],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports coroutines that are assigned to a local name and then neither awaited, handed on, stored nor returned on any path.',
    why: 'The body of the coroutine function never runs. The assignment makes it look as if its result were at hand.',
    instead:
      'Await at the assignment. To let it run meanwhile, give it to `asyncio.create_task` or a `TaskGroup`, and await the task.',
    limits:
      'Names are followed through branches, loops and `try`; lists of coroutines count as one. Any use that takes the coroutine out of sight counts as awaiting it: an argument, an attribute, an element of a container, a nested function.',
    example: {
      bad: python`
async def load(name): ...


async def refresh(names):
    for name in names:
        entry = load(name)
`,
      good: python`
async def load(name): ...


async def refresh(names):
    for name in names:
        entry = await load(name)
        print(entry)
`,
    },
  },

  detect: (file) => lostCoroutines(file, ['assigned']),

  message: ({ callee, name }) =>
    `Never runs \`${callee}\`: \`${name ?? ''}\` holds its coroutine, and nobody awaits it`,

  fixes: lostFixes,
});
