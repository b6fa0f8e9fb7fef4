/** Workspaces of all shapes: several folders, none, notebooks, libraries, text that was never saved. */
import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { writeBaseline } from '../../core/index.ts';
import { folderWith, removeFolders } from '../disk/folder.ts';
import { Editor } from './editor.ts';

const SLEEPS = 'import time\n\n\nasync def main():\n    time.sleep(1)\n';
const some = (found: unknown[]) => found.length > 0;
const none = (found: unknown[]) => found.length === 0;

describe('the language server in a workspace', () => {
  let editor: Editor | undefined;
  afterEach(async () => {
    assert.equal(await editor?.quit(), 0);
  });
  after(removeFolders);

  const uri = (folder: string, path: string) => pathToFileURL(join(folder, path)).href;
  const start = async (...args: Parameters<typeof Editor.start>) => (editor = await Editor.start(...args));

  it('is started from the command line too', async () => {
    const program = [join(__dirname, '../../dist/cli.js'), 'server'];
    const session = await start({ folders: [folderWith({ 'a.py': SLEEPS })], program });
    await session.open('a.py');
    await session.diagnostics('a.py', some);
  });

  it('of several folders keeps their settings apart', async () => {
    const [loud, quiet] = [folderWith({ 'a.py': SLEEPS }), folderWith({ 'b.py': SLEEPS })];
    const settingsOf = { [uri(quiet, '')]: { rules: { AW101: 'off' } } };
    const session = await start({ folders: [loud, quiet], settingsOf });
    await session.set({ diagnosticMode: 'workspace' });
    await session.diagnostics('a.py', some);
    await session.openUri(uri(quiet, 'b.py'), SLEEPS);
    await session.diagnosticsOf(uri(quiet, 'b.py'), none, 1);

    const removed = [{ uri: uri(loud, ''), name: 'loud' }];
    await session.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed },
    });
    await session.diagnostics('a.py', none);
  });

  it('without a folder looks at what is open', async () => {
    const folder = folderWith({ 'pyproject.toml': '', 'a.py': SLEEPS });
    const session = await start({ folders: [] });
    await session.openUri(uri(folder, 'a.py'), SLEEPS);
    await session.diagnosticsOf(uri(folder, 'a.py'), some, 1);
  });

  it('takes text that was never saved', async () => {
    const session = await start({ folders: [folderWith({})] });
    await session.openUri('untitled:Untitled-1', SLEEPS);
    await session.diagnosticsOf('untitled:Untitled-1', some, 1);
  });

  it('shows what is new, where there is a baseline', async () => {
    const entry = { path: 'app.py', function: 'main', code: 'AW101', callee: 'time.sleep' };
    const folder = folderWith({ 'app.py': SLEEPS, 'known.json': writeBaseline([entry]) });
    const session = await start({ folders: [folder] });
    await session.open('app.py');
    await session.diagnostics('app.py', some);
    await session.set({ baseline: 'known.json' });
    await session.diagnostics('app.py', none);
    // One entry, one finding: lines may move, but nothing is added.
    await session.type('app.py', `# Moved.\n${SLEEPS}    time.sleep(2)\n`);
    assert.equal((await session.diagnostics('app.py', some)).length, 1);

    await writeFile(join(folder, 'known.json'), writeBaseline([entry, entry]));
    await session.tellChange('known.json', 2);
    await session.diagnostics('app.py', none);
    await session.set({ baseline: 'gone.json' });
    await session.diagnostics('app.py', (found) => found.length === 2);
    const said = session.messages.filter((message) => message.includes('gone.json'));
    assert.deepEqual(said, [`Awaitwise: ${folder}/gone.json: there is no such file`]);
  });

  it('says once that there is no such interpreter, and goes on', async () => {
    const session = await start({ folders: [folderWith({ 'app.py': SLEEPS })] });
    await session.set({ python: '/nowhere/bin/python' });
    await session.open('app.py');
    await session.diagnostics('app.py', some);
    await session.set({ follow: 'project' });
    await session.type('app.py', `${SLEEPS}# more\n`);
    await session.diagnostics('app.py', some);
    assert.deepEqual(
      session.messages.filter((message) => message.includes('/nowhere')),
      ['Awaitwise: /nowhere/bin/python: there is no such interpreter or environment'],
    );
  });

  it('says once, in the log, what of it cannot be read, and goes on', async () => {
    const folder = folderWith({ 'app.py': SLEEPS, 'closed/b.py': SLEEPS, loop: { link: 'loop' } });
    chmodSync(join(folder, 'closed'), 0);
    try {
      const session = await start({ folders: [folder] });
      await session.set({ diagnosticMode: 'workspace' });
      await session.diagnostics('app.py', some);
      await session.tellChange('app.py', 1);
      await session.open('app.py', `${SLEEPS}# more\n`);
      await session.diagnostics('app.py', some);
      // Root may read everything.
      const closed = process.getuid?.() === 0 ? [] : [`${folder}/closed: the folder cannot be read`];
      assert.deepEqual(session.messages.sort(), [...closed, `${folder}/loop: the link leads back to itself`]);
    } finally {
      chmodSync(join(folder, 'closed'), 0o700);
    }
  });

  it('takes packs as they are written', async () => {
    const folder = folderWith({ 'app.py': 'import acme\n\n\nasync def main():\n    acme.push()\n' });
    const session = await start({ folders: [folder] });
    await session.open('app.py');
    await session.diagnostics('app.py', none);
    const pack = { library: 'acme', blocking: [{ calls: { acme: ['push'] }, kinds: ['network'] }] };
    await writeFile(join(folder, 'awaitwise.json'), JSON.stringify(pack));
    await session.tellChange('awaitwise.json', 1);
    await session.diagnostics('app.py', some);
  });

  it('reports nothing in libraries, and follows calls into them', async () => {
    const library = 'lib/python3.12/site-packages/slow.py';
    const folder = folderWith({
      'app.py': 'import slow\n\n\nasync def main():\n    slow.work()\n',
      '.venv/pyvenv.cfg': 'version = 3.12.1\n',
      [`.venv/${library}`]: `${SLEEPS}\n\ndef work():\n    time.sleep(1)\n`,
    });
    const session = await start({ folders: [folder] });
    await session.open('app.py');
    const [found] = await session.diagnostics('app.py', some);
    assert.equal(found?.relatedInformation?.[1]?.location.uri, session.uri(`.venv/${library}`));
    await session.open(`.venv/${library}`);
    await session.open('app.py');
    await session.diagnostics('app.py', some);
    assert.equal(session.wasPublished(session.uri(`.venv/${library}`)), false);
  });

  it('reads a notebook as one module, and reports in its cells', async () => {
    const session = await start({ folders: [folderWith({})] });
    const notebook = session.uri('n.ipynb');
    const cell = (name: string, text: string) => ({
      uri: notebook.replace('file:', 'vscode-notebook-cell:') + `#${name}`,
      languageId: 'python',
      version: 1,
      text,
    });
    const magic = cell('a', '%matplotlib inline\nimport time');
    const sleepy = cell('b', 'async def f():\n    time.sleep(1)');
    const nested = cell('c', 'import asyncio\nasyncio.run(f())');
    const cells = [magic, sleepy, nested];
    await session.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: notebook,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: cells.map((one) => ({ kind: 2, document: one.uri })),
      },
      cellTextDocuments: cells,
    });
    const [found] = await session.diagnosticsOf(sleepy.uri, some);
    assert.deepEqual(found?.range, { start: { line: 1, character: 4 }, end: { line: 1, character: 17 } });
    assert.deepEqual(await fixed(session, sleepy.uri, found, /asyncio.sleep/), {
      [magic.uri]: ['import asyncio\n'],
      [sleepy.uri]: ['await asyncio.sleep(1)'],
    });
    const [loop] = await session.diagnosticsOf(nested.uri, some);
    assert.deepEqual(await fixed(session, nested.uri, loop, /without/), { [nested.uri]: ['await f()'] });
    await session.connection.sendNotification('notebookDocument/didChange', {
      notebookDocument: { uri: notebook, version: 2 },
      change: {
        cells: {
          textContent: [{ document: { uri: sleepy.uri, version: 2 }, changes: [{ text: 'await g()' }] }],
        },
      },
    });
    await session.diagnosticsOf(sleepy.uri, none);
  });
});

/** What the first action of a title writes, by document. */
async function fixed(session: Editor, uri: string, found: Diagnostic | undefined, title: RegExp) {
  const actions = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: found?.range,
    context: { diagnostics: [] },
  });
  const changes = actions.find((one) => title.test(one.title))?.edit?.documentChanges ?? [];
  return Object.fromEntries(
    changes.flatMap((one) =>
      'edits' in one
        ? [[one.textDocument.uri, one.edits.map((edit) => ('newText' in edit ? edit.newText : ''))]]
        : [],
    ),
  );
}
