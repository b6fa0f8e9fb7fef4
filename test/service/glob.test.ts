/** Patterns as written in a folder, against paths. */
import assert from 'node:assert/strict';
import { matchesGlob, placedGlob } from '../../core/service/glob.ts';

const CASES: readonly [glob: string, matching: readonly string[], others: readonly string[]][] = [
  ['tests', ['tests', 'tests/a.py', 'src/tests/a.py'], ['tests.py', 'mytests/a.py']],
  ['*.py', ['a.py', 'src/deep/a.py'], ['a.pyi', 'a.py.txt']],
  ['/setup.py', ['setup.py'], ['src/setup.py']],
  ['src/*.py', ['src/a.py'], ['src/a/b.py', 'other/src/a.py']],
  ['src/**/gen', ['src/gen/a.py', 'src/x/y/gen/a.py'], ['src/general/a.py', 'gen/a.py']],
  ['**/migrations/**', ['migrations/a.py', 'app/migrations/x/a.py'], ['migrations2/a.py']],
  ['{docs,examples}/**', ['docs/a.py', 'examples/b/a.py'], ['src/docs/a.py']],
  ['test_?.py', ['test_1.py'], ['test_12.py', 'test_.py']],
  ['v[0-9]', ['v1/a.py'], ['va/a.py']],
  ['v[!0-9]', ['va/a.py'], ['v1/a.py', 'v/.py']],
  ['a+b(c).py', ['a+b(c).py'], ['aab(c).py']],
  ['./build/', ['build/a.py', 'x/build/a.py'], ['builder/a.py']],
  ['[z-a]', ['[z-a]'], ['z', 'a']],
];

describe('patterns', () => {
  for (const [glob, matching, others] of CASES) {
    it(`${glob} matches what it should and nothing else`, () => {
      const placed = placedGlob(glob, '/project');
      for (const path of matching) assert.ok(matchesGlob(placed, `/project/${path}`), path);
      for (const path of others) assert.ok(!matchesGlob(placed, `/project/${path}`), path);
      assert.ok(!matchesGlob(placed, `/elsewhere/${matching[0] ?? ''}`));
    });
  }

  it('take the letters of their own folder as they are', () => {
    const placed = placedGlob('*.py', '/we [ird]/{a}');
    assert.ok(matchesGlob(placed, '/we [ird]/{a}/x.py'));
    assert.ok(!matchesGlob(placed, '/we i/a/x.py'));
  });
});
