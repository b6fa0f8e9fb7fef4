/** What is said about a very large workspace. */
import assert from 'node:assert/strict';
import type { Folder } from '../../server/folder.ts';
import { sizeNotice } from '../../server/notices.ts';

describe('a notice of size', () => {
  it('names the folders that make it so', () => {
    const files = ['a/1.py', 'b/1.py', 'b/x/2.py', 'b/3.py', 'c/1.py', 'c/2.py', 'd/1.py'].map(
      (file) => `/w/${file}`,
    );
    const project = { files } as unknown as Folder['project'];
    assert.equal(
      sizeNotice({ name: 'w', root: '/w', project }),
      'Awaitwise: w has 7 Python files, most of them in b (3), c (2), a (1).',
    );
  });
});
