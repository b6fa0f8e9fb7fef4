/** What `awaitwise check` looks at, and what its options change. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, type Files } from '../disk/folder.ts';
import { awaitwise, CLEAN, inFolder, SLEEPY, type Session } from './terminal.ts';

interface Found {
  readonly code: string;
  readonly path: string;
  readonly line: number;
  readonly severity: string;
}

/** The findings of a check, `path:line code` each. */
async function found(cwd: string, args: readonly string[], more: Partial<Session> = {}): Promise<string[]> {
  const { out, err } = await awaitwise(['check', '--format', 'json', ...args], { cwd, ...more });
  assert.equal(err, '');
  const { findings } = JSON.parse(out) as { findings: Found[] };
  return findings.map(({ path, line, code }) => `${path}:${String(line)} ${code}`);
}

const READS = 'async def read(path):\n    return open(path)\n';

describe('check', () => {
  after(removeFolders);

  it('looks at the current folder, and tells by its exit code whether it found something', async () => {
    assert.equal((await inFolder({ 'a.py': SLEEPY }, ['check'])).code, 1);
    assert.equal((await inFolder({ 'a.py': CLEAN }, ['check'])).code, 0);
    assert.equal((await inFolder({ 'a.py': SLEEPY }, ['check', '--exit-zero'])).code, 0);
  });

  it('finds what a function in another file does', async () => {
    const cwd = folderWith({
      'app/__init__.py': '',
      'app/helper.py': 'import time\ndef wait():\n    time.sleep(1)\n',
      'app/main.py': 'from .helper import wait\nasync def handler():\n    wait()\n',
    });
    assert.deepEqual(await found(cwd, ['--select', 'AW1']), ['app/main.py:3 AW101']);
  });

  it('takes files and folders, several of them, and none twice', async () => {
    const cwd = folderWith({ 'a/x.py': SLEEPY, 'b/y.py': SLEEPY, 'c/z.py': SLEEPY });
    assert.deepEqual(await found(cwd, ['a', 'b/y.py']), ['a/x.py:3 AW101', 'b/y.py:3 AW101']);
    assert.deepEqual(await found(cwd, ['a', 'a/x.py', 'a/', join(cwd, 'a')]), ['x.py:3 AW101']);
  });

  it('writes paths in JSON from the one folder that was checked', async () => {
    const cwd = folderWith({ 'a/in/x.py': SLEEPY });
    assert.deepEqual(await found(cwd, ['a']), ['in/x.py:3 AW101']);
  });

  it('finds in a single file what it finds there in the whole project', async () => {
    const cwd = folderWith({
      'pyproject.toml': '[project]\n',
      'base.py': 'class Store:\n    def read(self):\n        raise NotImplementedError\n',
      'files.py':
        'from base import Store\nclass Files(Store):\n    def read(self):\n        return open("a")\n',
      'main.py': 'from base import Store\nasync def handler(store: Store):\n    store.read()\n',
      'broken.py': 'def (',
    });
    assert.deepEqual(await found(cwd, ['main.py']), ['main.py:3 AW105']);
  });

  it('resolves the imports of a single file of a package that no project is around', async () => {
    const cwd = folderWith({
      'pkg/__init__.py': '',
      'pkg/inner/__init__.py': '',
      'pkg/inner/main.py': 'from pkg.plain.helper import wait\nasync def handler():\n    wait()\n',
      'pkg/plain/helper.py': 'import time\ndef wait():\n    time.sleep(1)\n',
    });
    assert.deepEqual(await found(cwd, ['pkg/inner/main.py']), ['pkg/inner/main.py:3 AW101']);
  });

  it('resolves the imports of a single file in the project around it', async () => {
    const cwd = folderWith({
      'pyproject.toml': '[project]\n',
      'pkg/__init__.py': '',
      'pkg/helper.py': 'import time\ndef wait():\n    time.sleep(1)\n',
      'pkg/main.py': 'from pkg.helper import wait\nasync def handler():\n    wait()\n',
    });
    assert.deepEqual(await found(cwd, ['pkg/main.py']), ['pkg/main.py:3 AW101']);
  });

  it('follows calls into installed packages', async () => {
    const cwd = folderWith({
      'packages/lib/__init__.py': 'import time\ndef wait():\n    time.sleep(1)\n',
      'src/main.py': 'import lib\nasync def handler():\n    lib.wait()\n',
    });
    assert.deepEqual(await found(cwd, ['src']), []);
    assert.deepEqual(await found(cwd, ['src', '--site-packages', 'packages']), ['main.py:3 AW101']);
  });

  it('takes an environment that is named before the packages that settings name', async () => {
    const cwd = folderWith({
      'awaitwise.toml': 'site-packages = ["empty"]\n',
      'empty/': '',
      'env/lib/python3.12/site-packages/lib.py': 'import time\ndef wait():\n    time.sleep(1)\n',
      'src/main.py': 'import lib\nasync def handler():\n    lib.wait()\n',
    });
    assert.deepEqual(await found(cwd, ['src']), []);
    assert.deepEqual(await found(cwd, ['src', '--python', 'env']), ['main.py:3 AW101']);
  });

  it('reads standard input, under the name that it is given', async () => {
    const cwd = folderWith({
      'wait.py': 'import time\ndef wait():\n    time.sleep(1)\n',
      'pyproject.toml': '',
    });
    const stdin = 'from wait import wait\nasync def handler():\n    wait()\n';
    assert.deepEqual(await found(cwd, ['-', '--stdin-filename', 'app/main.py'], { stdin }), [
      'app/main.py:3 AW101',
    ]);
    assert.deepEqual(await found(cwd, ['-'], { stdin: SLEEPY }), ['stdin.py:3 AW101']);
  });

  it('writes to a file when asked to', async () => {
    const cwd = folderWith({ 'a.py': SLEEPY });
    const { out, code } = await awaitwise(['check', '--format', 'concise', '--output-file', 'out.txt'], {
      cwd,
      env: { FORCE_COLOR: '1' },
    });
    assert.deepEqual({ out, code }, { out: '', code: 1 });
    assert.match(readFileSync(join(cwd, 'out.txt'), 'utf8'), /^a\.py:3:5 AW101 /);
  });
});

describe('check by rules', () => {
  after(removeFolders);
  const files: Files = { 'a.py': SLEEPY, 'b.py': READS };

  it('shows those that are selected and not ignored', async () => {
    const cwd = folderWith(files);
    const codes = async (...args: string[]) => (await found(cwd, args)).map((line) => line.split(' ')[1]);
    assert.deepEqual(await codes('--select', 'AW101'), ['AW101']);
    assert.deepEqual(await codes('--select', 'blocking-sleep,aw105'), ['AW101', 'AW105']);
    assert.deepEqual(await codes('--ignore', 'aw101'), ['AW105']);
    assert.deepEqual(await codes('--select', 'AW1', '--ignore', 'AW105', '--ignore', 'AW106'), ['AW101']);
  });

  it('weighs them by profile', async () => {
    const cwd = folderWith({ 'a.py': 'import os\nasync def f(p):\n    return os.path.exists(p)\n' });
    const severity = async (...args: string[]) => {
      const { out } = await awaitwise(['check', '--format', 'json', ...args], { cwd });
      return (JSON.parse(out) as { findings: Found[] }).findings.map((finding) => finding.severity);
    };
    assert.deepEqual(await severity(), ['hint']);
    assert.deepEqual(await severity('--profile', 'async-first'), ['warning']);
    assert.deepEqual(await severity('--profile', 'sync-default'), []);
  });

  it('is silenced by comments', async () => {
    const silenced = SLEEPY.replace('sleep(1)', 'sleep(1)  # awaitwise: ignore[AW101]');
    assert.deepEqual(await found(folderWith({ 'a.py': silenced, 'b.py': SLEEPY }), []), ['b.py:3 AW101']);
  });
});

describe('check by settings', () => {
  after(removeFolders);

  it('reads them around the folder that is checked, and paths in them from their own', async () => {
    const cwd = folderWith({
      'pyproject.toml':
        '[tool.awaitwise]\nexclude = ["src/gen"]\nper-file-ignores = {"src/old/**" = ["AW101"]}\n',
      'src/gen/a.py': SLEEPY,
      'src/old/b.py': SLEEPY,
      'src/c.py': SLEEPY,
    });
    assert.deepEqual(await found(cwd, ['src']), ['c.py:3 AW101']);
    assert.deepEqual(await found(cwd, []), ['src/c.py:3 AW101']);
  });

  it('lets a folder have its own, also for a single file in it', async () => {
    const cwd = folderWith({
      'pyproject.toml': '[tool.awaitwise]\n',
      'awaitwise.toml': 'ignore = ["AW105"]\n',
      'sub/awaitwise.toml': 'ignore = ["AW101"]\nexclude = ["skip"]\n',
      'a.py': SLEEPY + READS,
      'sub/b.py': SLEEPY + READS,
      'sub/skip/c.py': SLEEPY,
    });
    assert.deepEqual(await found(cwd, []), ['a.py:3 AW101', 'sub/b.py:5 AW105']);
    assert.deepEqual(await found(cwd, ['sub/b.py']), ['b.py:5 AW105']);
  });

  it('are overruled by options, in every folder', async () => {
    const cwd = folderWith({
      'awaitwise.toml': 'rules = {AW101 = "off"}\n[folders.sub]\nignore = ["AW101"]\n',
      'a.py': SLEEPY,
      'sub/b.py': SLEEPY,
    });
    assert.deepEqual(await found(cwd, []), []);
    assert.deepEqual(await found(cwd, ['--select', 'AW101']), ['a.py:3 AW101', 'sub/b.py:3 AW101']);
  });

  it('come from the named file alone', async () => {
    const cwd = folderWith({
      'awaitwise.toml': 'ignore = ["AW101"]\n',
      'sub/awaitwise.toml': 'ignore = ["AW101"]\n',
      'mine.toml': '',
      'sub/a.py': SLEEPY,
    });
    assert.deepEqual(await found(cwd, ['--config', 'mine.toml']), ['sub/a.py:3 AW101']);
  });

  it('exclude by pattern, on the command line too', async () => {
    const cwd = folderWith({ 'a.py': SLEEPY, 'x/b.py': SLEEPY, 'y/c.py': SLEEPY });
    assert.deepEqual(await found(cwd, ['--exclude', 'x,y']), ['a.py:3 AW101']);
    assert.deepEqual(await found(cwd, ['--exclude', '{x,y}/*']), ['a.py:3 AW101']);
    assert.deepEqual(
      await found(cwd, ['--exclude', '*.py', 'a.py']),
      ['a.py:3 AW101'],
      'a named file is checked',
    );
  });
});
