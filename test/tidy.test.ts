// Invariants that span files: the project holds each of them, and each of them would notice if it did not.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { staleFiles } from '../tools/generate/registry.ts';
import { fileInvariants } from './tidy/files.ts';
import { projectOf, projectOnDisk } from './tidy/project.ts';
import { roomInvariants } from './tidy/rooms.ts';
import { ruleInvariants } from './tidy/rules.ts';

const root = join(__dirname, '..');

describe('tidy', () => {
  const project = projectOnDisk(root);
  for (const invariant of [...roomInvariants, ...fileInvariants, ...ruleInvariants]) {
    it(invariant.title, () => {
      assert.deepEqual(invariant.complaints(project), []);
      assert.notDeepEqual(invariant.complaints(projectOf(invariant.breach)), [], 'a breach went unnoticed');
    });
  }

  it('generated files are fresh', async () => {
    assert.deepEqual(await staleFiles(root, { write: false }), [], 'run `npm run generate`');
  });

  it('the extension ships bundles, media, snippets and docs only', async () => {
    const shipped = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const allowed =
      /^(dist\/([^/]+\.js|webview\.css|pack\.schema\.json|typeshed\/\w+(\.txt)?)|(media|snippets|docs)\/.+|package(\.nls.*)?\.json|[A-Z]+(\.md)?)$/;
    for (const path of [
      'dist/extension.js',
      'dist/launch.js',
      'dist/extension.browser.js',
      'dist/server.js',
      'dist/server.worker.js',
      'dist/pack.schema.json',
      'dist/webview.js',
      'dist/webview.css',
      'dist/typeshed/stdlib.txt',
      'dist/typeshed/LICENSE',
    ]) {
      assert.ok(shipped.includes(path), `${path} is missing`);
    }
    assert.deepEqual(
      shipped.filter((path) => !allowed.test(path)),
      [],
    );
  });
});
