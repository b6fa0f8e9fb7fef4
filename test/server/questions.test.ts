/** What the language server answers about its reports: hovers, code actions, paths. */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  InlayHint,
  MarkupContent,
  Position,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { BlockingPathRequest, DebugInformationRequest, type BlockingPath } from '../../server/protocol.ts';
import { folderWith, removeFolders } from '../disk/folder.ts';
import { Editor } from './editor.ts';

const APP = `import time


def load():
    time.sleep(1)


async def main():
    load()
`;
const CALL = { line: 8, character: 6 };

describe('the language server answers', () => {
  let editor: Editor;
  before(async () => {
    const folder = folderWith({
      'app.py': APP,
      'store.py': 'async def flush(row): ...\n\n\ndef save(row):\n    flush(row)\n',
      'shop.py': 'import store\n\n\ndef buy(row):\n    store.save(row)\n',
      'comment.py': 'x = 1  # awaitwise: ignore[AW105]\n',
      'pyproject.toml': '[tool.awaitwise]\nignore = ["AW106", "AW6"]\n',
    });
    const features = { showPathCommand: 'show', turnOffRuleCommand: 'off' };
    editor = await Editor.start({ folders: [folder], features });
    await editor.open('app.py');
    await editor.diagnostics('app.py', (found) => found.length === 1);
  });
  after(async () => {
    assert.equal(await editor.quit(), 0);
    removeFolders();
  });

  const textOf = (contents: unknown) => (contents as MarkupContent).value;

  it('what is known of a report: the way, why, and what to do', async () => {
    const hover = await editor.hover('app.py', CALL);
    const text = textOf(hover?.contents);
    assert.match(
      text,
      /1\. `main` calls \[`load`\]\(file:.*app\.py#L9\)\n2\. `load` calls \[`time\.sleep`\]/,
    );
    assert.match(text, /asyncio\.sleep/);
    assert.match(text, /\[AW101 blocking-sleep\]\(file:.*AW101\.md\), guideline \d/);
    assert.equal(await editor.hover('app.py', { line: 0, character: 3 }), null);
  });

  it('what a rule is, where a comment or a setting names it', async () => {
    await editor.open('comment.py');
    await editor.open('pyproject.toml');
    const inComment = await editor.hover('comment.py', { line: 0, character: 30 });
    assert.match(textOf(inComment?.contents), /AW105 blocking-file-io/);
    assert.deepEqual(inComment?.range, {
      start: { line: 0, character: 27 },
      end: { line: 0, character: 32 },
    });
    assert.match(
      textOf((await editor.hover('pyproject.toml', { line: 1, character: 13 }))?.contents),
      /AW106/,
    );
  });

  it('who calls what, and whether it blocks', async () => {
    const { connection } = editor;
    const textDocument = { uri: editor.uri('app.py') };
    const at = (position: Position) =>
      connection.sendRequest<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
        textDocument,
        position,
      });
    // On a call stands for what is called.
    const [load] = await at(CALL);
    assert.deepEqual(load, (await at({ line: 3, character: 5 }))[0]);
    assert.equal(load?.name, 'load');
    assert.equal(load.detail, 'app · blocks (sleep): time.sleep');
    assert.deepEqual(load.selectionRange.start, { line: 3, character: 4 });

    const incoming = await connection.sendRequest<CallHierarchyIncomingCall[]>(
      'callHierarchy/incomingCalls',
      { item: load },
    );
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => [from.name, fromRanges.map(({ start }) => start.line)]),
      [['main', [8]]],
    );
    const outgoing = await connection.sendRequest<CallHierarchyOutgoingCall[]>(
      'callHierarchy/outgoingCalls',
      { item: load },
    );
    assert.deepEqual(
      outgoing.map(({ to, fromRanges }) => [to.name, to.detail, fromRanges[0]?.start.line]),
      [['time.sleep', 'blocks (sleep)', 4]],
    );
    assert.deepEqual(await at({ line: 1, character: 0 }), []);
  });

  it('the path from a call, for a view', async () => {
    const place = { uri: editor.uri('app.py'), position: CALL };
    const path = await editor.connection.sendRequest<BlockingPath>(BlockingPathRequest.method, place);
    assert.equal(path.code, 'AW101');
    assert.deepEqual(
      path.steps.map(({ function: name, callee, location }) => [name, callee, location?.range.start.line]),
      [
        ['main', 'load', 8],
        ['load', 'time.sleep', 4],
      ],
    );
  });

  it('what can be done: mend it, follow the path, silence the rule', async () => {
    const actions = (await editor.codeActions('app.py', { start: CALL, end: CALL })) ?? [];
    const [first, ...others] = actions.map(({ title }) => title);
    assert.match(first ?? '', /to_thread/);
    for (const title of [
      'Show the blocking path',
      'Ignore AW101 on this line',
      'Ignore AW101 in this file',
      'Disable AW101 in settings',
    ]) {
      assert.ok(others.includes(title), `${title} is not among ${others.join(', ')}`);
    }
    assert.ok(actions.filter(({ isPreferred }) => isPreferred).length <= 1);
    const nowhere = { line: 0, character: 0 };
    assert.deepEqual(await editor.codeActions('app.py', { start: nowhere, end: nowhere }), []);
  });

  it('with edits that do away with it', async () => {
    const actions = (await editor.codeActions('app.py', { start: CALL, end: CALL })) ?? [];
    for (const action of actions.filter(({ edit }) => edit)) {
      await editor.type('app.py', applied(APP, action));
      await editor.diagnostics('app.py', (found) => found.length === 0);
      await editor.type('app.py', APP);
      await editor.diagnostics('app.py', (found) => found.length === 1);
    }
  });

  const confirmations = (action: CodeAction | undefined) =>
    Object.values(action?.edit?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation);

  it('with edits that say what is not sure, and are shown first', async () => {
    const actions = (await editor.codeActions('app.py', { start: CALL, end: CALL })) ?? [];
    const [offload] = actions;
    assert.deepEqual(confirmations(offload), [true]);
    const silence = actions.find(({ title }) => title.startsWith('Ignore'));
    assert.equal(silence?.edit?.changeAnnotations, undefined);

    const start = { line: 0, character: 0 };
    await editor.open('store.py');
    const [lost] = await editor.diagnostics('store.py', ({ length }) => length === 1);
    assert.ok(lost);
    const async = (await editor.codeActions('store.py', lost.range))?.find(({ title }) =>
      title.includes('async'),
    );
    assert.equal(async?.title, 'Make `save` async, and one caller, in 2 files (unsafe)');
    assert.deepEqual(confirmations(async), [true]);
    const versions = (async.edit?.documentChanges ?? []).flatMap((change) =>
      'edits' in change ? [[change.textDocument.uri.replace(/.*\//, ''), change.textDocument.version]] : [],
    );
    assert.deepEqual(Object.fromEntries(versions), { 'store.py': 1, 'shop.py': null });
    assert.deepEqual(await editor.codeActions('store.py', { start, end: start }), []);
  });

  it('with as many questions as somebody wants', async () => {
    const start = { line: 0, character: 0 };
    const lost = await editor.diagnostics('store.py', ({ length }) => length === 1);
    const answers = async (confirmFixes: string, wanted: readonly boolean[][]) => {
      await editor.set({ confirmFixes });
      // The server asks for its settings in its own time.
      for (let got: unknown; !isDeepStrictEqual(got, wanted);) {
        const [one] = (await editor.codeActions('app.py', { start: CALL, end: CALL })) ?? [];
        const several = await editor.codeActions('store.py', lost[0]?.range ?? { start, end: start });
        got = [one, several?.find(({ title }) => title.includes('in 2 files'))].map(confirmations);
      }
    };
    await answers('acrossFiles', [[false], [true]]);
    await answers('never', [[false], [false]]);
    await answers('unsafe', [[true], [true]]);
    const direct = 'import time\n\n\nasync def main():\n    time.sleep(1)\n';
    await editor.type('app.py', direct);
    const [found] = await editor.diagnostics('app.py', (all) => all[0]?.range.start.line === 4);
    const [safe, unsafe] = (await editor.codeActions('app.py', found?.range ?? { start, end: start })) ?? [];
    assert.deepEqual([safe?.title, confirmations(safe)], ['Await `asyncio.sleep` instead', []]);
    assert.ok(unsafe);
    await editor.type('app.py', APP);
    await editor.diagnostics('app.py', (all) => all[0]?.range.start.line === 8);
  });

  it('what is selected, moved off the loop', async () => {
    const range = { start: { line: 8, character: 0 }, end: { line: 9, character: 0 } };
    const [extract] = (await editor.codeActions('app.py', range, ['refactor.extract'])) ?? [];
    assert.match(applied(APP, extract), /await asyncio\.to_thread\(load\)/);
    assert.deepEqual(confirmations(extract), [true]);
    const sync = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    const [refused] = (await editor.codeActions('app.py', sync, ['refactor.extract'])) ?? [];
    assert.match(refused?.disabled?.reason ?? '', /not a coroutine/);
  });

  it('all safe fixes at once, on request', async () => {
    const direct =
      'import asyncio\nimport time\n\n\nasync def main():\n    time.sleep(1)\n    time.sleep(2)\n';
    await editor.type('app.py', direct);
    const [found] = await editor.diagnostics('app.py', ({ length }) => length === 2);
    assert.ok(found);
    const [action, ...others] = (await editor.codeActions('app.py', found.range, ['source.fixAll'])) ?? [];
    assert.deepEqual(others, []);
    assert.match(applied(direct, action), /await asyncio\.sleep\(1\)\n {4}await asyncio\.sleep\(2\)/);
    await editor.type('app.py', APP);
    await editor.diagnostics('app.py', (all) => all.length === 1);
  });

  it('which calls block, as hints, once somebody wants them', async () => {
    const params = {
      textDocument: { uri: editor.uri('app.py') },
      range: { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } },
    };
    const ask = () => editor.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', params);
    assert.deepEqual(await ask(), []);
    const refreshed = new Promise<void>((resolve) => {
      editor.connection.onRequest('workspace/inlayHint/refresh', () => {
        resolve();
        return null;
      });
    });
    await editor.set({ inlayHints: true });
    await refreshed;
    const [hint, ...more] = await ask();
    assert.equal(hint?.label, 'blocks (sleep)');
    assert.deepEqual(hint.position, { line: 4, character: 17 });
    assert.deepEqual(more, []);
    await editor.set({ inlayHints: false });
  });

  it('whether any call or function blocks', async () => {
    const verdict = async (line: number, character: number) =>
      textOf((await editor.hover('app.py', { line, character }))?.contents);
    assert.match(await verdict(4, 6), /^\*\*Blocks\*\* \(sleep\)/);
    assert.match(await verdict(3, 5), /^\*\*Blocks\*\* \(sleep\)\n\n1\. `load` calls \[`time\.sleep`\]/);
  });

  it('nothing about text that is newer than its reports', async () => {
    await editor.type('app.py', `\n${APP}`);
    assert.deepEqual(await editor.codeActions('app.py', { start: CALL, end: CALL }), []);
    await editor.type('app.py', APP);
    await editor.diagnostics('app.py', (found) => found.length === 1);
  });

  it('how it fares', async () => {
    const text = await editor.connection.sendRequest<string>(DebugInformationRequest.method);
    assert.match(text, new RegExp(`Process: ${String(editor.process.pid)}, Node v`));
    assert.match(text, /files: 4/);
  });
});

function applied(text: string, action: CodeAction | undefined): string {
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change);
  const edits = change.edits.filter((edit) => 'newText' in edit);
  return TextDocument.applyEdits(TextDocument.create('', 'python', 1, text), edits);
}
