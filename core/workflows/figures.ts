/** What a workflow costs in plain functions, in threads and async: one run alone, and with several users. */
import { ANYIO_THREADS, executorThreads, fanOut, serve } from './latency-model.ts';
import { waits } from './prefill.ts';
import type { OperationKind, Workflow } from './workflow.ts';

export const WAYS = ['sync', 'threads', 'async'] as const;
export type Way = (typeof WAYS)[number];

/** Calls of one kind in one run. */
export interface Wait {
  readonly kind: OperationKind;
  readonly calls: number;
  /** Seconds that one of them takes. */
  readonly seconds: number;
  /** They could be under way at the same time. */
  readonly independent: boolean;
}

/** What the figures are worked out from; all of it can be changed. Times are in seconds, memory in bytes. */
export interface Assumptions {
  readonly waits: readonly Wait[];
  /** Seconds of computing in one run. */
  readonly computing: number;
  readonly users: number;
  readonly processes: number;
  /** Threads of each process's pool. */
  readonly threads: number;
  /** Calls of one run that may be under way at once, as a semaphore or a rate limit has it. */
  readonly limit: number;
  readonly memoryPerThread: number;
  readonly memoryPerTask: number;
}

export interface WayFigures {
  /** Of one run, with nobody else there. */
  readonly latency: number;
  /** That each user waits, when all of them ask again and again. */
  readonly responseTime: number;
  /** Runs a second. */
  readonly throughput: number;
  /** Bytes that the runs under way hold. */
  readonly memory: number;
}

export interface Bar {
  readonly kind: OperationKind;
  readonly start: number;
  readonly end: number;
}

export interface CurvePoint {
  readonly at: number;
  readonly ways: Readonly<Record<Way, WayFigures>>;
}

export interface Figures {
  readonly ways: Readonly<Record<Way, WayFigures>>;
  /** How many times as fast one run gets when its independent calls overlap. */
  readonly gain: number;
  readonly worth: 'none' | 'some' | 'significant';
  /** One run, call by call. */
  readonly timeline: Readonly<Record<Way, readonly Bar[]>>;
  /** By the number of independent calls in a run: the gain grows with it. */
  readonly byCalls: readonly CurvePoint[];
  readonly byUsers: readonly CurvePoint[];
}

/** Seconds from and to, as the guidelines report them (59); what they do not speak of is taken to be like its neighbour. */
export const LATENCIES: Readonly<Record<OperationKind, readonly [number, number]>> = {
  llm: [0.2, 5],
  mcp: [0.05, 0.5],
  db: [0.01, 0.1],
  file: [0.1, 2],
  network: [0.05, 0.5],
  subprocess: [0.1, 2],
  sleep: [0.5, 5],
  wait: [0.05, 0.5],
  stdin: [1, 10],
  cpu: [0.01, 0.1],
  import: [0.01, 0.1],
  'fs-metadata': [0.000001, 0.01],
};

/** What a thread and a task hold with a request under way, as measured (see guideline 76). */
const MEMORY = { thread: 45_000, task: 12_000 };

const DEFAULT_USERS = 10;
/** How often a loop goes round, where nobody knows. */
const ROUNDS = 5;
const DEFAULT_LIMIT = 10;

/** The middle of a range that spans orders of magnitude. */
function typical(kind: OperationKind): number {
  const [from, to] = LATENCIES[kind];
  return Number(Math.sqrt(from * to).toPrecision(2));
}

/** What to begin with: the workflow's own calls, with latencies as the guidelines report them. */
export function assumptionsFor(workflow: Workflow, cpus = 2): Assumptions {
  const byKind = new Map<string, Wait>();
  for (const operation of workflow.operations.filter(waits)) {
    const { kind, independent, inLoop } = operation;
    const key = `${kind} ${String(independent)}`;
    const calls = (byKind.get(key)?.calls ?? 0) + (inLoop ? ROUNDS : 1);
    byKind.set(key, { kind, calls, seconds: typical(kind), independent });
  }
  const computes = workflow.operations.some(({ kind }) => kind === 'cpu');
  return {
    waits: [...byKind.values()],
    computing: computes ? typical('cpu') : 0,
    users: DEFAULT_USERS,
    processes: 1,
    threads: threadsOf(workflow.framework?.pool?.size, cpus),
    limit: DEFAULT_LIMIT,
    memoryPerThread: MEMORY.thread,
    memoryPerTask: MEMORY.task,
  };
}

/** A pool's size as its documentation has it: `40`, `min(32, cpu + 4)`. */
function threadsOf(size: string | undefined, cpus: number): number {
  if (size === undefined) return executorThreads(cpus);
  return /^\d+$/.test(size) ? Number(size) : size.includes('cpu') ? executorThreads(cpus) : ANYIO_THREADS;
}

const CALLS = [1, 2, 3, 5, 8, 10, 15, 20];
const USERS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

export function figures(assumptions: Assumptions): Figures {
  const ways = waysOf(assumptions);
  const gain = ways.async.latency > 0 ? ways.sync.latency / ways.async.latency : 1;
  return {
    ways,
    gain,
    worth: gain < 1.1 ? 'none' : gain < 2 ? 'some' : 'significant',
    timeline: {
      sync: timeline(assumptions, 1),
      threads: timeline(assumptions, overlap(assumptions, 'threads')),
      async: timeline(assumptions, overlap(assumptions, 'async')),
    },
    byCalls: CALLS.map((at) => ({ at, ways: waysOf(withCalls(assumptions, at)) })),
    byUsers: USERS.map((at) => ({ at, ways: waysOf({ ...assumptions, users: at }) })),
  };
}

/** The slowest calls, so many of them, as if they were independent. */
function withCalls(assumptions: Assumptions, calls: number): Assumptions {
  const [first] = [...assumptions.waits].sort(
    (a, b) => Number(b.independent) - Number(a.independent) || b.seconds - a.seconds,
  );
  return first ? { ...assumptions, waits: [{ ...first, calls, independent: true }] } : assumptions;
}

function waysOf(assumptions: Assumptions): Record<Way, WayFigures> {
  return {
    sync: wayFigures(assumptions, 'sync'),
    threads: wayFigures(assumptions, 'threads'),
    async: wayFigures(assumptions, 'async'),
  };
}

/** Calls of one run that are under way at once. */
function overlap({ threads, limit }: Assumptions, way: Way): number {
  return way === 'sync' ? 1 : way === 'threads' ? Math.min(threads, limit) : limit;
}

function wayFigures(assumptions: Assumptions, way: Way): WayFigures {
  const { computing, users, processes, threads, memoryPerTask, memoryPerThread } = assumptions;
  const busy = oneByOne(assumptions);
  const wait = way === 'sync' ? busy : together(assumptions, overlap(assumptions, way));
  // A pool is full when its threads are: each run needs one of them for the sum of its waits.
  const perRun = wait + computing;
  const concurrency =
    way === 'async'
      ? Infinity
      : way === 'sync'
        ? processes
        : (processes * threads * perRun) / (busy + computing || 1);
  if (perRun === 0) return { latency: 0, responseTime: 0, throughput: Infinity, memory: 0 };
  const { throughput, responseTime } = serve({
    clients: users,
    wait,
    cpu: computing,
    processes,
    concurrency,
  });
  const inFlight = Math.min(users, throughput * perRun);
  return {
    latency: perRun,
    responseTime,
    throughput,
    memory: Math.round(Math.max(1, inFlight) * (way === 'async' ? memoryPerTask : memoryPerThread)),
  };
}

function oneByOne({ waits: all }: Assumptions): number {
  return all.reduce((sum, { calls, seconds }) => sum + calls * seconds, 0);
}

/** The calls that need one another, then all others as far as the limit lets them overlap. */
function together({ waits: all }: Assumptions, limit: number): number {
  const apart = all.filter(({ independent }) => independent);
  const rest = all.filter(({ independent }) => !independent);
  const latencies = apart.flatMap(({ calls, seconds }) => new Array<number>(calls).fill(seconds));
  return (
    rest.reduce((sum, { calls, seconds }) => sum + calls * seconds, 0) + fanOut(latencies, limit).concurrent
  );
}

/** Each call to the slot that is free first. */
function timeline({ waits: all, computing }: Assumptions, slots: number): Bar[] {
  const bars: Bar[] = [];
  let now = 0;
  for (const { kind, calls, seconds } of all.filter(({ independent }) => !independent)) {
    for (let call = 0; call < calls; call++) {
      bars.push({ kind, start: now, end: now + seconds });
      now += seconds;
    }
  }
  const free = new Array<number>(Math.min(slots, MOST_SLOTS)).fill(now);
  for (const { kind, calls, seconds } of all.filter(({ independent }) => independent)) {
    for (let call = 0; call < calls; call++) {
      const slot = free.indexOf(Math.min(...free));
      const start = free[slot] ?? now;
      free[slot] = start + seconds;
      bars.push({ kind, start, end: start + seconds });
    }
  }
  const end = Math.max(now, ...free);
  return computing > 0 ? [...bars, { kind: 'cpu', start: end, end: end + computing }] : bars;
}

const MOST_SLOTS = 1000;
