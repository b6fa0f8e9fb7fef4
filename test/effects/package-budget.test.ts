// How far calls are followed into installed packages: so many functions, files and lines behind one call, and no further.
import assert from 'node:assert/strict';
import { LIMITS } from '../../core/effects/package-budget.ts';
import { findingsIn } from '../analyse.ts';

const APP = 'from deep.m0 import f0\n\n\nasync def main():\n    f0()\n';

/** A package of functions that call one another in a row, the last of which sleeps; so many of them in a file. */
function found(functions: number, perFile: number, padding = ''): number {
  const files = new Map<string, string>([['app.py', APP]]);
  for (let at = 0; at < functions; at++) {
    const path = `site-packages/deep/m${String(Math.floor(at / perFile))}.py`;
    const next = `m${String(Math.floor((at + 1) / perFile))}`;
    const isNear = Math.floor((at + 1) / perFile) === Math.floor(at / perFile);
    const call = `    f${String(at + 1)}()\n`;
    const onwards = isNear ? call : `    from deep.${next} import f${String(at + 1)}\n${call}`;
    const body = at === functions - 1 ? '    import time\n    time.sleep(1)\n' : onwards;
    files.set(path, `${files.get(path) ?? padding}\n\ndef f${String(at)}():\n${body}`);
  }
  files.set('site-packages/deep/__init__.py', '');
  return findingsIn(files, { select: ['AW101'] }).length;
}

describe('the budget for packages', () => {
  it('ends with so many functions', () => {
    assert.equal(found(LIMITS.functions, 30), 1);
    assert.equal(found(LIMITS.functions + 1, 30), 0);
  });

  it('ends with so many files', () => {
    assert.equal(found(LIMITS.files, 1), 1);
    assert.equal(found(LIMITS.files + 1, 1), 0);
  });

  it('ends with so many lines', () => {
    const half = '\n'.repeat(LIMITS.lines / 2);
    assert.equal(found(2, 1, half), 1);
    assert.equal(found(3, 1, half), 0);
  });
});
