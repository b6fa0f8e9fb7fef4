/** What is sent to other processes and cannot go there, and pools of processes that are made for each call. */
import type { ProcessMisuse } from '../effects/pools.ts';
import { defineRule, python } from './rule.ts';

const MESSAGES: Record<ProcessMisuse['kind'], (name: string) => string> = {
  lambda: () => 'Cannot reach another process: a lambda has no name to be found by there',
  nested: (name) => `Cannot reach another process: \`${name}\` is defined inside a function`,
  method: (name) => `Sends a copy of the whole object to another process, with each call of \`${name}\``,
  'pool-per-call': (name) => `Starts processes for each call: make the \`${name}\` once`,
};

export default defineRule<ProcessMisuse>({
  code: 'AW606',
  name: 'process-pool-misuse',
  since: '0.1.0',
  guideline: [97],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports lambdas, nested functions and bound methods that are handed to a pool of processes, and such pools that are made in a coroutine or a loop.',
    why: 'A function travels to another process as a name. Lambdas and nested functions have none: they raise `PicklingError`, which shows only when the result is asked for. With a bound method travels its object, by copy: what it changes there is lost, and locks, connections and clients in it cannot travel. And a pool takes tens of milliseconds and some ten megabytes for each process, each time.',
    instead:
      'A function at the top level of a module, given plain data; one pool for the program, made at start-up.',
    limits:
      'A method of an object that travels well works: those are information. `multiprocessing.Process` is left alone, since a forked child has everything already. A pool that is kept in an attribute or a global, or returned, counts as made once, and so does one in a coroutine called `main`.',
    example: {
      bad: python`
from concurrent.futures import ProcessPoolExecutor

pool = ProcessPoolExecutor()


def squares(numbers):
    return list(pool.map(lambda number: number**2, numbers))
`,
      good: python`
from concurrent.futures import ProcessPoolExecutor

pool = ProcessPoolExecutor()


def square(number):
    return number**2


def squares(numbers):
    return list(pool.map(square, numbers))
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.design.processMisuses(path)) {
      const ceiling = found.kind === 'method' ? { ceiling: 'information' as const } : {};
      yield { at: found.span, function: found.function, evidence: found, ...ceiling };
    }
  },

  message: ({ kind, name }) => MESSAGES[kind](name),
});
