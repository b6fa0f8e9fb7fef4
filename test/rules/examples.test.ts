// The examples on the rules' pages: what they call bad is found, what they call good is clean.
import assert from 'node:assert/strict';
import { rules } from '../../core/index.ts';
import type { Severity } from '../../core/model/finding.ts';
import { findingsIn } from '../analyse.ts';

const ADVICE: ReadonlySet<Severity> = new Set(['information', 'hint']);

describe('examples', () => {
  for (const { code, docs } of rules) {
    it(`${code} finds its bad example, and nothing is found in its good one`, () => {
      const found = (text: string) =>
        findingsIn(new Map([['example.py', text]]), { select: ['ALL', code] }, { pythonVersion: [3, 14] });
      // Others may have advice to give: the sync library that blocks here has an async counterpart.
      const faults = found(docs.example.bad).filter((one) => one.code === code || !ADVICE.has(one.severity));
      assert.deepEqual([...new Set(faults.map((finding) => finding.code))], [code]);
      assert.deepEqual(
        found(docs.example.good).map(({ message }) => message),
        [],
      );
    });
  }
});
