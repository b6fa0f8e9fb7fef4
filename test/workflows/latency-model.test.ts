// The latency model against the figures that the guidance documents report.
import assert from 'node:assert/strict';
import { assumptionsFor, figures } from '../../core/workflows/figures.ts';
import {
  ANYIO_THREADS,
  executorThreads,
  fanOut,
  mostToGain,
  serve,
} from '../../core/workflows/latency-model.ts';
import { workflow } from './workflows.ts';

const ASSUMED = assumptionsFor(workflow());
const wait = (seconds: number, independent: boolean) => ({
  kind: 'network' as const,
  calls: 1,
  seconds,
  independent,
});

describe('latency model', () => {
  it('gains nothing from a single call, and all but one from many', () => {
    assert.deepEqual(fanOut([2]), { sequential: 2, concurrent: 2 });
    assert.deepEqual(fanOut([2, 2, 2, 2, 2]), { sequential: 10, concurrent: 2 });
    assert.deepEqual(fanOut([]), { sequential: 0, concurrent: 0 });
  });

  it('runs equal calls in rounds of what the limit allows', () => {
    assert.equal(fanOut(new Array<number>(95).fill(0.1), 10).concurrent.toFixed(2), '1.00');
    assert.equal(fanOut(new Array<number>(200).fill(0.1), executorThreads(2)).concurrent.toFixed(1), '3.4');
    assert.equal(fanOut(new Array<number>(200).fill(0.1), ANYIO_THREADS).concurrent.toFixed(1), '0.5');
  });

  it('is bound by the longest call, or by all of them through the limit (guideline 109: 7 s become 4 s)', () => {
    assert.deepEqual(fanOut([3, 4]), { sequential: 7, concurrent: 4 });
    assert.deepEqual(fanOut([3, 4, 5], 2), { sequential: 12, concurrent: 6 });
  });

  it('serves ten users of five seconds in 50 s one by one, and in 5 s at once (guideline 69)', () => {
    const users = { clients: 10, wait: 5, cpu: 0, processes: 1 };
    assert.equal(serve({ ...users, concurrency: 1 }).responseTime, 50);
    assert.equal(serve({ ...users, concurrency: Infinity }).responseTime, 5);
  });

  it('serves three at once with three times the throughput (guideline 68: 0.2 to 0.6 a second)', () => {
    const users = { clients: 3, wait: 5, cpu: 0, processes: 1 };
    assert.equal(serve({ ...users, concurrency: 1 }).throughput.toFixed(1), '0.2');
    assert.equal(serve({ ...users, concurrency: Infinity }).throughput.toFixed(1), '0.6');
  });

  it('compares three providers in the time of one (guideline 7)', () => {
    const { sequential, concurrent } = fanOut([2, 2, 2]);
    assert.equal(sequential / concurrent, 3);
  });

  it('overlaps only what is independent (guideline 71: 8 s are 5 s where the image needs no search)', () => {
    assert.deepEqual(fanOut([3, 5]), { sequential: 8, concurrent: 5 });
    const dependent = figures({ ...ASSUMED, waits: [wait(3, false), wait(5, false)] });
    assert.equal(dependent.ways.async.latency, 8);
  });

  it('keeps the last of ten waiting for 45 s, and all of them for 22.5 s on average (guideline 78)', () => {
    const bars = figures({ ...ASSUMED, waits: [{ ...wait(5, true), calls: 10 }] }).timeline.sync;
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    assert.equal(Math.max(...bars.map(({ start }) => start)), 45);
    assert.equal(mean(bars.map(({ start }) => start)), 22.5);
    assert.equal(mean(bars.map(({ end }) => end)), 27.5);
  });

  it('reaches 200 a second for a thousand users only while each computes for 5 ms at most (guideline 79)', () => {
    const users = { clients: 1000, wait: 5, processes: 1 };
    assert.equal(serve({ ...users, cpu: 0, concurrency: 1 }).throughput.toFixed(1), '0.2');
    assert.equal(serve({ ...users, cpu: 0, concurrency: Infinity }).throughput.toFixed(0), '200');
    assert.equal(serve({ ...users, cpu: 0.005, concurrency: Infinity }).throughput.toFixed(0), '200');
    assert.equal(serve({ ...users, cpu: 0.05, concurrency: Infinity }).throughput.toFixed(0), '20');
  });

  it('is bound by workers where they are all there is (guideline 80: ten of them serve ten)', () => {
    const users = { clients: 1000, wait: 1, cpu: 0 };
    assert.equal(serve({ ...users, processes: 10, concurrency: 10 }).throughput, 10);
    assert.equal(serve({ ...users, processes: 1, concurrency: Infinity }).throughput, 1000);
  });

  it('holds a third to a fifth of the memory, not a ten-thousandth (guideline 76)', () => {
    const { threads, async } = figures({ ...ASSUMED, waits: [wait(1, false)], users: 4 }).ways;
    const ratio = threads.memory / async.memory;
    assert.ok(ratio >= 3 && ratio <= 5, String(ratio));
  });

  it('obeys the law of clients, throughput and response time (guideline 108)', () => {
    const { throughput, responseTime } = serve({
      clients: 10,
      wait: 5.1,
      cpu: 0,
      processes: 1,
      concurrency: 2.2,
    });
    assert.ok(Math.abs(throughput * responseTime - 10) < 1e-9);
    assert.equal(throughput.toFixed(2), '0.43');
  });

  it('stops gaining where the processor is busy', () => {
    const { throughput } = serve({
      clients: 1000,
      wait: 0.095,
      cpu: 0.005,
      processes: 1,
      concurrency: Infinity,
    });
    assert.equal(throughput, 200);
    assert.equal(mostToGain(0.095, 0.005).toFixed(0), '20');
    assert.equal(mostToGain(1, 0), Infinity);
  });
});
