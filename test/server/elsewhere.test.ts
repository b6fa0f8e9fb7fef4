// Paths of what is on no disk: the editor's URI comes back as it was.
import assert from 'node:assert/strict';
import { elsewhere } from '../../server/protocol.ts';
import { pathOf, uriOf } from '../../server/paths.ts';

describe('a path of what is on no disk', () => {
  for (const uri of ['vscode-vfs://github/owner/project/src/app.py', 'vscode-test-web:/mount/a%20b.py']) {
    it(`leads back to ${uri}`, () => {
      const path = pathOf(uri);
      assert.ok(path);
      assert.equal(uriOf(path), uri);
    });
  }

  it('is told from one on disk', () => {
    assert.equal(elsewhere('/home/elsewhere/app.py'), undefined);
    assert.deepEqual(elsewhere(pathOf('vscode-vfs://github/owner/app.py') ?? ''), {
      scheme: 'vscode-vfs',
      authority: 'github',
      path: '/owner/app.py',
    });
  });
});
