/** What a user sees of the findings, from the first squiggle to the fix. */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { Uri } from 'vscode';
import {
  commands,
  languages,
  Range,
  Selection,
  window,
  workspace,
  WorkspaceEdit,
  type CodeAction,
  type Diagnostic,
  type Hover,
  type MarkdownString,
  type TextEditor,
} from 'vscode';
import { openFile, until, uriOf } from './workspace.ts';

const { fs } = workspace;

describe('findings', () => {
  let editor: TextEditor;
  beforeEach(async () => {
    editor = await openFile('app.py');
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  const reported = (uri = editor.document.uri) => languages.getDiagnostics(uri);
  const one = (uri?: Uri) =>
    until('one problem', () => (reported(uri).length === 1 ? reported(uri)[0] : undefined));
  const none = (uri?: Uri) => until('no problem', () => reported(uri).length === 0);

  it('show the call, and the way to what blocks', async () => {
    const found = await one();
    assert.equal((found.code as { value: string }).value, 'AW101');
    assert.equal(editor.document.getText(found.range), 'load()');
    assert.deepEqual(
      found.relatedInformation?.map(({ message, location }) => [
        message,
        workspace.asRelativePath(location.uri),
      ]),
      [
        ['`main` calls `load`', 'app.py'],
        ['`load` calls `time.sleep`', 'helper.py'],
      ],
    );
  });

  it('are explained in a hover', async () => {
    const { range } = await one();
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      range.start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value))
      .join('\n');
    assert.match(text, /1\. `main` calls \[`load`\]/);
    assert.match(text, /AW101 blocking-sleep/);
  });

  it('follow what is typed into another file', async () => {
    await one();
    const helper = await workspace.openTextDocument(uriOf('helper.py'));
    const text = helper.getText();
    await edit(helper.uri, text.replace('time.sleep(1)', 'pass'));
    await none();
    await edit(helper.uri, text);
    await one();
    await helper.save();
  });

  it('follow what becomes of another file: deleted, renamed, brought back', async () => {
    const text = await fs.readFile(uriOf('helper.py'));
    const [gone, moved] = [uriOf('absent.py'), uriOf('moved.py')];
    await edit(editor.document.uri, editor.document.getText().replace('helper', 'absent'));
    await none();
    await fs.writeFile(gone, text);
    await one();
    await fs.rename(gone, moved);
    await none();
    await fs.rename(moved, gone);
    await one();
    await fs.delete(gone);
    await none();
  });

  it('are mended by a quick fix, in the document and on disk', async () => {
    const before = editor.document.getText();
    const { range } = await one();
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range,
    );
    const fix = actions.find(({ title }) => title.includes('to_thread'));
    assert.ok(fix?.edit);
    await workspace.applyEdit(fix.edit);
    await none();
    await editor.document.save();
    const written = Buffer.from(await fs.readFile(editor.document.uri)).toString();
    assert.match(written, /^import asyncio$[^]*await asyncio\.to_thread\(load\)/m);
    await edit(editor.document.uri, before);
    await editor.document.save();
    await one();
  });

  it('are mended by an unsafe fix when its changes are ticked in a preview', async () => {
    const before = editor.document.getText();
    await pressFirstFix((await one()).range);
    await setTimeout(PREVIEW_MS);
    assert.equal(editor.document.getText(), before);
    await until('the change is ticked and applied', async () => {
      // Nothing tells when the preview is there, and applied unticked it changes nothing.
      await setTimeout(PREVIEW_MS);
      const isOpen = editor.document.getText() === before;
      for (const command of isOpen ? TICK_AND_APPLY : []) await commands.executeCommand(command);
      return !isOpen;
    });
    await none();
    assert.match(editor.document.getText(), /await asyncio\.to_thread\(load\)/);
  });

  it('are mended by a safe fix in one press', async () => {
    await edit(editor.document.uri, 'import time\n\n\nasync def main():\n    time.sleep(1)\n');
    const { range } = await until('the call itself', () =>
      reported().find((found) => found.range.start.line === 4),
    );
    await pressFirstFix(range);
    await none();
    assert.match(editor.document.getText(), /await asyncio\.sleep\(1\)/);
  });

  it('are silenced on request', async () => {
    const { range } = await one();
    const action = await actionOn(editor.document.uri, range, 'Ignore AW101 on this line');
    assert.ok(action.edit);
    await workspace.applyEdit(action.edit);
    await none();
    assert.match(editor.document.getText(), /load\(\) {2}# awaitwise: ignore\[AW101\]/);
  });

  it('are turned off in the workspace on request, and come back with the setting', async () => {
    const { range } = await one();
    const { command } = await actionOn(editor.document.uri, range, 'Disable AW101 in settings');
    await commands.executeCommand(command?.command ?? '', ...((command?.arguments ?? []) as unknown[]));
    await none();
    const settings = workspace.getConfiguration('awaitwise');
    assert.deepEqual(settings.get('rules'), { AW101: 'off' });
    await settings.update('rules', undefined);
    await one();
  });

  it('obey the settings in a file, as soon as it is saved', async () => {
    await one();
    const toml = uriOf('awaitwise.toml');
    await fs.writeFile(toml, Buffer.from('rules.AW101 = "off"\n'));
    await none();
    await fs.delete(toml);
    await one();
  });

  it('appear in the cells of a notebook', async () => {
    const notebook = await workspace.openNotebookDocument(uriOf('cells.ipynb'));
    await window.showNotebookDocument(notebook);
    const cell = notebook.cellAt(1).document.uri;
    const found = await one(cell);
    assert.equal(found.range.start.line, 1);
  });

  it('are walked step by step', async () => {
    const { range } = await one();
    editor.selection = new Selection(range.start, range.start);
    await commands.executeCommand('awaitwise.showBlockingPath');
    await commands.executeCommand('awaitwise.nextStep');
    await until('the second step is shown', () =>
      window.activeTextEditor?.document.uri.path.endsWith('/helper.py'),
    );
    assert.equal(window.activeTextEditor?.selection.active.line, 4);
    await commands.executeCommand('awaitwise.clearBlockingPath');
  });
});

async function edit(uri: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const change = new WorkspaceEdit();
  change.replace(uri, document.validateRange(new Range(0, 0, 9999, 0)), text);
  await workspace.applyEdit(change);
}

const PREVIEW_MS = 500;
const TICK_AND_APPLY = [
  'refactorPreview.focus',
  'list.focusFirst',
  'refactorPreview.toggleCheckedState',
  'refactorPreview.apply',
];

/** As if somebody put the cursor there, and took the first quick fix from the list. */
async function pressFirstFix({ start }: Range): Promise<void> {
  const editor = window.activeTextEditor;
  assert.ok(editor);
  const moved = new Promise<void>((resolve) => {
    const listener = window.onDidChangeTextEditorSelection(() => {
      listener.dispose();
      resolve();
    });
  });
  editor.selection = new Selection(start, start);
  await moved;
  await commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
}

async function actionOn(uri: Uri, range: Diagnostic['range'], title: string): Promise<CodeAction> {
  return until(title, async () => {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
    );
    return actions.find((action) => action.title === title);
  });
}
