/** How the extension comes to life, and what it costs those who only open an editor. */
import assert from 'node:assert/strict';
import { extensions } from 'vscode';
import { openFile, until } from './workspace.ts';

describe('the extension', () => {
  const extension = extensions.getExtension('awaitwise.awaitwise');

  it('sleeps until Python is opened', () => {
    assert.equal(extension?.isActive, false);
  });

  it('wakes up over a Python file, and its server answers', async () => {
    await openFile('app.py');
    await until('the extension is active', () => extension?.isActive);
  });
});
