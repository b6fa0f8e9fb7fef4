/** What the language server answers about workflows: the list, one of them, the one around a place, fixes, a decision. */
import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { assumptionsFor } from '../../core/index.ts';
import {
  DecisionRequest,
  FixWorkflowRequest,
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
      folders: [folderWith({ 'app.py': APP, 'awaitwise.toml': 'ignore = ["AW5", "AW6", "AW8"]\n' })],
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
  const list = () => ask(WorkflowsRequest, NOTHING_SAID);
  async function keyOf(name: string) {
    const { workflows } = await list();
    const found = workflows.find((one) => one.name === name);
    assert.ok(found, name);
    return { folder: found.folder, id: found.id };
  }

  it('which there are, each with its verdict and its place', async () => {
    assert.ok(changes > 0);
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
    assert.deepEqual(
      [detail?.workflow.id, detail?.profile, detail?.workflow.obstacles.length],
      [key.id, 'hybrid', 1],
    );
    assert.ok(detail && detail.fixes.safe + detail.fixes.unsafe === 1);
    assert.equal(await ask(WorkflowRequest, { ...key, id: 'gone.py::gone' }), null);
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
    assert.ok(detail);
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

  it('what is new, when the code has changed', async () => {
    const before = changes;
    await editor.type('app.py', APP.replace('    time.sleep(1)', '    pass'));
    await editor.diagnostics('app.py', (found) => found.length === 0);
    const [root] = (await list()).workflows;
    assert.notEqual(root?.glance.verdict, 'blocked');
    assert.ok(changes > before);
  });
});
