/** The bar on a terminal. */
import assert from 'node:assert/strict';
import { Progress } from '../../cli/progress.ts';

function drawings(isTTY: boolean, steps: number, patience?: number): string[] {
  const written: string[] = [];
  const output = { write: (text: string) => written.push(text), isTTY, columns: 80 };
  const progress = new Progress(output, steps, '5 files', patience);
  for (let step = 0; step < steps; step += 1) progress.advance();
  progress.finish();
  return written;
}

describe('progress', () => {
  it('is shown on a terminal, and wiped away in the end', () => {
    const written = drawings(true, 10, 0);
    assert.ok(written.some((text) => /█+░+ 10 % of 5 files/.test(text)));
    assert.equal(written.at(-1), '\u001B[2K');
  });

  it('is not shown where nobody looks, nor for what is quickly through', () => {
    assert.deepEqual(drawings(false, 10, 0), []);
    assert.deepEqual(drawings(true, 10), []);
  });

  it('is drawn no more often than a terminal can bear', () => {
    assert.ok(drawings(true, 100_000, 0).length < 150);
  });
});
