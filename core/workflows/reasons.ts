/** Why: each reason in a sentence, with the guidelines that say so. */

export interface Reason {
  readonly id: string;
  readonly says: string;
  /** Lines of docs/guidelines.md. */
  readonly guidelines: readonly number[];
}

/** By name, so that the tables of rulings can be read. */
const TEXTS = {
  'nothing-to-overlap': [
    'Nothing happens at the same time, so async would gain nothing and cost clarity.',
    [1, 13, 21],
  ],
  'one-call': ['It makes one call and is done: async would be ceremony.', [14, 21, 77]],
  'simple-work': [
    'It neither waits nor computes for long: a plain function is the simplest thing that works.',
    [26, 39, 41, 55],
  ],
  'straight-script': [
    'A straight script gains nothing from async, and a notebook has an event loop of its own.',
    [12, 13],
  ],
  'small-files': ['Small and fast files may be read and written in place.', [25]],
  'files-are-io': ['Files are input and output too, and every call to the file system may wait.', [117, 127]],
  'sync-by-default': ['Sync until there is a need that can be named.', [1, 2]],
  'fan-out': [
    'Independent calls can be under way at once: together they take as long as the longest.',
    [3, 6, 7, 10, 21],
  ],
  'parallel-operations': ['What can be done in parallel should be async.', [29, 49, 65, 70]],
  'bound-it': ['Put a bound on how many are under way.', [11]],
  'serves-many': [
    'It serves several at once, and each call that blocks holds one of a limited number of threads.',
    [4, 8, 80],
  ],
  'three-conditions': [
    'It waits, it has to scale, and what it waits for can be awaited: all three conditions for async hold.',
    [133],
  ],
  'no-need-to-scale': [
    'Async asks for three things: much waiting, a need to scale, async APIs. One of them is missing.',
    [133, 134],
  ],
  proxy: ['It passes requests on: while it waits for the answer, others can be served.', [28, 32, 33]],
  'io-is-async': ['All input and output is async, from the start.', [62, 85, 113, 117]],
  'async-sdk': [
    'The MCP SDK is async inside: used as it is, it needs no bridge, and errors arrive as they were raised.',
    [9],
  ],
  'team-is-new': [
    'The team is new to async: its silent mistakes would cost more than the waiting does.',
    [15, 16, 17, 19],
  ],
  'learning-curve': [
    'The team is new to async, and this is what it costs: time to learn, and longer stack traces.',
    [88, 106],
  ],
  'sync-libraries': ['It is built on libraries without an async API.', [20, 56, 91, 134]],
  'threads-for-sync': ['Threads let calls of sync libraries overlap.', [96]],
  'offload-sync': ['What has no async API is called in a thread, at the highest sync call.', [96, 125, 130]],
  'cpu-is-sync': ['Computing gains nothing from async.', [24, 93, 134]],
  'caller-waits': ['The caller wants the result at once and can wait for it.', [35, 46]],
  'caller-polls': [
    'The caller can come back: answer with a job number, and work in the background.',
    [30, 36, 38, 47],
  ],
  'cpu-in-pool': ['Computing belongs into a pool, so that the event loop stays free.', [40, 52, 53, 94]],
  'needs-processes': [
    'It computes while holding the interpreter lock, so only processes make it faster.',
    [61, 95, 97],
  ],
  'own-processes': [
    'Sync applications that are to run at the same time need threads or processes of their own.',
    [135, 136],
  ],
  streams: ['The caller sees each part as soon as it is there.', [64, 74, 100]],
  'entry-may-be-sync': [
    'The command itself may be a plain function, if it goes over to async at once.',
    [86, 121, 122],
  ],
  'callable-from-async': ['A function that never blocks can be called from async code as it is.', [118, 120]],
  'mixture-for-now': ['A mixture is acceptable in tests, prototypes and old code.', [142]],
  commit: ['Commit to one colour: a mixture costs more than either.', [87, 141]],
  spreads: ['Async spreads: whatever calls a coroutine becomes one.', [82, 84, 107]],
  'idle-cpu': ['Served one at a time, callers wait while the processor idles.', [60, 98]],
  'lock-limits-threads': [
    'Threads do not compute at the same time while the interpreter lock is held.',
    [61, 96],
  ],
  'same-alone': ['For one caller alone the latency stays the same.', [77]],
  'race-conditions': ['Threads share their data: what two of them change needs a lock.', [96]],
  'memory-of-processes': ['Each process has its own memory, and what goes in and out is copied.', [61, 97]],
  'people-know-better': ['The people who keep this code decided so, and wrote it down.', [110]],
} as const satisfies Readonly<Record<string, readonly [string, readonly number[]]>>;

export type ReasonId = keyof typeof TEXTS;

export function reason(id: ReasonId): Reason {
  const [says, guidelines] = TEXTS[id];
  return { id, says, guidelines };
}

export const REASONS: readonly Reason[] = (Object.keys(TEXTS) as ReasonId[]).map(reason);
