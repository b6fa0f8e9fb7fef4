/** Environments as they lie on disk, in every layout, and what is read from them. */
import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findEnvironment, type EnvironmentQuery } from '../../disk/environment.ts';
import { folderWith, removeFolders, type Files } from './folder.ts';

const VENV = {
  '.venv/pyvenv.cfg': 'home = /usr/bin\nversion = 3.12.4\n',
  '.venv/lib/python3.12/site-packages/': '',
};

function query(folder: string, more: Partial<EnvironmentQuery> = {}) {
  const found = findEnvironment({
    root: folder,
    python: '',
    pythonVersion: '',
    sitePackages: [],
    variables: {},
    ...more,
  });
  return {
    ...found,
    folders: found.packageFolders.map((path) => relative(folder, path)),
    origin: found.origin?.replace(`${folder}/`, ''),
    problems: found.problems.map(({ path, message }) => `${relative(folder, path)}: ${message}`),
  };
}

const find = (files: Files) => query(folderWith(files));

describe('environments', () => {
  after(removeFolders);

  it('of the project itself are found, around its folders too', () => {
    const folder = folderWith({ ...VENV, 'pyproject.toml': '', 'src/pkg/a.py': '' });
    const { origin, folders, pythonVersion } = query(folder, { root: join(folder, 'src/pkg') });
    assert.deepEqual(
      { origin, folders, pythonVersion },
      {
        origin: '.venv',
        folders: ['.venv/lib/python3.12/site-packages'],
        pythonVersion: [3, 12],
      },
    );
  });

  it("that are activated come before the project's own", () => {
    const folder = folderWith({
      ...VENV,
      'other/pyvenv.cfg': '',
      'other/Lib/site-packages/': '',
      'c/conda-meta/': '',
      'c/lib/python3.10/site-packages/': '',
    });
    const variables = { VIRTUAL_ENV: join(folder, 'other'), CONDA_PREFIX: join(folder, 'c') };
    assert.deepEqual(query(folder, { variables }).folders, ['other/Lib/site-packages']);
    assert.deepEqual(query(folder, { variables: { ...variables, VIRTUAL_ENV: '/gone' } }).folders, [
      'c/lib/python3.10/site-packages',
    ]);
    assert.equal(query(folder, { variables: { VIRTUAL_ENV: '/gone' } }).origin, '.venv');
  });

  it('are taken from the PATH when there is no other, through links', () => {
    const folder = folderWith({
      'usr/bin/python3.11': '',
      'usr/bin/python3': { link: 'python3.11' },
      'usr/lib/python3/dist-packages/': '',
      'usr/lib/python3.11/': '',
      'usr/local/lib/python3.11/dist-packages/': '',
      'usr/local/lib/python3.9/dist-packages/': '',
      'links/python3': { link: '../usr/bin/python3' },
      'home/.local/lib/python3.11/site-packages/': '',
    });
    const variables = { PATH: `/gone:${join(folder, 'links')}`, HOME: join(folder, 'home') };
    const { folders, pythonVersion } = query(folder, { variables });
    assert.deepEqual(folders, [
      'usr/local/lib/python3.11/dist-packages',
      'usr/lib/python3/dist-packages',
      'home/.local/lib/python3.11/site-packages',
    ]);
    assert.deepEqual(pythonVersion, [3, 11]);
  });

  it("see the system's packages when they are told to", () => {
    const files = {
      'usr/bin/python3': '',
      'usr/lib/python3.12/site-packages/': '',
      '.venv/lib/python3.12/site-packages/': '',
      '.venv/lib64': { link: 'lib' },
    };
    const folder = folderWith(files);
    const withConfig = (more: string) =>
      query(folderWith({ ...files, '.venv/pyvenv.cfg': `home = ${folder}/usr/bin\n${more}` }));
    assert.deepEqual(withConfig('').packageFolders.length, 1);
    const { packageFolders } = withConfig('include-system-site-packages = True\n');
    assert.equal(packageFolders[1], join(folder, 'usr/lib/python3.12/site-packages'));
  });

  it('can be named, by their folder or interpreter', () => {
    const folder = folderWith({ ...VENV, '.venv/bin/python': { link: '/usr/bin/true' } });
    for (const python of ['.venv', '.', '.venv/bin/python']) {
      assert.deepEqual(query(folder, { python: join(folder, python) }).folders, [
        '.venv/lib/python3.12/site-packages',
      ]);
    }
  });

  it('that are named and are none are a problem', () => {
    const folder = folderWith({ 'empty/': '' });
    assert.deepEqual(query(folder, { python: join(folder, 'empty') }).problems, [
      'empty: has no Python packages',
    ]);
    assert.deepEqual(query(folder, { python: join(folder, 'gone') }).problems, [
      'gone: there is no such interpreter or environment',
    ]);
    assert.deepEqual(query(folder, { sitePackages: [join(folder, 'gone')] }).problems, [
      'gone: there is no such folder',
    ]);
  });

  it('are left alone when folders of packages are named', () => {
    const folder = folderWith({ ...VENV, 'sp/': '' });
    assert.deepEqual(query(folder, { sitePackages: [join(folder, 'sp')] }).folders, ['sp']);
  });

  it('are not there on a bare machine', () => {
    const { origin, folders, problems, pythonVersion } = find({ 'a.py': '' });
    assert.deepEqual(
      { origin, folders, problems, pythonVersion },
      {
        origin: undefined,
        folders: [],
        problems: [],
        pythonVersion: undefined,
      },
    );
  });
});

describe('installed packages', () => {
  after(removeFolders);
  const site = '.venv/lib/python3.12/site-packages';

  it('are known with their versions by normalised name', () => {
    const { versions } = find({
      ...VENV,
      [`${site}/zope.interface-6.0.dist-info/METADATA`]: '',
      [`${site}/Flask_SQLAlchemy-3.1.1rc1.dist-info/`]: '',
      [`${site}/old-1.2-py3.12.egg-info`]: '',
      [`${site}/not-a-distribution/`]: '',
    });
    assert.deepEqual(Object.fromEntries(versions), {
      'zope-interface': '6.0',
      'flask-sqlalchemy': '3.1.1rc1',
      old: '1.2',
    });
  });

  it('add folders through .pth files, whose code is not run', () => {
    const { folders } = find({
      ...VENV,
      'lib/one/': '',
      'file.py': '',
      [`${site}/sub/`]: '',
      [`${site}/x.pth`]:
        '\uFEFF# comment\n\n../../../../lib/one\r\nsub\nimport os; os.system("x")\n/gone\n../../../../file.py\n',
    });
    assert.deepEqual(folders, [site, 'lib/one', `${site}/sub`]);
  });

  it("installed in place are found by setuptools' finder", () => {
    const folder = folderWith({
      'project/src/pkg/__init__.py': '',
      'project/src/ns/inner/': '',
      'renamed/x/': '',
    });
    const mapping = {
      pkg: `${folder}/project/src/pkg`,
      'ns.inner': `${folder}/project/src/ns/inner`,
      other: `${folder}/renamed/x`,
    };
    const code = `from x import y\nMAPPING: dict[str, str] = ${JSON.stringify(mapping).replaceAll('"', "'")}\nNAMESPACES: dict[str, list[str]] = {}\n`;
    const { packageFolders } = find({ ...VENV, [`${site}/__editable___project_0_1_finder.py`]: code });
    assert.deepEqual(packageFolders.slice(1), [join(folder, 'project/src')]);
  });

  it('installed in place are found by their record, unless something leads there', () => {
    const folder = folderWith({ 'with-src/src/': '', 'flat/': '', 'by-pth/src/': '' });
    const record = (path: string, editable: boolean) =>
      JSON.stringify({ url: pathToFileURL(join(folder, path)).href, dir_info: { editable } });
    const { packageFolders } = find({
      ...VENV,
      [`${site}/a-1.dist-info/direct_url.json`]: record('with-src', true),
      [`${site}/b-1.dist-info/direct_url.json`]: record('flat', true),
      [`${site}/c-1.dist-info/direct_url.json`]: record('by-pth', true),
      [`${site}/c.pth`]: join(folder, 'by-pth/src'),
      [`${site}/d-1.dist-info/direct_url.json`]: record('gone', true),
      [`${site}/e-1.dist-info/direct_url.json`]: '{"url": "https://example.org/e.whl"}',
      [`${site}/f-1.dist-info/direct_url.json`]: '{broken',
    });
    assert.deepEqual(
      packageFolders.slice(1).map((path) => relative(folder, path)),
      ['by-pth/src', 'with-src/src', 'flat'],
    );
  });
});

describe('the version of Python', () => {
  after(removeFolders);
  const asked = (files: Files, more: Partial<EnvironmentQuery> = {}) => query(folderWith(files), more);
  const version = (files: Files, more?: Partial<EnvironmentQuery>) => asked(files, more).pythonVersion;

  it('is the oldest that the project runs on', () => {
    assert.deepEqual(
      version({ ...VENV, 'pyproject.toml': '[project]\nrequires-python = ">=3.9,<4"\n' }),
      [3, 9],
    );
    assert.deepEqual(
      version({ 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.10"\n' }),
      [3, 10],
    );
    assert.deepEqual(version({ 'setup.cfg': '[options]\npython_requires = ~=3.8\n' }), [3, 8]);
    assert.deepEqual(version({ 'setup.py': 'setup(python_requires=">=3.7, !=3.9.*")' }), [3, 7]);
    assert.deepEqual(version({ '.python-version': '3.13.1\n' }), [3, 13]);
  });

  it('is what the settings say, before all else', () => {
    assert.deepEqual(version({ '.python-version': '3.13.1\n' }, { pythonVersion: '3.11' }), [3, 11]);
  });

  it('is that of the environment where the project says nothing', () => {
    assert.deepEqual(version({ ...VENV, 'pyproject.toml': '[project]\n' }), [3, 12]);
  });

  it('is declared by the project and by settings, not by what is installed', () => {
    const isDeclared = (files: Files, more?: Partial<EnvironmentQuery>) =>
      asked(files, more).isVersionDeclared;
    assert.equal(isDeclared({ ...VENV, 'setup.cfg': '[options]\npython_requires = >=3.8\n' }), true);
    assert.equal(isDeclared({ '.python-version': '3.13\n' }), true);
    assert.equal(isDeclared(VENV, { pythonVersion: '3.11' }), true);
    assert.equal(isDeclared({ ...VENV, 'setup.py': 'setup(python_requires=f">={OLDEST}")' }), false);
  });
});
