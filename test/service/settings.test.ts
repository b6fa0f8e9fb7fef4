/** What people write as settings, and what is made of it. */
import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, SETTINGS } from '../../core/model/settings.ts';
import { readSettings } from '../../core/service/settings.ts';
import { RULES } from './rules.ts';

const SOURCE = { name: 'awaitwise.toml', folder: '/project' };
const read = (written: unknown) => readSettings(written, SOURCE, RULES);
const problem = (written: unknown) => {
  const { problems } = read(written);
  assert.equal(problems.length, 1, problems.join('\n'));
  return problems[0];
};

describe('reading settings', () => {
  it('takes keys in kebab case and in camel case', () => {
    const settings = { minConfidence: 'certain', fileIo: 'strict' };
    assert.deepEqual(read({ 'min-confidence': 'certain', 'file-io': 'strict' }), { settings, problems: [] });
    assert.deepEqual(read(settings), { settings, problems: [] });
  });

  it('knows rules by code in any case, by name and by prefix', () => {
    const { settings, problems } = read({
      select: ['aw1', 'ALL', 'Blocking-Sleep'],
      ignore: ['AW10', 'aw105'],
      rules: { 'blocking-sleep': 'hint', aw102: 'off' },
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, {
      select: ['AW1', 'ALL', 'AW101'],
      ignore: ['AW10', 'AW105'],
      rules: { AW101: 'hint', AW102: 'off' },
    });
  });

  it('takes paths and patterns from the folder of the file', () => {
    const { settings } = read({
      python: '../env/bin/python',
      'site-packages': ['./vendor/', '/opt/lib'],
      exclude: ['generated', 'src/*/vendor/', '/abs'],
      'per-file-ignores': { 'tests/**': ['AW1'] },
      folders: { './services/api/': { profile: 'async-first' } },
    });
    assert.deepEqual(settings, {
      python: '/env/bin/python',
      sitePackages: ['/project/vendor', '/opt/lib'],
      exclude: ['/project/**/generated', '/project/src/*/vendor', '/project/abs'],
      perFileIgnores: { '/project/tests/**': ['AW1'] },
      folders: { '/project/services/api': { profile: 'async-first' } },
    });
  });

  it('keeps the default of what is not a string where a path is due, also when empty', () => {
    assert.deepEqual(read({ python: '' }).settings, { python: '' });
  });

  it('has a default for every setting that its own reader accepts', () => {
    const { problems } = read({ ...DEFAULT_SETTINGS });
    assert.deepEqual(problems, []);
    assert.deepEqual(Object.keys(DEFAULT_SETTINGS), Object.keys(SETTINGS));
  });
});

describe('wrong settings', () => {
  it('are named with file, key, value and what is allowed', () => {
    assert.equal(
      problem({ profile: 'fast' }),
      'awaitwise.toml: profile is "fast"; allowed is one of sync-default, hybrid, async-first',
    );
    assert.equal(
      problem({ 'respect-gitignore': 'yes' }),
      'awaitwise.toml: respect-gitignore is "yes"; allowed is true or false',
    );
    assert.equal(
      problem({ pythonVersion: 3.11 }),
      'awaitwise.toml: pythonVersion is 3.11; allowed is a version such as "3.11"',
    );
    assert.equal(
      problem({ rules: { AW101: 'fatal' } }),
      'awaitwise.toml: rules.AW101 is "fatal"; allowed is one of off, error, warning, information, hint',
    );
  });

  it('leave the others in force', () => {
    const { settings, problems } = read({ profile: 'fast', follow: 'project', ignore: ['AW101', 'AW1O2'] });
    assert.deepEqual(settings, { follow: 'project', ignore: ['AW101'] });
    assert.equal(problems.length, 2);
  });

  it('suggest the key or rule that was meant', () => {
    assert.equal(
      problem({ 'min-confidenc': 'likely' }),
      'awaitwise.toml: min-confidenc is no setting; did you mean minConfidence?',
    );
    assert.equal(
      problem({ select: ['blocking-slep'] }),
      'awaitwise.toml: select names an unknown rule "blocking-slep"; did you mean blocking-sleep?',
    );
    assert.equal(problem({ rules: { XY9: 'off' } }), 'awaitwise.toml: rules names an unknown rule "XY9"');
  });

  it('are found inside folders, where only some settings may stand', () => {
    assert.match(
      problem({ folders: { api: { profile: 'x' } } }) ?? '',
      /: folders\.api\.profile is "x"; allowed/,
    );
    assert.match(
      problem({ folders: { 'a/b': { python: 'x' } } }) ?? '',
      /: folders\."a\/b"\.python is no setting/,
    );
  });

  it('never throw, whatever is written', () => {
    const values = [undefined, null, 7, 7n, 'text', [], [1], {}, { a: 1 }, true, new Date(0), Number.NaN];
    for (const value of values) {
      for (const key of Object.keys(SETTINGS)) {
        for (const line of read({ [key]: value }).problems) assert.match(line, /^awaitwise\.toml: /);
      }
      read(value);
    }
    assert.equal(problem('text'), 'awaitwise.toml: is "text"; allowed is a table of settings');
  });

  it('are shown shortly', () => {
    assert.ok((problem({ profile: 'x'.repeat(5000) }) ?? '').length < 200);
  });
});
