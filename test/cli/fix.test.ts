/** `--fix`, `--unsafe-fixes` and `--diff`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders } from '../disk/folder.ts';
import { awaitwise, CLEAN, SLEEPY } from './terminal.ts';

/** One safe fix, and one that somebody should look over. */
const BOTH = `import time


def work():
    time.sleep(1)


async def nap():
    time.sleep(1)
    work()
`;

const SAFELY = BOTH.replace('import time', 'import asyncio\nimport time').replace(
  'nap():\n    time.sleep(1)',
  'nap():\n    await asyncio.sleep(1)',
);

const WHOLLY = SAFELY.replace('    work()\n', '    await asyncio.to_thread(work)\n');

function inFile(text: string | Uint8Array): { cwd: string; read: () => string; bytes: () => Buffer } {
  const cwd = folderWith({ 'a.py': text });
  const path = join(cwd, 'a.py');
  return { cwd, read: () => readFileSync(path, 'utf8'), bytes: () => readFileSync(path) };
}

describe('check --fix', () => {
  after(removeFolders);

  it('mends what can be mended for certain, and reports the rest', async () => {
    const { cwd, read } = inFile(BOTH);
    const { code, out, err } = await awaitwise(['check', '--fix', '--select', 'AW1', '--format', 'concise'], {
      cwd,
    });
    assert.equal(read(), SAFELY);
    assert.equal(err, 'Fixed 1 finding in 1 file.\n');
    assert.match(out, /^a\.py:11:5 .*`work`/);
    assert.equal(code, 1);
  });

  it('mends the rest when asked to, and then finds nothing', async () => {
    const { cwd, read } = inFile(BOTH);
    const { code, err } = await awaitwise(['check', '--unsafe-fixes'], { cwd });
    assert.equal(read(), WHOLLY);
    assert.equal(err, 'Fixed 2 findings in 1 file.\n');
    assert.equal(code, 0);
    assert.equal((await awaitwise(['check', '--unsafe-fixes'], { cwd })).err, '');
    assert.equal(read(), WHOLLY);
  });

  it('leaves alone what is not selected', async () => {
    const { cwd, read } = inFile(BOTH);
    await awaitwise(['check', '--unsafe-fixes', '--ignore', 'AW101'], { cwd });
    assert.equal(read(), BOTH);
  });

  it('keeps byte order marks and line ends', async () => {
    const { cwd, bytes } = inFile(Buffer.from(`\uFEFF${SLEEPY.replaceAll('\n', '\r\n')}`));
    await awaitwise(['check', '--fix'], { cwd });
    const fixed = 'import asyncio\nimport time\nasync def nap():\n    await asyncio.sleep(1)\n';
    assert.equal(bytes().toString(), `\uFEFF${fixed.replaceAll('\n', '\r\n')}`);
  });

  it('leaves files alone that are not UTF-8', async () => {
    const text = Buffer.from(`# coding: latin-1\n# \xE9\n${SLEEPY}`, 'latin1');
    const { cwd, bytes } = inFile(text);
    const { code, err } = await awaitwise(['check', '--fix'], { cwd });
    assert.deepEqual(bytes(), text);
    assert.match(err, /^error: a\.py: is not fixed: it is not UTF-8/m);
    assert.equal(code, 2);
  });

  it('does not write to standard input', async () => {
    const { code, err } = await awaitwise(['check', '--fix', '-'], { cwd: folderWith({}), stdin: SLEEPY });
    assert.match(err, /--fix cannot write to standard input/);
    assert.equal(code, 2);
  });
});

describe('check --diff', () => {
  after(removeFolders);

  it('shows what would change, and changes nothing', async () => {
    const { cwd, read } = inFile(SLEEPY);
    const { code, out, err } = await awaitwise(['check', '--diff'], { cwd });
    assert.equal(read(), SLEEPY);
    assert.equal(err, 'Would fix 1 finding in 1 file.\n');
    assert.equal(
      out,
      [
        '--- a.py',
        '+++ a.py',
        '@@ -1,3 +1,4 @@',
        '+import asyncio',
        ' import time',
        ' async def nap():',
        '-    time.sleep(1)',
        '+    await asyncio.sleep(1)',
        '',
      ].join('\n'),
    );
    assert.equal(code, 1);
  });

  it('is what --fix then writes', async () => {
    const { cwd, read } = inFile(BOTH);
    const { out } = await awaitwise(['check', '--diff', '--unsafe-fixes'], { cwd });
    await awaitwise(['check', '--unsafe-fixes'], { cwd });
    const added = out.split('\n').filter((line) => /^\+(?!\+\+)/.test(line));
    for (const line of added) assert.ok(read().includes(line.slice(1)), line);
  });

  it('shows nothing where there is nothing to fix', async () => {
    const { cwd } = inFile(CLEAN);
    const { code, out } = await awaitwise(['check', '--diff'], { cwd });
    assert.deepEqual([code, out], [0, '']);
  });

  it('reads standard input', async () => {
    const { out } = await awaitwise(['check', '--diff', '-'], { cwd: folderWith({}), stdin: SLEEPY });
    assert.match(out, /^\+ {4}await asyncio\.sleep\(1\)$/m);
  });
});
