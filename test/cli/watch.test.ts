/** `--watch`: the program as it ships, which checks again whenever something changes. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { folderWith, removeFolders } from '../disk/folder.ts';
import { awaitwise, CLEAN, SLEEPY } from './terminal.ts';

const PROGRAM = join(__dirname, '../../dist/cli.js');

/** A watch on a folder, and what it reports from one wait to the next. */
class Watch {
  readonly cwd: string;
  readonly child: ChildProcess;
  #out = '';
  #err = '';

  constructor(files: Record<string, string>) {
    this.cwd = folderWith(files);
    const args = [PROGRAM, 'check', '--watch', '--select', 'AW1', '--format', 'concise'];
    this.child = spawn(process.execPath, args, { cwd: this.cwd, env: { ...process.env, NO_COLOR: '1' } });
    this.child.stdout?.on('data', (chunk) => (this.#out += String(chunk)));
    this.child.stderr?.on('data', (chunk) => (this.#err += String(chunk)));
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.cwd, path), text);
  }

  /** Waits for the end of a check, and answers the places that it found. */
  async places(): Promise<string[]> {
    const end = 'Waiting for changes; Ctrl-C ends.\n';
    while (!this.#err.endsWith(end)) await once(this.child.stderr ?? this.child, 'data');
    // What was written to the other pipe before has arrived, and only has to be read.
    await setTimeout(20);
    const [out, err] = [this.#out, this.#err];
    [this.#out, this.#err] = ['', ''];
    assert.equal(err, end);
    return out.split('\n').flatMap((line) => (line === '' ? [] : (line.split(' ')[0] ?? '')));
  }
}

describe('--watch', () => {
  let watch: Watch | undefined;
  afterEach(() => watch?.child.kill());
  after(removeFolders);

  it('checks again when files, callees and settings change, and ends with Ctrl-C', async () => {
    watch = new Watch({ 'a.py': SLEEPY, 'b.py': 'from c import wait\nasync def f():\n    wait()\n' });
    assert.deepEqual(await watch.places(), ['a.py:3:5']);
    watch.write('a.py', CLEAN);
    assert.deepEqual(await watch.places(), []);
    watch.write('c.py', 'import time\ndef wait():\n    time.sleep(1)\n');
    assert.deepEqual(await watch.places(), ['b.py:3:5']);
    mkdirSync(join(watch.cwd, 'sub'));
    watch.write('sub/d.py', SLEEPY);
    assert.deepEqual(await watch.places(), ['b.py:3:5', 'sub/d.py:3:5']);
    watch.write('awaitwise.toml', 'exclude = ["sub"]\n');
    assert.deepEqual(await watch.places(), ['b.py:3:5']);
    rmSync(join(watch.cwd, 'c.py'));
    assert.deepEqual(await watch.places(), []);

    watch.child.kill('SIGINT');
    assert.deepEqual(await once(watch.child, 'exit'), [null, 'SIGINT']);
  });

  it('cannot follow standard input', async () => {
    const { code, err } = await awaitwise(['check', '--watch', '-'], { cwd: folderWith({}) });
    assert.deepEqual({ code, err }, { code: 2, err: 'error: --watch cannot follow standard input\n' });
  });
});
