/** `advise` and `guide`: advice with reasons, decisions on record, and nothing overwritten. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../disk/folder.ts';
import { awaitwise, inFolder } from './terminal.ts';

const PROJECT = {
  'api/app.py': `import requests
from fastapi import FastAPI

app = FastAPI()

@app.get("/orders")
def orders():
    return requests.get("https://example.com").json()
`,
};

const SETTLED = ['--answer', 'users=many', '--answer', 'caller=waits', '--answer', 'team=yes'];

describe('advise', () => {
  it('gives advice with reasons, evidence, cost and what is still open', async () => {
    const { code, out, err } = await inFolder(PROJECT, ['advise', 'orders', '--profile', 'sync-default']);
    assert.deepEqual([code, err], [0, '']);
    for (const line of [
      /^orders {2}http-endpoint, sync today {2}api\/app\.py:7\n\nsync under the profile sync-default, unless an open question says otherwise: .*async\n/,
      /\nbecause +.*\(guideline [\d, ]+\)\n/,
      /\nelsewhere +hybrid: async\n/,
      /\ncost +0 functions\n/,
      /\nthe code +context=server: fastapi calls it as an endpoint\n +work=waits: `requests\.get`\n/,
      /\nopen +How many use it at the same time\?\n +--answer users=one /,
      /\nfigures +one run: sync 160 ms, /,
    ]) {
      assert.match(out, line);
    }
  });

  it('takes answers, and is done when they settle it', async () => {
    const { out } = await inFolder(PROJECT, ['advise', 'api/app.py:7', ...SETTLED, '--format', 'json']);
    const { id, advice } = JSON.parse(out) as {
      id: string;
      advice: { advice: string; next?: string; cost: { functions: { name: string }[] } };
    };
    assert.deepEqual([id, advice.advice, advice.next], ['api/app.py::orders', 'async', undefined]);
    assert.deepEqual(
      advice.cost.functions.map(({ name }) => name),
      ['orders'],
    );
  });

  it('needs no workflow for what is not written yet', async () => {
    const { code, out } = await inFolder({}, [
      'advise',
      '--answer',
      'context=server',
      '--answer',
      'work=little',
    ]);
    assert.equal(code, 0);
    assert.match(out, /^sync under the profile hybrid\n/);
  });

  it('refuses what it does not know', async () => {
    const bad = async (...args: string[]) => (await inFolder(PROJECT, ['advise', ...args])).err;
    assert.match(await bad('nothing'), /^error: there is no workflow "nothing"; /);
    assert.match(
      await bad('orders', '--answer', 'users=lots'),
      /^error: --answer users=lots: allowed are context=server\|/,
    );
    assert.match(await bad('--record', 'docs'), /^error: --record needs a workflow; /);
  });

  it('puts a decision on record, supersedes it, and leaves what people wrote', async () => {
    const cwd = folderWith(PROJECT);
    const decide = (...more: string[]) =>
      awaitwise(['advise', 'orders', '--record', 'docs/decisions', ...more], { cwd });
    const folder = join(cwd, 'docs/decisions');
    assert.match((await decide(...SETTLED)).err, /^Recorded in docs\/decisions\/0001-orders\.md\.\n$/);
    const first = join(folder, '0001-orders.md');
    const written = readFileSync(first, 'utf8');
    assert.match(
      written,
      /^---\nawaitwise: 1\nworkflow: api\/app\.py::orders\ndecision: async\nprofile: hybrid\nstatus: accepted\ndate: \d{4}-\d\d-\d\d\nanswers: context=server, /,
    );
    writeFileSync(first, `${written}\nWe talked about this on Monday.\n`);

    assert.equal((await decide(...SETTLED)).err, 'It is decided that way already.\n');
    assert.deepEqual(readdirSync(folder), ['0001-orders.md']);

    assert.match((await decide('--answer', 'work=little')).err, /0002-orders\.md/);
    const old = readFileSync(first, 'utf8');
    assert.match(old, /\nstatus: superseded\n(.*\n)*superseded-by: 0002-orders\.md\n---\n/);
    assert.ok(old.endsWith('\nWe talked about this on Monday.\n'));
    assert.match(
      readFileSync(join(folder, '0002-orders.md'), 'utf8'),
      /\ndecision: sync\n(.*\n)*supersedes: 0001-orders\.md\n---\n/,
    );
  });
});

describe('guide', () => {
  it('is written from profile and decisions, brought up to date, and left alone once it was edited inside', async () => {
    const cwd = folderWith(PROJECT);
    const guide = (...more: string[]) => awaitwise(['guide', ...more], { cwd });
    const path = join(cwd, 'ASYNC_GUIDE.md');
    assert.equal((await guide()).out, 'Wrote ASYNC_GUIDE.md.\n');
    assert.match(readFileSync(path, 'utf8'), /This is the profile `hybrid`/);
    assert.equal((await guide()).out, 'ASYNC_GUIDE.md is up to date.\n');

    writeFileSync(path, `${readFileSync(path, 'utf8')}\nOurs.\n`);
    await awaitwise(['advise', 'orders', '--record', 'docs/decisions', ...SETTLED], { cwd });
    assert.equal((await guide()).out, 'Wrote ASYNC_GUIDE.md.\n');
    const text = readFileSync(path, 'utf8');
    assert.match(
      text,
      /\| `api\/app\.py::orders` \| async \| [\d-]+ \| \[0001-orders\.md\]\(docs\/decisions\/0001-orders\.md\) \|/,
    );
    assert.ok(text.endsWith('\nOurs.\n'));

    const edited = text.replace('Nothing may block', 'Some things may block');
    writeFileSync(path, edited);
    const { code, err } = await guide('--profile', 'async-first');
    assert.equal(code, 2);
    assert.match(err, /left alone/);
    assert.equal(readFileSync(path, 'utf8'), edited);
  });
});

describe('a decision on record', () => {
  it('is what `check` holds the code to', async () => {
    const cwd = folderWith(PROJECT);
    const check = async () =>
      (await awaitwise(['check', '--select', 'AW609', '--format', 'concise'], { cwd })).out;
    assert.equal(await check(), '');
    await awaitwise(['advise', 'orders', '--record', 'docs/decisions', ...SETTLED], { cwd });
    assert.match(
      await check(),
      /^api\/app\.py:7:5 AW609 \[warning\] Breaks a decision: `orders` is sync, and 0001-orders\.md says async\n$/,
    );
    await awaitwise(['advise', 'orders', '--record', 'docs/decisions', '--answer', 'work=little'], { cwd });
    assert.equal(await check(), '');
  });
});
