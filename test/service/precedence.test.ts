/** Which of several findings on one place is shown. */
import assert from 'node:assert/strict';
import type { Finding } from '../../core/model/finding.ts';
import { withoutBeaten } from '../../core/service/precedence.ts';
import { findingsIn } from '../analyse.ts';

/** Findings on one place of one function, unless they say otherwise. */
function shown(...findings: readonly (string | Partial<Finding>)[]): string[] {
  const place = { span: { start: 4, end: 9 }, function: 'main' };
  const all = findings.map(
    (each) => ({ ...place, ...(typeof each === 'string' ? { code: each } : each) }) as Finding,
  );
  return withoutBeaten(all).map(({ code }) => code);
}

describe('precedence', () => {
  it('shows the more specific of two findings on one call', () => {
    assert.deepEqual(shown('AW102', 'AW703'), ['AW703']);
    assert.deepEqual(shown('AW303', 'AW312'), ['AW312']);
    assert.deepEqual(shown('AW308', 'AW313'), ['AW313']);
    assert.deepEqual(shown('AW205', 'AW207'), ['AW205']);
  });

  it('shows the graver of two findings on one call', () => {
    assert.deepEqual(shown('AW303', 'AW306'), ['AW306']);
    assert.deepEqual(shown('AW310', 'AW504'), ['AW504']);
    assert.deepEqual(shown('AW501', 'AW102'), ['AW102']);
    assert.deepEqual(shown('AW102', 'AW502'), ['AW102']);
  });

  it('goes along a whole row, also where the rules between have nothing to say', () => {
    assert.deepEqual(shown('AW403', 'AW407', 'AW802', 'AW405', 'AW401'), ['AW401']);
    assert.deepEqual(shown('AW403', 'AW405'), ['AW405']);
    assert.deepEqual(shown('AW403', 'AW407'), ['AW407']);
    assert.deepEqual(shown('AW407', 'AW607'), ['AW607']);
  });

  it('leaves alone what has nothing to do with each other', () => {
    assert.deepEqual(shown('AW102', 'AW302'), ['AW102', 'AW302']);
    assert.deepEqual(shown('AW703', 'AW101'), ['AW703', 'AW101']);
  });

  it('looks at the place and at the function', () => {
    assert.deepEqual(shown({ code: 'AW102', span: { start: 4, end: 8 } }, 'AW703'), ['AW102', 'AW703']);
    assert.deepEqual(shown({ code: 'AW102', function: 'other' }, 'AW703'), ['AW102', 'AW703']);
  });

  const TEST_CASE = `
import unittest


class Case(unittest.TestCase):
    async def setUp(self): ...
`;

  it('holds in an analysis, and a rule that is off gives way', () => {
    const codes = (select: readonly string[]) =>
      findingsIn(new Map([['case.py', TEST_CASE]]), { select }).map(({ code }) => code);
    assert.deepEqual(codes(['AW2']), ['AW205']);
    assert.deepEqual(codes(['AW207']), ['AW207']);
  });

  it('is not undone by a comment that silences the winner', () => {
    const text = TEST_CASE.replace('...', '...  # awaitwise: ignore[AW205]');
    assert.deepEqual(findingsIn(new Map([['case.py', text]]), { select: ['AW2'] }), []);
  });
});
