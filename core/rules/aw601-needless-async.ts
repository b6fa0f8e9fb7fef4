/** Coroutine functions that never wait. */
import type { NeedlessAsync } from '../effects/needless-async.ts';
import { defineRule, python, shortName } from './rule.ts';

export default defineRule<NeedlessAsync & { readonly path: string }>({
  code: 'AW601',
  name: 'needless-async',
  since: '0.1.0',
  guideline: [26, 39, 41, 55],
  severity: { 'sync-default': 'warning', hybrid: 'information', 'async-first': 'hint' },
  docs: {
    what: 'Reports `async def` functions that never wait, where every use of them in the project is an `await` on the spot.',
    why: 'Each call makes a coroutine and drives it, and everybody who calls the function has to be async as well, for nothing. Readers take an `await` for a place where other tasks may run, and here none do.',
    instead: 'Write `def`, and drop the `await`s in front of its calls.',
    limits:
      'Silent where somebody else may ask for a coroutine function: under a decorator, in a class whose base declares the method or was not read, where a subclass overrides it, where it is handed on, made a task or gathered, where a framework or text (`getattr`) may find it, and where nobody calls it at all. Also where the function blocks: that has to move off the loop first. An interface that other projects await is not known to the rule.',
    example: {
      bad: python`
jobs = {}


async def find(job_id):
    return jobs.get(job_id)


async def status(job_id):
    return await find(job_id)
`,
      good: python`
jobs = {}


def find(job_id):
    return jobs.get(job_id)


async def status(job_id):
    return find(job_id)
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.design.needlessAsync(path)) {
      yield { at: found.span, function: found.function, evidence: { ...found, path } };
    }
  },

  message: ({ function: name, calls: { length } }) =>
    `Never waits: \`${name}\` could be a plain \`def\`, and ${length === 1 ? 'its only call does' : `its ${String(length)} calls do`} without \`await\``,

  fixes: ({ path, span, function: name, calls }, rewriter) =>
    rewriter.makeSync(shortName(name), {
      functions: [{ path, span }],
      calls: calls.map((call) => ({ ...call, isEntry: false })),
    }),
});
