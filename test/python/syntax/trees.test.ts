// Trees of code that CPython of this machine may be too old to read, and of code that no CPython reads.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseModule } from '../../../core/python/syntax/parser.ts';
import { pythonFiles } from '../../../tools/differential/files.ts';
import { dump } from './dump.ts';

const folder = join(__dirname, 'fixtures');
const isUpdate = process.env.UPDATE !== undefined && process.env.CI === undefined;

describe('syntax trees', () => {
  for (const path of pythonFiles(folder)) {
    const name = relative(folder, path);
    it(name, () => {
      const drawn = dump(parseModule(readFileSync(path, 'utf8')));
      const treePath = path.replace(/\.py$/, '.tree');
      if (isUpdate) writeFileSync(treePath, drawn);
      else {
        assert.ok(existsSync(treePath), `${name} has no tree: UPDATE=1 draws it`);
        assert.equal(drawn, readFileSync(treePath, 'utf8'), `${name}: UPDATE=1 redraws`);
      }
    });
  }
});
