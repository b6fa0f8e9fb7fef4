/** `--baseline` and `--write-baseline`: only what is new is reported. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders } from '../disk/folder.ts';
import { awaitwise, CLEAN, SLEEPY } from './terminal.ts';

const TWICE = `${SLEEPY}    time.sleep(2)\n`;

/** A project with a baseline of all that is wrong in it. */
async function settled(files: Record<string, string>): Promise<string> {
  const cwd = folderWith(files);
  const { code } = await awaitwise(['check', '--write-baseline', 'base.json'], { cwd });
  assert.equal(code, 0);
  return cwd;
}

function check(cwd: string, ...args: string[]) {
  return awaitwise(['check', '--format', 'concise', '--baseline', 'base.json', ...args], { cwd });
}

describe('a baseline', () => {
  after(removeFolders);

  it('is written an entry a line, and says so', async () => {
    const cwd = folderWith({ 'b.py': SLEEPY, 'a/a.py': TWICE });
    assert.deepEqual(await awaitwise(['check', '--write-baseline', 'a/base.json'], { cwd }), {
      code: 0,
      out: 'Wrote 3 findings to a/base.json.\n',
      err: '',
    });
    assert.deepEqual(readFileSync(join(cwd, 'a/base.json'), 'utf8').split('\n'), [
      '{',
      '  "version": 1,',
      '  "findings": [',
      '    {"path":"../b.py","function":"nap","code":"AW101","callee":"time.sleep"},',
      '    {"path":"a.py","function":"nap","code":"AW101","callee":"time.sleep"},',
      '    {"path":"a.py","function":"nap","code":"AW101","callee":"time.sleep"}',
      '  ]',
      '}',
      '',
    ]);
  });

  it('holds what it lists, wherever that has moved to', async () => {
    const cwd = await settled({ 'a.py': TWICE });
    writeFileSync(join(cwd, 'a.py'), `# moved\n\n${TWICE}`);
    assert.deepEqual(await check(cwd), { code: 0, out: '', err: '' });
    const { out } = await awaitwise(['check', '--baseline', 'base.json'], { cwd });
    assert.equal(out, 'No new findings in 1 file; 2 more are in the baseline.\n');
  });

  it('does not hold what is new, not even when it is like what is known', async () => {
    const cwd = await settled({ 'a.py': SLEEPY });
    writeFileSync(join(cwd, 'a.py'), TWICE);
    const { code, out } = await check(cwd);
    assert.deepEqual([code, out.split(' ')[0]], [1, 'a.py:4:5']);
    writeFileSync(join(cwd, 'a.py'), SLEEPY.replace('nap', 'doze'));
    assert.match((await check(cwd)).out, /^a\.py:3:5 AW101 /);
    const json = await awaitwise(['check', '--format', 'json', '--baseline', 'base.json'], { cwd });
    const { summary } = JSON.parse(json.out) as { summary: Record<string, unknown> };
    assert.deepEqual([summary.findings, summary.known], [1, 0]);
  });

  it('is known from any folder', async () => {
    const cwd = await settled({ 'a/a.py': SLEEPY });
    const { code, out } = await awaitwise(['check', 'a.py', '--baseline', '../base.json'], {
      cwd: join(cwd, 'a'),
    });
    assert.deepEqual([code, out], [0, 'No new findings in 1 file; 1 more is in the baseline.\n']);
  });

  it('tells once that some of it is gone, when that can be known', async () => {
    const cwd = await settled({ 'a.py': TWICE, 'b.py': SLEEPY, 'c.py': SLEEPY });
    writeFileSync(join(cwd, 'a.py'), SLEEPY);
    rmSync(join(cwd, 'b.py'));
    assert.deepEqual(await check(cwd), {
      code: 0,
      out: '',
      err: 'warning: base.json: lists 2 findings no longer found, such as AW101 in a.py (nap)\n',
    });
    writeFileSync(join(cwd, 'b.py'), SLEEPY);
    writeFileSync(join(cwd, 'a.py'), TWICE);
    assert.deepEqual(await check(cwd, 'c.py'), { code: 0, out: '', err: '' });
    assert.deepEqual(await check(cwd, '--select', 'AW102'), { code: 0, out: '', err: '' });
  });

  it('that is none gets one line, and nothing is checked', async () => {
    const cases: readonly [contents: string, says: RegExp][] = [
      ['{', /is no baseline: it is no JSON \(.+\)/],
      ['[]', /is no baseline: "version" is not 1/],
      ['{"version": 1}', /is no baseline: "findings" is no list/],
      [
        '{"version": 1, "findings": [{"path": "a.py"}]}',
        /is no baseline: entry 1 of "findings" needs texts for path, function, code, callee/,
      ],
    ];
    for (const [contents, says] of cases) {
      const { code, out, err } = await check(folderWith({ 'a.py': SLEEPY, 'base.json': contents }));
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(err, new RegExp(`^error: base\\.json: ${says.source}\n$`));
    }
    const { err } = await check(folderWith({ 'a.py': CLEAN }));
    assert.equal(err, 'error: base.json: there is no such file\n');
  });

  it('that cannot be written is an error', async () => {
    const cwd = folderWith({ 'a.py': SLEEPY });
    const { code, out, err } = await awaitwise(['check', '--write-baseline', 'no/base.json'], { cwd });
    assert.deepEqual(
      { code, out, err },
      { code: 2, out: '', err: 'error: no/base.json: cannot be written (ENOENT)\n' },
    );
  });
});
