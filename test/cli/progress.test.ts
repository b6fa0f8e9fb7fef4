/** The bar on a terminal. */
import assert from 'node:assert/strict';
import { Progress } from '../../cli/progress.ts';

function drawings(isTTY: boolean, steps: number, milliseconds: number): string[] {
  const written: string[] = [];
  let time = 0;
  const progress = new Progress({ write: (text) => written.push(text), isTTY }, steps, '5 files', () => time);
  for (let step = 0; step < steps; step += 1) {
    time += milliseconds;
    progress.advance();
  }
  progress.finish();
  return written;
}

describe('progress', () => {
  it('is shown on a terminal, and wiped away in the end', () => {
    const written = drawings(true, 10, 100);
    assert.match(written[0] ?? '', /█+░+ 40 % of 5 files$/);
    assert.equal(written.at(-1), '\r\u001B[2K');
  });

  it('is not shown where nobody looks, nor for what is quickly through', () => {
    assert.deepEqual(drawings(false, 10, 100), []);
    assert.deepEqual(drawings(true, 10, 10), []);
  });

  it('is drawn no more often than a terminal can bear', () => {
    assert.ok(drawings(true, 10_000, 1).length < 150);
  });
});
