/** The program as it ships: one run per format, and what only a process can show. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders } from '../disk/folder.ts';
import { SLEEPY } from './terminal.ts';

const PROGRAM = join(__dirname, '../../dist/cli.js');

function start(args: readonly string[], cwd: string, program = PROGRAM) {
  return spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, NO_COLOR: '1' },
  });
}

describe('dist/cli.js', () => {
  after(removeFolders);

  const formats: readonly [name: string, beginning: RegExp][] = [
    ['text', /^a\.py:3:5 AW101 \[error\]/],
    ['concise', /^a\.py:3:5 AW101 \[error\] .*\n$/],
    ['json', /^\{"version":1,"findings":\[\n {2}\{"code":"AW101"/],
    ['sarif', /^\{\n {2}"\$schema"/],
    ['github', /^::error title=AW101/],
  ];
  for (const [format, beginning] of formats) {
    it(`writes ${format}`, () => {
      const { stdout, stderr, status } = start(['check', '--format', format], folderWith({ 'a.py': SLEEPY }));
      assert.match(stdout, beginning);
      assert.deepEqual({ stderr, status }, { stderr: '', status: 1 });
    });
  }

  it('loses nothing of a long output in a pipe', () => {
    const functions = Array.from(
      { length: 3000 },
      (_, n) => `async def f${String(n)}():\n    time.sleep(1)\n`,
    );
    const cwd = folderWith({ 'a.py': `import time\n${functions.join('')}` });
    const { stdout } = start(['check', '--format', 'json'], cwd);
    assert.ok(stdout.length > 1_000_000);
    assert.equal((JSON.parse(stdout) as { findings: unknown[] }).findings.length, 3000);
  });

  it('says in a few lines what of it is missing', () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`a${String(n)}.py`, SLEEPY]));
    const lost = join(folderWith({ 'settings.json': '{}' }), 'cli.js');
    copyFileSync(PROGRAM, lost);
    const { stderr, status } = start(['check'], folderWith(files), lost);
    const [first = '', ...others] = stderr.trimEnd().split('\n');
    assert.match(first, /^error: in awaitwise itself: \w+ failed on .*a0\.py: .*stdlib\.txt/);
    assert.match(
      others.at(-1) ?? '',
      /^error: in awaitwise itself: \d+ more failures, which AWAITWISE_DEBUG=1 shows$/,
    );
    assert.ok(others.length < 6, stderr);
    assert.equal(status, 2);
  });

  it('says nothing when nobody reads on', async () => {
    const functions = Array.from(
      { length: 3000 },
      (_, n) => `async def f${String(n)}():\n    time.sleep(1)\n`,
    );
    const child = spawn(process.execPath, [PROGRAM, 'check'], {
      cwd: folderWith({ 'a.py': `import time\n${functions.join('')}` }),
    });
    child.stdout.once('data', () => child.stdout.destroy());
    let complaints = '';
    child.stderr.on('data', (chunk) => (complaints += String(chunk)));
    const status = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual({ complaints, status }, { complaints: '', status: 1 });
  });
});
