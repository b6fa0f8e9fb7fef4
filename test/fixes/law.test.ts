// The law of fixes, for every fix of every finding in the rules' fixtures.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Law } from '../../tools/law/law.ts';
import { projectOf, type Texts } from '../analyse.ts';
import { withoutMarks } from '../markup.ts';

const FIXTURES = join(__dirname, '../rules');

describe('fixes of the rules’ fixtures', function () {
  this.timeout(120_000);
  for (const name of readdirSync(FIXTURES).filter((entry) => /^aw\d{3}/.test(entry))) {
    it(`${name}: one by one`, () => {
      assert.deepEqual(lawOf(name).oneByOne().breaches, []);
    });
    it(`${name}: all together`, () => {
      assert.deepEqual(lawOf(name).allTogether().breaches, []);
    });
  }
});

function lawOf(name: string): Law {
  const code = name.slice(0, 'AW101'.length).toUpperCase();
  // Some rules are off by themselves.
  const { host, paths } = projectOf(fixture(name), { rules: { [code]: 'warning' } });
  return new Law(host, paths);
}

function fixture(name: string): Texts {
  const folder = name.endsWith('.py') ? FIXTURES : join(FIXTURES, name);
  const paths = name.endsWith('.py') ? [name] : readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .filter((path) => path.endsWith('.py'))
      .map((path) => [path, withoutMarks(readFileSync(join(folder, path), 'utf8'))]),
  );
}
