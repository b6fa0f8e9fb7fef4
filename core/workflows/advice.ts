/** What each advice means, and what to do first when one follows it. */
import { type Answers, type Condition, holds } from './questions.ts';
import type { AdviceId } from './rulings.ts';
import type { Workflow } from './workflow.ts';

export interface Action {
  readonly text: string;
  /** Lines of docs/guidelines.md. */
  readonly guidelines: readonly number[];
}

interface Case extends Action {
  /** It is worth saying only where this holds of the answers, … */
  readonly when?: Condition;
  /** … and of how the workflow runs today. */
  readonly today?: readonly Workflow['today'][];
}

export interface Advice {
  /** In a word or two, for a list. */
  readonly label: string;
  readonly summary: string;
}

export const ADVICES: Readonly<Record<AdviceId, Advice>> = {
  sync: { label: 'sync', summary: 'Keep it in plain functions.' },
  async: { label: 'async', summary: 'Make it async from where it begins down to each call that waits.' },
  hybrid: {
    label: 'async, with a worker',
    summary: 'An async front that awaits, and a worker for what blocks or computes.',
  },
  'sync-job': {
    label: 'sync, in the background',
    summary: 'Answer with a job number, work in a background job, and let the caller ask again.',
  },
  'sync-threads': {
    label: 'sync, in threads',
    summary: 'Plain functions, with a thread pool for the calls that can overlap.',
  },
  process: {
    label: 'own process',
    summary: 'Compute in a process pool or a service of its own, away from what waits.',
  },
};

const FIRST: Readonly<Record<AdviceId, readonly Case[]>> = {
  sync: [
    {
      today: ['async', 'mixed'],
      text: 'Turn the coroutines into plain functions, from the calls that wait upwards, and drop `await`.',
      guidelines: [13, 55],
    },
    { today: ['sync'], text: 'Leave it as it is.', guidelines: [1] },
    {
      when: { context: ['server'] },
      text: 'Keep the function a plain `def`: the framework runs it in a thread, where it may block.',
      guidelines: [35, 45],
    },
    {
      when: { context: ['notebook'] },
      text: 'Where a cell needs a coroutine after all, await it: a notebook has a loop already.',
      guidelines: [12],
    },
  ],
  async: [
    {
      today: ['mixed'],
      text: 'First move what blocks off the event loop: it stops everybody else.',
      guidelines: [17, 123, 139],
    },
    {
      today: ['sync'],
      text: 'Swap the libraries that block for their async counterparts, one at a time.',
      guidelines: [63, 92],
    },
    {
      when: { calls: ['independent'] },
      text: 'Run the independent calls together, in a `TaskGroup` or `gather`, with a semaphore as a bound.',
      guidelines: [10, 11, 65, 119],
    },
    {
      when: { context: ['script', 'job'] },
      text: 'Let the command go over with one `asyncio.run()`, at the entry and nowhere else.',
      guidelines: [86, 121, 122],
    },
    {
      when: { context: ['notebook'] },
      text: 'Await at the top level of a cell, without `asyncio.run()`.',
      guidelines: [12],
    },
    {
      when: { context: ['server'], caller: ['polls'] },
      text: 'Start the work in a background task, answer with its number, and offer its state.',
      guidelines: [36, 37, 38],
    },
    {
      when: { caller: ['streams'] },
      text: 'Hand each part on as it comes, with `async for`.',
      guidelines: [64, 100],
    },
    { when: { work: ['waits'] }, text: 'Give each call a timeout.', guidelines: [34, 102] },
    {
      when: { work: ['files'] },
      text: 'Read and write files in a thread, neighbouring calls in one.',
      guidelines: [117, 127, 130],
    },
  ],
  hybrid: [
    {
      when: { libraries: ['sync-only'] },
      text: 'Call what has no async API with `asyncio.to_thread()`, at the highest sync call.',
      guidelines: [96, 125, 130],
    },
    {
      when: { gil: ['holds'] },
      text: 'Compute in a process pool: a thread that holds the interpreter lock stops the loop too.',
      guidelines: [61, 97],
    },
    {
      when: { gil: ['releases', 'unknown'] },
      text: 'Compute in a thread: `await asyncio.to_thread(…)`.',
      guidelines: [40, 53, 94],
    },
    {
      when: { caller: ['polls'] },
      text: 'Answer with a job number and `pending`, and keep the state where a look-up finds it.',
      guidelines: [36, 38, 41],
    },
    {
      today: ['sync'],
      text: 'Make the front a coroutine last, when nothing under it blocks any more.',
      guidelines: [123],
    },
  ],
  'sync-job': [
    {
      text: 'Put the work into a queue that you have, or a background task, and answer with its number.',
      guidelines: [36, 37, 38],
    },
    { text: 'Offer its state at an address of its own: a plain look-up.', guidelines: [41, 51] },
  ],
  'sync-threads': [
    {
      text: 'Map the calls over a `ThreadPoolExecutor` with as many threads as the other side bears.',
      guidelines: [11, 96],
    },
    {
      text: 'Give each thread a client of its own, or one that is said to be thread-safe.',
      guidelines: [96],
    },
  ],
  process: [
    { text: 'Move the computing into a function that takes and returns plain data.', guidelines: [61, 97] },
    {
      text: 'Run it in a `ProcessPoolExecutor`, or in a service when its model is large.',
      guidelines: [95, 97],
    },
    { when: { work: ['both'] }, text: 'Leave the waiting where it is.', guidelines: [57] },
  ],
};

/** What to do first, most pressing first. */
export function firstSteps(
  advice: AdviceId,
  answers: Answers,
  today: Workflow['today'] | undefined,
): Action[] {
  return FIRST[advice]
    .filter(
      (one) =>
        holds(one.when ?? {}, answers) && (!one.today || today === undefined || one.today.includes(today)),
    )
    .map(({ text, guidelines }) => ({ text, guidelines }));
}

export const ACTIONS: readonly Action[] = Object.values(FIRST).flat();
