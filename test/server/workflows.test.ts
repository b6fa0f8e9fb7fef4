/** What the language server answers about workflows: the list, one of them, the one around a place, fixes, a decision. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { assumptionsFor } from '../../core/index.ts';
import {
  DecisionRequest,
  DecisionsFolderRequest,
  FixWorkflowRequest,
  GuideRequest,
  type Request,
  WorkflowAtRequest,
  WorkflowRequest,
  WorkflowsChanged,
  WorkflowsRequest,
} from '../../server/protocol.ts';
import { folderWith, removeFolders } from '../disk/folder.ts';
import { Editor } from './editor.ts';

const APP = `import time
from fastapi import FastAPI

app = FastAPI()


@app.get("/")
async def root():
    time.sleep(1)


@app.get("/health")
def health():
    return 1
`;

const NOTHING_SAID = { everywhere: {}, byWorkflow: [] };

describe('the language server answers about workflows', () => {
  let editor: Editor;
  const applied: WorkspaceEdit[] = [];
  let changes = 0;
  before(async () => {
    editor = await Editor.start({
      folders: [folderWith({ 'app.py': APP, 'awaitwise.toml': 'ignore = ["AW5", "AW601", "AW8"]\n' })],
      features: { workflows: true },
    });
    editor.connection.onNotification(WorkflowsChanged.method, () => {
      changes++;
    });
    editor.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      applied.push(edit);
      return { applied: true };
    });
    await editor.open('app.py');
    await editor.diagnostics('app.py', (found) => found.length === 1);
  });
  after(async () => {
    assert.equal(await editor.quit(), 0);
    removeFolders();
  });

  function ask<Params, Answer>({ method }: Request<Params, Answer>, params: Params): Promise<Answer> {
    return editor.connection.sendRequest<Answer>(method, params);
  }
  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (let patience = 100; patience > 0 && !(await holds()); patience--) await setTimeout(50);
    assert.ok(await holds());
  }
  const list = () => ask(WorkflowsRequest, NOTHING_SAID);
  async function keyOf(name: string) {
    const { workflows } = await list();
    const found = workflows.find((one) => one.name === name);
    assert.ok(found, name);
    return { folder: found.folder, id: found.id };
  }

  it('which there are, each with its verdict and its place', async () => {
    // The problems may come first: they do not wait for all files.
    await until(async () => changes > 0 && !(await list()).isPartial);
    const { isPartial, workflows } = await list();
    assert.equal(isPartial, false);
    assert.deepEqual(
      workflows.map(({ name, glance: { verdict }, location: { range } }) => [
        name,
        verdict,
        range.start.line,
      ]),
      [
        ['root', 'blocked', 7],
        ['health', 'fits', 12],
      ],
    );
  });

  it('all that is known of one, and nothing of one that is no more', async () => {
    const key = await keyOf('root');
    const detail = await ask(WorkflowRequest, key);
    assert.ok(detail && detail !== 'unread');
    assert.deepEqual(
      [detail.workflow.id, detail.profile, detail.workflow.obstacles.length],
      [key.id, 'hybrid', 1],
    );
    assert.equal(detail.fixes.safe + detail.fixes.unsafe, 1);
    assert.equal(await ask(WorkflowRequest, { ...key, id: 'gone.py::gone' }), null);
    assert.equal(await ask(WorkflowRequest, { ...key, folder: 'file:///not/opened/yet' }), 'unread');
  });

  it('which one a place belongs to', async () => {
    const at = (line: number) =>
      ask(WorkflowAtRequest, { uri: editor.uri('app.py'), position: { line, character: 6 } });
    assert.deepEqual(await at(8), await keyOf('root'));
    assert.deepEqual(await at(13), await keyOf('health'));
  });

  it('what does away with its obstacles', async () => {
    assert.equal(await ask(FixWorkflowRequest, await keyOf('root')), true);
    assert.match(JSON.stringify(applied), /asyncio\.sleep/);
    assert.equal(await ask(FixWorkflowRequest, await keyOf('health')), false);
  });

  it('a decision as a record, and nothing to write when it is decided that way already', async () => {
    const key = await keyOf('root');
    const detail = await ask(WorkflowRequest, key);
    assert.ok(detail && detail !== 'unread');
    const decision = {
      ...key,
      given: {},
      advice: 'async' as const,
      assumptions: assumptionsFor(detail.workflow),
    };
    const record = await ask(DecisionRequest, { ...decision, records: [] });
    assert.match(record?.markdown ?? '', /^# Async for `root`/);
    assert.match(
      record?.files[0]?.text ?? '',
      /^---\nawaitwise: 1\nworkflow: app\.py::root\ndecision: async\n/,
    );
    const again = await ask(DecisionRequest, { ...decision, records: record?.files ?? [] });
    assert.deepEqual(again?.files, []);
  });

  it('where decisions are kept, and holds the code to one as soon as it is there', async () => {
    const { folder, id } = await keyOf('root');
    assert.equal(await ask(DecisionsFolderRequest, folder), editor.uri('docs/decisions'));
    assert.equal(await ask(DecisionsFolderRequest, 'file:///nowhere'), null);
    await editor.set({ decisions: 'records' });
    await until(async () => (await ask(DecisionsFolderRequest, folder)) === editor.uri('records'));

    const detail = await ask(WorkflowRequest, { folder, id });
    assert.ok(detail && detail !== 'unread');
    const decision = { folder, id, given: {}, advice: 'sync' as const, records: [] };
    const record = await ask(DecisionRequest, { ...decision, assumptions: assumptionsFor(detail.workflow) });
    const [file] = record?.files ?? [];
    assert.ok(file);
    const root = editor.options.folders[0] ?? '';
    mkdirSync(join(root, 'records'));
    writeFileSync(join(root, 'records', file.name), file.text);
    await editor.tellChange(`records/${file.name}`, 1);
    await editor.diagnostics('app.py', (found) => found.some(({ code }) => code === 'AW609'));

    const guide = await ask(GuideRequest, { folder, existing: null, records: [file] });
    assert.ok(guide?.kind === 'written');
    assert.match(guide.text, /\[0001-root\.md\]\(records\/0001-root\.md\)/);
    assert.match(guide.text, /This is the profile `hybrid`/);
    const again = await ask(GuideRequest, { folder, existing: guide.text, records: [file] });
    assert.equal(again?.kind, 'same');
    const edited = guide.text.replace('## Decided', '## Agreed');
    assert.equal((await ask(GuideRequest, { folder, existing: edited, records: [file] }))?.kind, 'edited');

    rmSync(join(root, 'records', file.name));
    await editor.tellChange(`records/${file.name}`, 3);
    await editor.diagnostics('app.py', (found) => found.every(({ code }) => code !== 'AW609'));
  });

  it('what is new, when the code has changed', async () => {
    const before = changes;
    await editor.type('app.py', APP.replace('    time.sleep(1)', '    pass'));
    await editor.diagnostics('app.py', (found) => found.length === 0);
    await until(async () => (await list()).workflows[0]?.glance.verdict !== 'blocked');
    assert.ok(changes > before);
  });
});
