// Runs tests through mocha in plain Node, and counts them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInstalled } from '../run.mjs';

/**
 * @param {string} tests a pattern; of no account when the options name a test file
 * @param {readonly string[]} options mocha's
 * @returns {Promise<import('./suite.d.ts').Counts>}
 */
export async function runMocha(tests, options) {
  const folder = mkdtempSync(join(tmpdir(), 'awaitwise-tests-'));
  const counts = join(folder, 'counts.json');
  const files = options.some((option) => option.endsWith('.test.ts')) ? [] : [tests];
  try {
    await runInstalled('mocha/bin/mocha.js', [
      ...['--require', 'tsx/cjs', '--forbid-only', '--forbid-pending', '--timeout', '20000'],
      ...['--reporter', 'tools/suites/counts-reporter.cjs', '--reporter-option', `counts=${counts}`],
      ...files,
      ...options,
    ]);
    return readCounts(counts);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A run that ended before it could count has failed.
 * @param {string} path
 * @returns {import('./suite.d.ts').Counts}
 */
function readCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}
