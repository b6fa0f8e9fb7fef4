// The scaffold of a rule: what it writes, and what it refuses.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newRule } from '../../tools/new-rule/new-rule.ts';

describe('new-rule', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'awaitwise-'))));
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('writes a rule and its fixture, under their names', async () => {
    const written = await newRule(root, 'AW142', 'blocking-nap');
    assert.deepEqual(written, ['core/rules/aw142-blocking-nap.ts', 'test/rules/aw142.py']);
    const rule = readFileSync(join(root, 'core/rules/aw142-blocking-nap.ts'), 'utf8');
    assert.match(rule, /code: 'AW142',\n {2}name: 'blocking-nap',/);
    assert.match(readFileSync(join(root, 'test/rules/aw142.py'), 'utf8'), /^# AW142 blocking-nap\n/);
  });

  for (const [code, name, complaint] of [
    ['AW42', 'blocking-nap', /a code is AW and three digits, .* not AW42/],
    ['aw142', 'blocking-nap', /not aw142/],
    ['AW142', 'BlockingNap', /a name is two small words or more, .* not BlockingNap/],
    ['AW142', 'nap', /not nap/],
  ] as const) {
    it(`refuses ${code} ${name}, and writes nothing`, async () => {
      await assert.rejects(newRule(root, code, name), complaint);
      assert.ok(!existsSync(join(root, 'core')));
    });
  }

  it('refuses a code and a name that are taken', async () => {
    await newRule(root, 'AW142', 'blocking-nap');
    await assert.rejects(
      newRule(root, 'AW142', 'long-sleep'),
      /aw142-blocking-nap\.ts has this code already/,
    );
    await assert.rejects(
      newRule(root, 'AW143', 'blocking-nap'),
      /aw142-blocking-nap\.ts has this name already/,
    );
  });

  it('leaves a fixture alone whose rule is not there', async () => {
    await newRule(root, 'AW142', 'blocking-nap');
    rmSync(join(root, 'core/rules/aw142-blocking-nap.ts'));
    await assert.rejects(newRule(root, 'AW142', 'blocking-nap'), /test\/rules\/aw142\.py is there already/);
  });
});
