/** Where settings are looked for, and what is said of files that cannot be read. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { configurationIn, findConfiguration, namedConfiguration } from '../../disk/configuration.ts';
import { folderWith, removeFolders } from './folder.ts';

/** Tables of TOML have no prototype, which no reader minds. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('configuration', () => {
  after(removeFolders);

  it('is the nearest around a folder', () => {
    const folder = folderWith({
      'pyproject.toml': '[tool.awaitwise]\nprofile = "hybrid"\n',
      'a/pyproject.toml': '[project]\nname = "a"\n',
      'a/b/awaitwise.toml': 'profile = "async-first"\n',
      'a/b/pyproject.toml': '[tool.awaitwise]\nprofile = "sync-default"\n',
      'a/b/c/': '',
    });
    const nearest = (below: string) => findConfiguration(join(folder, below)).configuration;
    assert.deepEqual(plain(nearest('a/b/c')), {
      path: join(folder, 'a/b/awaitwise.toml'),
      folder: join(folder, 'a/b'),
      table: { profile: 'async-first' },
    });
    assert.equal(nearest('a')?.folder, folder);
    assert.equal(configurationIn(join(folder, 'a')).configuration, undefined);
  });

  it('that is no TOML is named with its place', () => {
    const folder = folderWith({ 'awaitwise.toml': 'profile = \n' });
    const { problem, configuration } = findConfiguration(folder);
    assert.equal(configuration, undefined);
    assert.equal(problem?.path, join(folder, 'awaitwise.toml'));
    assert.match(problem.message, /^is no TOML: [^\n]+ \(line 1, column \d+\)$/);
  });

  it('that is named must be there, and be for us', () => {
    const folder = folderWith({ 'pyproject.toml': '[project]\n', 'mine.toml': 'trace = "direct"\n' });
    const named = (name: string) => namedConfiguration(join(folder, name));
    assert.deepEqual(plain(named('mine.toml').configuration?.table), { trace: 'direct' });
    assert.equal(named('pyproject.toml').problem?.message, 'has no settings for awaitwise');
    assert.equal(named('gone.toml').problem?.message, 'there is no such file');
  });

  it("of others is nobody's business here, broken or not", () => {
    const folder = folderWith({ 'a/pyproject.toml': '[project\n', 'pyproject.toml': '[tool.awaitwise]\n' });
    const { configuration, problem } = findConfiguration(join(folder, 'a'));
    assert.deepEqual(plain(configuration?.table), {});
    assert.equal(problem, undefined);
  });
});
