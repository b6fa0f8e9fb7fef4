// Ways that are not open: each is refused, with the reason that stands beside the code.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectOf } from '../analyse.ts';

const TEXT = readFileSync(join(__dirname, 'refusals.py'), 'utf8');
const lineOf = (offset: number) => TEXT.slice(0, offset).split('\n').length;

describe('what must not leave the event loop', () => {
  const { host, paths } = projectOf(new Map([['refusals.py', TEXT]]), { rules: { AW305: 'warning' } });
  const [path = ''] = paths;
  const analysis = host.analysis();
  const findings = analysis.findings(path);

  for (const [at, line] of TEXT.split('\n').entries()) {
    const [, reason] = /# refused: (.*)/.exec(at === 0 ? '' : line) ?? [];
    if (reason === undefined) continue;
    it(`stays: ${reason}`, () => {
      const here = findings.filter(({ span }) => lineOf(span.start) === at + 1);
      assert.ok(here.length > 0, 'nothing is found there');
      for (const finding of here) {
        const { fixes, refusals } = analysis.remedies(finding);
        assert.deepEqual([...new Set(refusals.map((one) => one.reason))], [reason]);
        assert.deepEqual(
          fixes.filter(({ kind }) => kind === 'quickfix').map(({ id }) => id),
          [],
        );
      }
    });
  }
});
