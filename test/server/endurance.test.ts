/** What the language server has to put up with: haste, size, nonsense. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { folderWith, removeFolders } from '../disk/folder.ts';
import { Editor } from './editor.ts';

const SLEEPS = 'import time\n\n\nasync def main():\n    time.sleep(1)\n';
const some = (found: unknown[]) => found.length > 0;
const none = (found: unknown[]) => found.length === 0;

describe('the language server bears', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.start({ folders: [folderWith({ 'app.py': SLEEPS })] });
    await editor.open('app.py');
    await editor.diagnostics('app.py', some);
  });
  afterEach(async () => {
    assert.equal(await editor.quit(), 0);
  });
  after(removeFolders);

  it('a thousand edits in a row, and reports on the last', async () => {
    for (let edit = 0; edit < 1000; edit++) await editor.type('app.py', `${SLEEPS}# ${String(edit)}\n`);
    await editor.type('app.py', 'async def main(): ...\n');
    await editor.diagnostics('app.py', none);
    await editor.type('app.py', SLEEPS);
    await editor.diagnostics('app.py', some);
  });

  it('a file of 50,000 lines', async () => {
    const lines = Array.from(
      { length: 12_500 },
      (_, n) => `async def f${String(n)}(x):\n    return x + ${String(n)}\n\n`,
    );
    await editor.type('app.py', `${lines.join('\n')}\n${SLEEPS}`);
    const [found, ...more] = await editor.diagnostics('app.py', some);
    assert.equal(found?.range.start.line, 50_004);
    assert.deepEqual(more, []);
  });

  it('half-written code', async () => {
    await editor.type('app.py', `${SLEEPS}\nasync def more(:\n    x = (\n`);
    await editor.diagnostics('app.py', some);
    await editor.type('app.py', '"""');
    await editor.diagnostics('app.py', none);
  });

  it('requests that it does not know, or that make no sense', async () => {
    const { connection } = editor;
    await assert.rejects(connection.sendRequest('textDocument/poem', {}), /Unhandled method/);
    await connection.sendNotification('$/nonsense', { a: 1 });
    await assert.rejects(connection.sendRequest('textDocument/hover', { textDocument: null }));
    assert.equal(await editor.hover('none.py', { line: 999, character: 999 }), null);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: editor.uri('never-opened.py'), version: 3 },
      contentChanges: [{ text: '' }],
    });
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'no uri', type: 9 }],
    });
    await editor.type('app.py', `${SLEEPS}\n`);
    await editor.diagnostics('app.py', some);
  });

  it('requests that nobody waits for any more', async () => {
    const { connection } = editor;
    const params = { textDocument: { uri: editor.uri('app.py') }, position: { line: 4, character: 6 } };
    const answers = Array.from({ length: 50 }, () => {
      const source = new CancellationTokenSource();
      const answer = connection.sendRequest('textDocument/hover', params, source.token);
      source.cancel();
      return answer.catch((error: unknown) => {
        assert.equal((error as { code?: number }).code, LSPErrorCodes.RequestCancelled);
      });
    });
    await Promise.all(answers);
    assert.notEqual(await editor.hover('app.py', params.position), null);
  });

  it('files that change, go and come back while they are checked', async () => {
    const helper = join(editor.options.folders[0] ?? '', 'helper.py');
    for (let round = 0; round < 20; round++) {
      if (round % 3 === 2) rmSync(helper, { force: true });
      else writeFileSync(helper, round % 3 === 0 ? 'def load(' : SLEEPS);
      await editor.tellChange('helper.py', round % 3 === 2 ? 3 : 1);
    }
    rmSync(helper, { force: true });
    mkdirSync(helper);
    await editor.tellChange('helper.py', 1);
    await editor.type('app.py', `from helper import main as load\n${SLEEPS}    load()\n`);
    await editor.diagnostics('app.py', some);
  });

  it('a workspace that is deleted under it', async () => {
    rmSync(editor.options.folders[0] ?? '', { recursive: true });
    await editor.tellChange('', 3);
    await editor.type('app.py', `${SLEEPS}# still typing\n`);
    await editor.diagnostics('app.py', some);
    await editor.type('app.py', 'async def main(): ...\n');
    await editor.diagnostics('app.py', none);
    assert.deepEqual(editor.messages, []);
  });

  it('messages that are no JSON', async () => {
    editor.process.stdin.write('Content-Length: 9\r\n\r\n{"broken"');
    await editor.type('app.py', `${SLEEPS}\n`);
    await editor.diagnostics('app.py', some);
  });
});
