/** What language models are told: findings with their chains, what a rule or a call is, and the workflows. */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { type ToolInput, type ToolName, ToolRequest } from '../../server/protocol.ts';
import { folderWith, removeFolders } from '../disk/folder.ts';
import { Editor } from './editor.ts';

const APP = `from fastapi import FastAPI
from lib.pause import pause

app = FastAPI()


@app.get("/")
async def root():
    pause()
`;

describe('a language model is told', () => {
  let editor: Editor;
  before(async () => {
    const files = {
      'app.py': APP,
      'lib/__init__.py': '',
      'lib/pause.py': 'import time\n\n\ndef pause():\n    time.sleep(1)\n',
    };
    editor = await Editor.start({ folders: [folderWith(files)] });
    for (let patience = 200; patience > 0 && (await ask('awaitwise_findings')).isPartial; patience--)
      await setTimeout(50);
  });
  after(async () => {
    assert.equal(await editor.quit(), 0);
    removeFolders();
  });

  interface Answer {
    readonly [key: string]: unknown;
    readonly findings: readonly {
      readonly code: string;
      readonly path: string;
      readonly line: number;
      readonly chain: readonly { readonly text: string; readonly path: string | null }[];
    }[];
    readonly workflows: readonly { readonly id: string; readonly verdict: string }[];
  }
  async function ask(tool: ToolName, input: ToolInput = {}): Promise<Answer> {
    return JSON.parse(
      await editor.connection.sendRequest<string>(ToolRequest.method, { tool, input }),
    ) as Answer;
  }

  it('what blocks, and how it comes to that', async () => {
    const { findings, isPartial } = await ask('awaitwise_findings');
    assert.equal(isPartial, false);
    const blocking = findings.filter(({ code }) => code === 'AW101');
    assert.deepEqual(
      blocking.map(({ path, line, chain }) => [
        path,
        line,
        chain.map(({ text, path: at }) => `${String(at)} ${text}`),
      ]),
      [['app.py', 9, ['app.py pause', 'lib/pause.py time.sleep']]],
    );
  });

  it('of one file or folder, when it names one', async () => {
    const paths = async (path: string) =>
      new Set((await ask('awaitwise_findings', { path })).findings.map((found) => found.path));
    assert.deepEqual(await paths('./lib/'), new Set(['lib/pause.py']));
    assert.deepEqual(await paths('app.py'), new Set(['app.py']));
    assert.deepEqual(await paths('ap'), new Set());
  });

  it('what a rule is, and what a call does', async () => {
    const rule = await ask('awaitwise_explain', { name: 'blocking-sleep' });
    assert.equal(rule.code, 'AW101');
    assert.match(String(rule.bad), /time\.sleep/);
    assert.equal((await ask('awaitwise_explain', { name: 'requests.get' })).verdict, 'blocks');
    assert.match(String((await ask('awaitwise_explain', { name: 'AW999' })).unknown), /AW999/);
    assert.match(
      String((await ask('awaitwise_explain', { name: 'nothing.known' })).unknown),
      /nothing is known/,
    );
  });

  it('which workflows there are', async () => {
    const { workflows } = await ask('awaitwise_workflows');
    assert.deepEqual(
      workflows.map(({ id, verdict }) => [id, verdict]),
      [['app.py::root', 'blocked']],
    );
    assert.deepEqual((await ask('awaitwise_workflows', { path: 'lib' })).workflows, []);
  });
});
