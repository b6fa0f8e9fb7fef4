// What scripts and CI read of `npm test`: its exit code and its last line.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../tools/run.mjs';

describe('npm test', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'awaitwise-'))));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs `npm test` over one file of tests. */
  async function outcomeOf(tests: string, env: NodeJS.ProcessEnv = {}) {
    const file = join(folder, 'sample.test.ts');
    writeFileSync(file, tests);
    const options = { quiet: true, env: { ...process.env, CI: '', UPDATE: '', ...env } };
    const { code, output } = await run(process.execPath, ['tools/test.mjs', file], options);
    return { code, output, lastLine: output.trimEnd().split('\n').at(-1) };
  }

  for (const [what, tests, lastLine, code] of [
    ['passes', "it('a', () => {});", '1 passed, 0 failed', 0],
    [
      'fails with a test',
      "it('a', () => {}); it('b', () => { throw new Error('no'); });",
      '1 passed, 1 failed',
      1,
    ],
    ['fails with a test file that does not load', "throw new Error('no');", '0 passed, 1 failed', 1],
    ['fails when a test ends the process', "it('a', () => process.exit(0));", '0 passed, 1 failed', 1],
    ['fails when nothing ran', '', '0 passed, 0 failed', 1],
    ['fails over a test that is skipped', "it('a', () => {}); it('b');", '1 passed, 1 failed', 1],
  ] as const) {
    it(what, async () => {
      const outcome = await outcomeOf(tests);
      assert.equal(outcome.lastLine, lastLine, outcome.output);
      assert.equal(outcome.code, code);
    });
  }

  it('does not redraw fixtures in CI', async () => {
    const outcome = await outcomeOf("it('a', () => {});", { CI: 'true', UPDATE: '1' });
    assert.match(outcome.output, /UPDATE redraws fixtures: not where CI is set/);
    assert.equal(outcome.code, 1);
  });
});
