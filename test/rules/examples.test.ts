// The examples on the rules' pages: what they call bad is found, what they call good is clean.
import assert from 'node:assert/strict';
import { rules } from '../../core/index.ts';
import { findingsIn } from '../analyse.ts';

describe('examples', () => {
  for (const { code, docs } of rules) {
    it(`${code} finds its bad example, and nothing is found in its good one`, () => {
      const found = (text: string) =>
        findingsIn(new Map([['example.py', text]]), { select: ['ALL', code] }, { pythonVersion: [3, 14] });
      assert.deepEqual([...new Set(found(docs.example.bad).map((finding) => finding.code))], [code]);
      assert.deepEqual(
        found(docs.example.good).map(({ message }) => message),
        [],
      );
    });
  }
});
