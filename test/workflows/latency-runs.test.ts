// The latency model against what Python does: three ways, three sizes, within 15 %.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fanOut, serve } from '../../core/workflows/latency-model.ts';

const TOLERANCE = 0.15;
/** Seconds that a call waits: long beside what starting threads and a busy machine cost. */
const WAIT = 0.4;
const LIMIT = 4;
/** As in the script. */
const REQUESTS = 4;
/** A machine that is busy with something else delays a run; no run is faster than it can be. */
const ATTEMPTS = 5;

const run = promisify(execFile);

async function measured(way: string, wait: number, sizes: readonly number[]): Promise<number[]> {
  const script = join(__dirname, 'latency-runs.py');
  const { stdout } = await run('python3', [script, way, ...[wait, LIMIT, ...sizes].map(String)]);
  return JSON.parse(stdout) as number[];
}

/** Holds the best of several runs of each size to what the model says. */
async function holds(
  way: string,
  wait: number,
  sizes: readonly number[],
  model: (size: number) => number,
): Promise<void> {
  const best = sizes.map(() => Infinity);
  const isNear = () => sizes.every((size, at) => Math.abs((best[at] ?? 0) / model(size) - 1) <= TOLERANCE);
  for (let attempt = 0; attempt < ATTEMPTS && !isNear(); attempt++) {
    const seconds = await measured(way, wait, sizes);
    seconds.forEach((value, at) => (best[at] = Math.min(best[at] ?? value, value)));
  }
  assert.ok(
    isNear(),
    `${way}: ${best.map((value) => value.toFixed(2)).join(', ')} s, model ${sizes.map((size) => model(size).toFixed(2)).join(', ')} s`,
  );
}

describe('latency model against Python', function () {
  // As long as all attempts may take: the longest of them runs for six seconds.
  this.timeout(90_000);

  const latencies = (size: number) => new Array<number>(size).fill(WAIT);
  const calls = [1, 4, 10];
  const users = [2, 8, 16];

  it('one call after the other', () =>
    holds('one_by_one', WAIT, calls, (size) => fanOut(latencies(size), 1).sequential));

  it('calls in a thread pool', () =>
    holds('in_threads', WAIT, calls, (size) => fanOut(latencies(size), LIMIT).concurrent));

  it('calls on an event loop, with a semaphore', () =>
    holds('on_loop', WAIT, calls, (size) => fanOut(latencies(size), LIMIT).concurrent));

  it('users of a thread pool', () =>
    holds('users_in_threads', WAIT / 2, users, (clients) => {
      const { throughput } = serve({ clients, wait: WAIT / 2, cpu: 0, processes: 1, concurrency: LIMIT });
      return (clients * REQUESTS) / throughput;
    }));

  it('users of an event loop', () =>
    holds('users_on_loop', WAIT / 2, users, (clients) => {
      const { throughput } = serve({ clients, wait: WAIT / 2, cpu: 0, processes: 1, concurrency: Infinity });
      return (clients * REQUESTS) / throughput;
    }));
});
