/** Settings from several places at once. */
import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings.ts';
import { layered, overridden, settingsOf } from '../../core/service/layers.ts';
import { settingsAt } from '../../core/service/severity.ts';
import { RULES } from './rules.ts';

const at = (folder: string, table: unknown) => ({ name: `${folder}/awaitwise.toml`, folder, table });
const withSettings = (settings: Partial<Settings>) => layered(DEFAULT_SETTINGS, settings);

describe('layers of settings', () => {
  it('replace one another, but tables add up', () => {
    const under = withSettings({ select: ['AW1'], rules: { AW101: 'hint', AW102: 'off' } });
    const { select, rules, profile } = layered(under, { select: ['AW2'], rules: { AW102: 'error' } });
    assert.deepEqual(
      { select, rules, profile },
      { select: ['AW2'], rules: { AW101: 'hint', AW102: 'error' }, profile: 'hybrid' },
    );
  });

  it('take a stronger place on top of a weaker one', () => {
    const { settings } = settingsOf(
      [at('/p', { profile: 'sync-default', follow: 'direct' }), at('/p', { follow: 'project' })],
      [],
      RULES,
    );
    assert.equal(settings.profile, 'sync-default');
    assert.equal(settings.follow, 'project');
  });

  it('let folders speak for themselves, in what may differ by folder', () => {
    const { settings, problems } = settingsOf(
      [at('/p', { exclude: ['gen'], python: 'env' })],
      [
        at('/p/a', {
          profile: 'async-first',
          exclude: ['out'],
          python: 'mine',
          folders: { b: { follow: 'direct' } },
        }),
      ],
      RULES,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.folders, {
      '/p/a': { profile: 'async-first' },
      '/p/a/b': { follow: 'direct' },
    });
    assert.deepEqual(settings.exclude, ['/p/**/gen', '/p/a/**/out']);
    assert.equal(settings.python, '/p/env');
  });

  it('name the file of each problem', () => {
    const { problems } = settingsOf([at('/p', { follow: 1 })], [at('/p/a', { follow: 2 })], RULES);
    assert.deepEqual(
      problems.map((line) => line.split(':')[0]),
      ['/p/awaitwise.toml', '/p/a/awaitwise.toml'],
    );
  });
});

describe('what somebody wants now', () => {
  it('holds in every folder', () => {
    const written = withSettings({ folders: { '/p/a': { profile: 'sync-default', follow: 'direct' } } });
    const { profile, follow } = settingsAt(overridden(written, { profile: 'async-first' }), '/p/a/x.py');
    assert.deepEqual({ profile, follow }, { profile: 'async-first', follow: 'direct' });
  });

  it('turns on a rule that is named, whatever is written', () => {
    const written = withSettings({
      ignore: ['AW101', 'AW1'],
      rules: { AW101: 'off', AW102: 'off', AW105: 'hint' },
    });
    const { select, ignore, rules } = overridden(written, { select: ['AW101'] });
    assert.deepEqual(
      { select, ignore, rules },
      { select: ['AW101'], ignore: ['AW1'], rules: { AW102: 'off', AW105: 'hint' } },
    );
  });

  it('ignores on top of what is ignored, also where a folder has its own', () => {
    const written = withSettings({
      ignore: ['AW101'],
      folders: { '/p/a': { ignore: ['AW102'] }, '/p/b': {} },
    });
    const wanted = overridden(written, { ignore: ['AW2'] });
    assert.deepEqual(settingsAt(wanted, '/p/x.py').ignore, ['AW101', 'AW2']);
    assert.deepEqual(settingsAt(wanted, '/p/a/x.py').ignore, ['AW102', 'AW2']);
  });
});
