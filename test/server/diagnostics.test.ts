/** What the language server reports, and when: over the protocol alone, as any editor would see it. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders } from '../disk/folder.ts';
import { Editor } from './editor.ts';

const APP = `from helper import load


async def main():
    load()
`;
const BLOCKS = 'import time\n\n\ndef load():\n    time.sleep(1)\n';
const HARMLESS = 'def load():\n    pass\n';

describe('the language server reports', () => {
  let editor: Editor;
  let folder: string;
  beforeEach(async () => {
    folder = folderWith({
      'app.py': APP,
      'helper.py': BLOCKS,
      'sub/other.py': 'async def f():\n    input()\n',
    });
    editor = await Editor.start({ folders: [folder] });
  });
  afterEach(async () => {
    assert.equal(await editor.quit(), 0);
  });
  after(removeFolders);

  const some = (found: unknown[]) => found.length > 0;
  const none = (found: unknown[]) => found.length === 0;

  it('the call, and each step of the way from it', async () => {
    await editor.open('app.py');
    const [found, ...more] = await editor.diagnostics('app.py');
    assert.deepEqual(more, []);
    assert.equal(found?.code, 'AW101');
    assert.equal(found.source, 'awaitwise');
    assert.deepEqual(found.range, { start: { line: 4, character: 4 }, end: { line: 4, character: 10 } });
    assert.deepEqual(
      found.relatedInformation?.map(({ message, location }) => [
        message,
        location.uri,
        location.range.start.line,
      ]),
      [
        ['`main` calls `load`', editor.uri('app.py'), 4],
        ['`load` calls `time.sleep`', editor.uri('helper.py'), 4],
      ],
    );
    assert.match(found.codeDescription?.href ?? '', /docs\/rules\/AW101\.md$/);
  });

  it('nothing any more, when it is mended in another file', async () => {
    await editor.open('app.py');
    await editor.diagnostics('app.py', some);
    await editor.open('helper.py', HARMLESS);
    await editor.diagnostics('app.py', none);
    await editor.type('helper.py', BLOCKS);
    await editor.diagnostics('app.py', some);
    // What was typed and not saved is gone when the file is closed.
    await editor.type('helper.py', HARMLESS);
    await editor.diagnostics('app.py', none);
    await editor.close('helper.py');
    await editor.diagnostics('app.py', some);
  });

  it('what changes on disk', async () => {
    await editor.open('app.py');
    await editor.diagnostics('app.py', some);
    writeFileSync(join(folder, 'helper.py'), HARMLESS);
    await editor.tellChange('helper.py', 2);
    await editor.diagnostics('app.py', none);
    rmSync(join(folder, 'helper.py'));
    await editor.tellChange('helper.py', 3);
    writeFileSync(join(folder, 'helper.py'), BLOCKS);
    await editor.tellChange('helper.py', 1);
    await editor.diagnostics('app.py', some);
  });

  it('nothing of a file that is closed, unless the whole workspace is wanted', async () => {
    await editor.open('app.py');
    await editor.diagnostics('app.py', some);
    await editor.close('app.py');
    await editor.diagnostics('app.py', none);
    await editor.set({ diagnosticMode: 'workspace' });
    await editor.diagnostics('app.py', some);
    await editor.diagnostics('sub/other.py', some);
    rmSync(join(folder, 'sub'), { recursive: true });
    await editor.tellChange('sub', 3);
    await editor.diagnostics('sub/other.py', none);
  });

  it('as the settings want it, in the editor and in a file', async () => {
    await editor.open('app.py');
    assert.equal((await editor.diagnostics('app.py', some))[0]?.severity, 1);
    writeFileSync(join(folder, 'awaitwise.toml'), 'rules.AW101 = "hint"\n');
    await editor.tellChange('awaitwise.toml', 1);
    await editor.diagnostics('app.py', ([first]) => first?.severity === 4);
    await editor.set({ rules: { AW101: 'off' } });
    await editor.diagnostics('app.py', none);
  });

  it('bad settings once, by name, and goes on with the default', async () => {
    await editor.set({ profile: 'fast' });
    await editor.open('app.py');
    await editor.diagnostics('app.py', some);
    await editor.set({});
    await editor.diagnostics('app.py', some);
    const complaints = editor.messages.filter((message) => message.includes('profile'));
    assert.equal(complaints.length, 1, complaints.join('\n'));
    assert.match(complaints[0] ?? '', /the settings of the editor.*"fast".*hybrid/);
  });
});
