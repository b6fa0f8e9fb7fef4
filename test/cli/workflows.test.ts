/** `workflows`: the ways into a program, for people, programs and documents. */
import assert from 'node:assert/strict';
import { inFolder } from './terminal.ts';

const PROJECT = {
  'app.py': `import time
from fastapi import FastAPI

app = FastAPI()

@app.get("/")
async def page():
    time.sleep(1)

@app.get("/live")
def live():
    return "ok"
`,
};

describe('workflows', () => {
  it('lists them with how they run and what suits them', async () => {
    const { code, out, err } = await inFolder(PROJECT, ['workflows', '--profile', 'hybrid']);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      'http-endpoint  page  mixed → async  app.py:7  1 on the loop\nhttp-endpoint  live  sync  → sync   app.py:11\n2 workflows.\n',
    );
  });

  it('writes a table for a document', async () => {
    const { out } = await inFolder(PROJECT, ['workflows', '--format', 'markdown', '--profile', 'hybrid']);
    assert.equal(out.split('\n')[2], '| `page` | http-endpoint | mixed | async | 1 | app.py:7 |');
  });

  it('tells programs all of it, with paths from the folder', async () => {
    const { out } = await inFolder(PROJECT, ['workflows', '--format', 'json']);
    const { version, workflows } = JSON.parse(out) as {
      version: number;
      workflows: {
        id: string;
        place: { path: string; line: number };
        advice: { possible: string[]; reasons: object[] };
      }[];
    };
    assert.equal(version, 1);
    assert.deepEqual(
      workflows.map(({ id, place }) => [id, place.path, place.line]),
      [
        ['app.py::page', 'app.py', 7],
        ['app.py::live', 'app.py', 11],
      ],
    );
    assert.ok(workflows.every(({ advice }) => advice.possible.length > 0 && advice.reasons.length > 0));
  });

  it('says so when there are none, or no folder', async () => {
    assert.deepEqual(await inFolder({ 'a.py': 'x = 1\n' }, ['workflows']), {
      code: 0,
      out: '0 workflows.\n',
      err: '',
    });
    const { code, err } = await inFolder({}, ['workflows', 'nowhere']);
    assert.deepEqual([code, err], [2, 'error: nowhere: there is no such folder\n']);
  });
});
