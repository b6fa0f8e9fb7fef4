// The suite of everything that runs in plain Node: test/**/*.test.ts through mocha.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInstalled } from '../run.mjs';

/** @type {import('./suite.d.ts').Suite} */
export const unit = {
  name: 'unit',
  async run(args) {
    const folder = mkdtempSync(join(tmpdir(), 'awaitwise-unit-'));
    const counts = join(folder, 'counts.json');
    const files = args.some((arg) => arg.endsWith('.test.ts')) ? [] : ['test/**/*.test.ts'];
    try {
      await runInstalled('mocha/bin/mocha.js', [
        ...['--require', 'tsx/cjs', '--forbid-only', '--forbid-pending', '--timeout', '20000'],
        ...['--reporter', 'tools/suites/counts-reporter.cjs', '--reporter-option', `counts=${counts}`],
        ...['--ignore', 'test/{host,ui}/**', ...files, ...args],
      ]);
      return readCounts(counts);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

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
