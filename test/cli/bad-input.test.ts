/** What cannot be used gets one clear line on standard error, and the rest is checked all the same. */
import assert from 'node:assert/strict';
import { removeFolders, type Files } from '../disk/folder.ts';
import { CLEAN, inFolder, SLEEPY, type Session } from './terminal.ts';

const FOUND = 'a.py:3:5 AW101 [error] Blocks the event loop: `time.sleep` sleeps\n';

/** Checks a folder with a finding in a.py: it must be reported whatever else is wrong. */
async function check(files: Files, args: readonly string[] = [], more: Partial<Session> = {}) {
  const { code, out, err } = await inFolder(
    { 'a.py': SLEEPY, ...files },
    ['check', '--format', 'concise', ...args],
    more,
  );
  return { code, out, err };
}

describe('bad input on the command line', () => {
  after(removeFolders);

  it('a path that is not there', async () => {
    const err = 'error: gone: there is no such file or folder\n';
    assert.deepEqual(await check({}, ['gone', '.']), { code: 2, out: FOUND, err });
    assert.deepEqual(await check({}, ['gone']), { code: 2, out: '', err });
  });

  it('a folder without Python', async () => {
    const err = 'error: docs: there are no Python files to check in it\n';
    assert.deepEqual(await check({ 'docs/x.md': '' }, ['docs', 'a.py']), { code: 2, out: FOUND, err });
  });

  it('a file that is no Python', async () => {
    const err =
      'error: x.md: is no Python file; allowed are .py, .pyw, .ipynb, and scripts that begin with #! and python\n';
    assert.deepEqual(await check({ 'x.md': '# python' }, ['x.md', 'a.py']), { code: 2, out: FOUND, err });
    const script = await check({ run: `#!/usr/bin/env python3\n${SLEEPY}` }, ['run']);
    assert.deepEqual([script.code, script.err], [1, '']);
  });

  it('an option or a value that is not known', async () => {
    assert.deepEqual(await check({}, ['--format', 'xml']), {
      code: 2,
      out: '',
      err: "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, concise, json, sarif, github.\n",
    });
    const { err } = await check({}, ['--profile', 'fast']);
    assert.match(
      err,
      /^error: option '--profile <profile>' argument 'fast' is invalid\. Allowed .* async-first\.\n$/,
    );
    assert.equal(
      (await check({}, ['--selct', 'AW1'])).err,
      "error: unknown option '--selct' (Did you mean --select?)\n",
    );
  });

  it('a rule that nobody knows', async () => {
    const { code, out, err } = await check({}, ['--select', 'AW1O1,blocking-slep', '--ignore', 'XYZ']);
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.deepEqual(err.split('\n'), [
      'error: --select names an unknown rule "AW1O1"; did you mean AW101?',
      'error: --select names an unknown rule "blocking-slep"; did you mean blocking-sleep?',
      'error: --ignore names an unknown rule "XYZ"',
      '',
    ]);
  });

  it('an environment or a folder of packages that is not there', async () => {
    assert.deepEqual(await check({}, ['--python', 'gone']), {
      code: 2,
      out: FOUND,
      err: 'error: gone: there is no such interpreter or environment\n',
    });
    const { err } = await check({ 'sp/': '' }, ['--site-packages', 'sp', '--site-packages', 'gone']);
    assert.equal(err, 'error: gone: there is no such folder\n');
  });

  it('a file that cannot be written', async () => {
    const { code, err } = await check({}, ['--output-file', 'no/such/folder.txt']);
    assert.deepEqual(
      { code, err },
      { code: 2, err: 'error: no/such/folder.txt: cannot be written (ENOENT)\n' },
    );
  });
});

describe('bad input in settings', () => {
  after(removeFolders);

  it('a value or key that is not allowed', async () => {
    assert.deepEqual(await check({ 'pyproject.toml': '[tool.awaitwise]\nprofile = "fast"\nslect = []\n' }), {
      code: 2,
      out: FOUND,
      err:
        'error: pyproject.toml: profile is "fast"; allowed is one of sync-default, hybrid, async-first\n' +
        'error: pyproject.toml: slect is no setting; did you mean select?\n',
    });
  });

  it('a file that is no TOML', async () => {
    const { code, out, err } = await check({ 'sub/awaitwise.toml': 'profile =\n', 'sub/b.py': CLEAN });
    assert.deepEqual({ code, out }, { code: 2, out: FOUND });
    assert.match(err, /^error: sub\/awaitwise\.toml: is no TOML: [^\n]+ \(line 1, column \d+\)\n$/);
  });

  it('a file that is not there', async () => {
    const { code, err } = await check({}, ['--config', 'gone.toml']);
    assert.deepEqual({ code, err }, { code: 2, err: 'error: gone.toml: there is no such file\n' });
  });

  it('is told once, however many folders it holds for', async () => {
    const files = { 'awaitwise.toml': 'follow = 1\n', 'x/b.py': CLEAN, 'y/c.py': CLEAN };
    const { err } = await check(files, ['x', 'y']);
    assert.equal(err, 'error: awaitwise.toml: follow is 1; allowed is one of direct, project, packages\n');
  });
});

describe('bad input in files', () => {
  after(removeFolders);

  const cases: readonly [what: string, contents: Files[string], says: RegExp][] = [
    ['a binary called .py', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]), /^is a binary file$/],
    ['invalid UTF-8', Uint8Array.from(Buffer.from('x = "\xff\xfe"\n', 'latin1')), /UTF-8/],
    ['a link that leads nowhere', { link: 'nowhere.py' }, /^the link leads nowhere$/],
  ];
  for (const [what, contents, says] of cases) {
    it(`${what} is met with a warning`, async () => {
      const { code, out, err } = await check({ 'bad.py': contents });
      assert.deepEqual({ code, out }, { code: 1, out: FOUND });
      const [, message = ''] = /^warning: bad\.py: ([^\n]+)\n$/.exec(err) ?? [];
      assert.match(message, says);
    });
  }

  it('is an error when the file was named', async () => {
    const { code, out, err } = await check({ 'bad.py': Uint8Array.from([0x7f, 0, 0, 1]) }, [
      'bad.py',
      'a.py',
    ]);
    assert.deepEqual({ code, out, err }, { code: 2, out: FOUND, err: 'error: bad.py: is a binary file\n' });
  });

  it('may be a loop of links', async () => {
    const { code, out, err } = await check({
      'sub/b.py': CLEAN,
      'sub/up': { link: '..' },
      self: { link: 'self' },
    });
    assert.deepEqual({ code, out }, { code: 1, out: FOUND });
    assert.deepEqual(err.split('\n').sort(), [
      '',
      'warning: self: the link leads back to itself',
      'warning: sub/up: the link leads back to <cwd>',
    ]);
  });

  it('may be broken code, which is no problem at all', async () => {
    const { code, err } = await check({ 'b.py': 'def (:\n  """' });
    assert.deepEqual({ code, err }, { code: 1, err: '' });
  });

  it('cannot steer the terminal', async () => {
    const { out } = await check(
      { 'a.py': `import time\nasync def nap():\n    time.sleep("\u001B[31m\u202E")\n` },
      ['--format', 'text'],
    );
    // eslint-disable-next-line no-control-regex -- this is what must not be there
    assert.doesNotMatch(out, /[\u001B\u202E]/);
    assert.match(out, /time\.sleep\("␛\[31m/);
  });
});
