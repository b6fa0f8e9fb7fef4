// Fixes write as the file does: its line ends, its indentation, its quotes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { best, fixAll } from '../../core/index.ts';
import { projectOf } from '../analyse.ts';

const PROGRAMS = join(__dirname, 'behaviour');
const NAMES = readdirSync(PROGRAMS).filter((name) => name !== 'run.py' && name.endsWith('.py'));

describe('what fixes write', function () {
  this.timeout(120_000);

  for (const name of NAMES) {
    const text = readFileSync(join(PROGRAMS, name), 'utf8');
    let usual = '';
    before(() => {
      usual = fixed(name, text);
    });

    it(`ends its lines as ${name} does`, () => {
      const windows = (lines: string) => lines.replaceAll('\n', '\r\n');
      assert.notEqual(usual, text);
      assert.equal(fixed(name, windows(text)), windows(usual));
    });

    it(`is indented as ${name} is`, () => {
      const tabbed = (lines: string) =>
        lines.replace(/^(?: {4})+/gm, (indent) => '\t'.repeat(indent.length / 4));
      assert.equal(tabbed(fixed(name, tabbed(text))), tabbed(usual));
      assert.doesNotMatch(fixed(name, tabbed(text)), /^ {4}/m);
    });
  }
});

/** The program with all that can be fixed. */
function fixed(name: string, text: string): string {
  const settings = { rules: { AW305: 'warning' } } as const;
  const { host, paths } = projectOf(new Map([[name, text]]), settings, { pythonVersion: [3, 11] });
  const [result] = fixAll(host, paths, best({ unsafe: true }));
  return result?.after ?? text;
}
