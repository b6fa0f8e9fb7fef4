/** Which files of a folder are taken for Python to be checked. */
import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join, relative } from 'node:path';
import { discover } from '../../disk/discover.ts';
import { folderWith, removeFolders, type Files } from './folder.ts';

function find(files: Files, { below = '.', excluded = '', respectGitignore = true } = {}) {
  const folder = folderWith(files);
  const root = join(folder, below);
  const found = discover(root, {
    excluded: (path) => excluded !== '' && path.startsWith(join(root, excluded)),
    respectGitignore,
  });
  return {
    files: found.files.map((path) => relative(root, path)),
    problems: found.problems.map(
      ({ path, message }) => `${relative(root, path)}: ${message.replace(folder, '')}`,
    ),
    configured: found.configured.map((path) => relative(root, path)),
  };
}

const files = (...args: Parameters<typeof find>) => find(...args).files;

describe('discovery', () => {
  after(removeFolders);

  it('finds Python files and notebooks at any depth, sorted', () => {
    const found = files({
      'b/c/x.py': '',
      'a.py': '',
      'n.ipynb': '{}',
      'w.pyw': '',
      'x.pyi': '',
      'y.txt': '',
      'b/UP.PY': '',
    });
    assert.deepEqual(found, ['a.py', 'b/UP.PY', 'b/c/x.py', 'n.ipynb', 'w.pyw']);
  });

  it('leaves out what belongs to tools, environments and installed packages', () => {
    const found = files({
      'a.py': '',
      '.git/hooks/h.py': '',
      'node_modules/p/a.py': '',
      '.venv/lib/a.py': '',
      'my-env/pyvenv.cfg': '',
      'my-env/lib/a.py': '',
      'conda/conda-meta/': '',
      'conda/a.py': '',
      'lib/python3.11/site-packages/a.py': '',
      'build/lib/a.py': '',
      '.github/scripts/a.py': '',
    });
    assert.deepEqual(found, ['.github/scripts/a.py', 'a.py']);
  });

  it('takes a package called build or dist for what it is', () => {
    assert.deepEqual(files({ 'src/build/__init__.py': '', 'src/build/a.py': '', 'dist/a.py': '' }), [
      'src/build/__init__.py',
      'src/build/a.py',
    ]);
  });

  it('checks a folder that is named, whatever it is called', () => {
    assert.deepEqual(files({ 'build/a.py': '' }, { below: 'build' }), ['a.py']);
    assert.deepEqual(files({ 'venv/pyvenv.cfg': '', 'venv/a.py': '' }, { below: 'venv' }), ['a.py']);
  });

  it('leaves out what the settings exclude', () => {
    assert.deepEqual(files({ 'a.py': '', 'gen/b.py': '', 'gen/c/d.py': '' }, { excluded: 'gen' }), ['a.py']);
  });

  it('tells which folders below may have settings of their own', () => {
    const { configured } = find({
      'pyproject.toml': '',
      'a/awaitwise.toml': '',
      'b/c/pyproject.toml': '',
      'd/x.py': '',
    });
    assert.deepEqual(configured, ['a', 'b/c']);
  });
});

describe('discovery beside git', () => {
  after(removeFolders);

  it('leaves out what git ignores, by the nearest word on it', () => {
    const project = {
      '.gitignore': 'out/\n*_pb2.py\n/local.py\n',
      'sub/.gitignore': '!keep_pb2.py\nown.py\n',
      'a.py': '',
      'local.py': '',
      'out/x.py': '',
      'x_pb2.py': '',
      'sub/keep_pb2.py': '',
      'sub/local.py': '',
      'sub/own.py': '',
      'own.py': '',
    };
    assert.deepEqual(files(project), ['a.py', 'own.py', 'sub/keep_pb2.py', 'sub/local.py']);
    assert.equal(files(project, { respectGitignore: false }).length, 8);
  });

  it('asks the folders around it too, up to the repository', () => {
    const project = {
      '.git/info/exclude': 'secret.py\n',
      '.gitignore': 'src/gen/\n',
      'src/gen/x.py': '',
      'src/secret.py': '',
      'src/a.py': '',
    };
    assert.deepEqual(files(project, { below: 'src' }), ['a.py']);
    assert.deepEqual(
      files({ '.gitignore': 'src/\n', 'src/a.py': '' }, { below: 'src' }),
      ['a.py'],
      'no repository',
    );
  });

  it('checks a folder that is named though git ignores it', () => {
    const project = { '.git/HEAD': '', '.gitignore': 'scratch/\n*.py\n', 'scratch/in/a.py': '' };
    assert.deepEqual(files(project, { below: 'scratch/in' }), ['a.py']);
  });
});

describe('discovery across links', () => {
  after(removeFolders);

  it('follows links, and takes no file twice', () => {
    const found = files({
      'real/a.py': '',
      'also/': '',
      'also/link': { link: '../real' },
      'b.py': { link: 'real/a.py' },
    });
    assert.deepEqual(found, ['real/a.py']);
    const outside = folderWith({ 'shared/c.py': '' });
    assert.deepEqual(files({ 'x.py': '', shared: { link: join(outside, 'shared') } }), [
      'shared/c.py',
      'x.py',
    ]);
    assert.deepEqual(files({ 'x.py': { link: join(outside, 'shared/c.py') } }), ['x.py']);
  });

  it('says so where they have no end or lead nowhere', () => {
    const { files: found, problems } = find({
      'a/b/up': { link: '../..' },
      'a/x.py': '',
      self: { link: 'self' },
      'gone.py': { link: 'nowhere.py' },
    });
    assert.deepEqual(found, ['a/x.py']);
    assert.deepEqual(problems.sort(), [
      'a/b/up: the link leads back to ',
      'gone.py: the link leads nowhere',
      'self: the link leads back to itself',
    ]);
  });

  it('names a folder that cannot be read, and goes on', function () {
    const folder = folderWith({ 'a.py': '', 'closed/b.py': '' });
    chmodSync(join(folder, 'closed'), 0);
    try {
      const { files: found, problems } = discover(folder, { excluded: () => false, respectGitignore: true });
      // Root may read everything.
      const isRoot = process.getuid?.() === 0;
      assert.deepEqual(
        found.map((path) => relative(folder, path)),
        isRoot ? ['a.py', 'closed/b.py'] : ['a.py'],
      );
      assert.equal(problems.length, isRoot ? 0 : 1);
    } finally {
      chmodSync(join(folder, 'closed'), 0o700);
    }
  });
});
