// Clients that are made of their async class: what each program becomes stands beside it. `UPDATE=1` writes it anew.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixAll } from '../../core/index.ts';
import { syntaxErrors } from '../../tools/law/cpython.ts';
import { projectOf } from '../analyse.ts';

const FOLDER = join(__dirname, 'swaps');
const isUpdate = process.env.UPDATE !== undefined && process.env.CI === undefined;

describe('clients made of their async class', () => {
  for (const name of readdirSync(FOLDER).filter((one) => one.endsWith('.before.py'))) {
    it(name.replace('.before.py', ''), () => {
      const before = readFileSync(join(FOLDER, name), 'utf8');
      const { host, paths } = projectOf(new Map([[name, before]]));
      const [result] = fixAll(host, paths, (fixes) => fixes.find(({ id }) => id === 'swap-client'));
      const after = result?.after ?? before;
      const wanted = join(FOLDER, name.replace('.before.', '.after.'));
      if (isUpdate) writeFileSync(wanted, after);
      assert.equal(after, readFileSync(wanted, 'utf8'));
      assert.deepEqual([...syntaxErrors([[name, after]])], []);
      const left = paths.flatMap((path) => host.analysis().findings(path));
      assert.deepEqual(
        left.filter(({ code }) => /^AW(?:1|2|703)/.test(code)).map(({ message }) => message),
        [],
      );
    });
  }
});
