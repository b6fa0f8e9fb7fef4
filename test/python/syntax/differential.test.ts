// Our parser against CPython's own `ast`, every node of every file of its standard library.
import assert from 'node:assert/strict';
import { compare } from '../../../tools/differential/compare.ts';
import { pythonFiles } from '../../../tools/differential/files.ts';
import { python, standardLibrary } from './stdlib.ts';

describe('differential', function () {
  this.timeout(300_000);

  it('sees in the standard library what CPython sees', async () => {
    const result = await compare(python, pythonFiles(standardLibrary()));
    assert.deepEqual(result.examples, []);
    assert.deepEqual(result.unread, []);
    assert.equal(result.differences, 0);
    assert.ok(result.files > 100 && result.facts > 100_000, 'too little was compared');
    assert.ok(result.rejected.length < result.files / 50, result.rejected.join('\n'));
  });
});
