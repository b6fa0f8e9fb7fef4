/** Event loops that are started for one coroutine in the middle of a program. */
import type { Bridge } from '../effects/bridges.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<Bridge>({
  code: 'AW403',
  name: 'asyncio-run-not-at-entry',
  since: '0.1.0',
  guideline: [86, 103, 121, 122],
  severity: { 'sync-default': 'hint', hybrid: 'information', 'async-first': 'warning' },
  docs: {
    what: 'Reports `asyncio.run`, `anyio.run` and the like in plain functions that other plain functions of the program call, and in the body of a `for`.',
    why: 'Each call makes a loop and throws it away: connections, locks and tasks of one cannot be used by the next, nothing runs at the same time, and no coroutine may ever call the function.',
    instead:
      'Make the function async and let its callers await it, up to the entry point: one `asyncio.run(main())`. In a loop, run once and await inside.',
    limits:
      'An entry point is what is called at module level or under `if __name__ == "__main__"`, has a decorator, is handed over as a callback or target, overrides a method of a class above, lies within another function, or has a name like `main`, `run` or `handler`. Where no plain function of the program is seen to call it, nothing is reported, nor where the function asks whether a loop runs, or where the coroutine comes from somebody else: these are made to be called from both sides. Loops that are kept (`run_until_complete`) and work that blocks before the loop is started are not looked at.',
    example: {
      bad: python`
import asyncio


async def fetch(url): ...


def load(url):
    return asyncio.run(fetch(url))


def report(first, second):
    return load(first), load(second)
`,
      good: python`
import asyncio


async def fetch(url): ...


async def report(first, second):
    async with asyncio.TaskGroup() as group:
        one = group.create_task(fetch(first))
        other = group.create_task(fetch(second))
    return one.result(), other.result()


def main():
    asyncio.run(report("a", "b"))
`,
    },
  },

  detect: ({ path, facts }) => spots(facts.loops.bridges(path)),

  message: ({ starter, isRepeated, caller }) =>
    isRepeated
      ? `Starts an event loop in every turn: run one loop around this with a single \`${starter}\``
      : `Starts an event loop away from the entry point: \`${caller ?? ''}\` calls this, and each call makes a loop`,
});
