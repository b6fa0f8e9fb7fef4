// The latency model against the figures that the guidance documents report.
import assert from 'node:assert/strict';
import {
  ANYIO_THREADS,
  executorThreads,
  fanOut,
  mostToGain,
  serve,
} from '../../core/workflows/latency-model.ts';

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
