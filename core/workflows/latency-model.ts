/**
 * What waiting costs: a unit of work that makes several calls, and a server under several clients. Times are in
 * seconds, throughput in requests a second.
 *
 * Source: the operational laws (Little: clients = throughput × response time) and the longest-task and total-work
 * bounds of scheduling; the limits of the pools from the documentation of AnyIO and asyncio.
 */

/** Calls that run at once without a limit. */
const UNLIMITED = Infinity;

/** Threads that AnyIO's default limiter, and with it FastAPI and Starlette, lets run at once. */
export const ANYIO_THREADS = 40;

/** Threads of asyncio's default executor, which `asyncio.to_thread` uses. */
export function executorThreads(cpus: number): number {
  return Math.min(32, cpus + 4);
}

export interface FanOut {
  /** One call after the other. */
  readonly sequential: number;
  /** With at most `limit` calls at once. */
  readonly concurrent: number;
}

/** Independent calls of one unit of work: the more of them there are, the more is gained; one alone gains nothing. */
export function fanOut(latencies: readonly number[], limit = UNLIMITED): FanOut {
  const sequential = sum(latencies);
  const [first = 0] = latencies;
  if (latencies.every((latency) => latency === first)) {
    // Equal calls run in full rounds.
    return {
      sequential,
      concurrent: Math.ceil(latencies.length / limit) * first || Math.min(first, sequential),
    };
  }
  return { sequential, concurrent: Math.max(...latencies, sequential / limit) };
}

export interface Load {
  /** Clients that each wait for their answer before they ask again. */
  readonly clients: number;
  /** Seconds that a request spends waiting for others: network, database, model. */
  readonly wait: number;
  /** Seconds of computing that a request needs. */
  readonly cpu: number;
  /** Processes; each computes for one request at a time. */
  readonly processes: number;
  /** Requests that may be under way at once: threads × processes, or what a pool or a rate limit allows. */
  readonly concurrency: number;
}

export interface Served {
  readonly throughput: number;
  readonly responseTime: number;
}

export function serve({ clients, wait, cpu, processes, concurrency }: Load): Served {
  const service = wait + cpu;
  const computing = cpu > 0 ? processes / cpu : Infinity;
  const throughput = Math.min(clients / service, concurrency / service, computing);
  return { throughput, responseTime: clients / throughput };
}

/** How many times as much one process can serve when its waits overlap; never more than this. */
export function mostToGain(wait: number, cpu: number): number {
  return cpu > 0 ? (wait + cpu) / cpu : Infinity;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
