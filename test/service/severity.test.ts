/** Which findings are shown, and how grave they are, by profile and settings. */
import assert from 'node:assert/strict';
import type { Confidence, Via } from '../../core/model/finding.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings.ts';
import { isEnabled, isIgnoredIn, settingsAt, severityOf } from '../../core/service/severity.ts';
import { ruleOf } from './rules.ts';

function level(
  code: string,
  settings: Partial<Settings> = {},
  { via, confidence = 'certain' }: { via?: Via; confidence?: Confidence } = {},
) {
  return severityOf(ruleOf(code), { via, confidence }, { ...DEFAULT_SETTINGS, ...settings });
}

describe('severity', () => {
  it('comes from the profile', () => {
    assert.equal(level('AW603'), 'information');
    assert.equal(level('AW603', { profile: 'async-first' }), 'warning');
    assert.equal(level('AW603', { profile: 'sync-default' }), 'off');
  });

  it('is one lower for what blocks inside a package', () => {
    assert.equal(level('AW101', {}, { via: 'package' }), 'warning');
    assert.equal(level('AW106', {}, { via: 'package' }), 'hint');
    assert.equal(level('AW101', {}, { via: 'project' }), 'error');
  });

  it('is what the settings say, also for packages', () => {
    assert.equal(level('AW102', { rules: { AW102: 'error' } }, { via: 'package' }), 'error');
    assert.equal(level('AW101', { rules: { AW101: 'off' } }), 'off');
  });

  it('of file access follows fileIo before the profile', () => {
    assert.equal(level('AW106', { fileIo: 'strict' }), 'warning');
    assert.equal(level('AW106', { fileIo: 'balanced', profile: 'async-first' }), 'hint');
    assert.equal(level('AW105', { fileIo: 'off' }), 'off');
    assert.equal(level('AW102', { fileIo: 'off' }), 'warning');
  });

  it('of file access is off in sync-default unless the call itself does it', () => {
    assert.equal(level('AW105', { profile: 'sync-default' }, { via: 'project' }), 'off');
    assert.equal(level('AW105', { profile: 'sync-default' }, { via: 'direct' }), 'information');
    assert.equal(level('AW102', { profile: 'sync-default' }, { via: 'project' }), 'warning');
  });
});

describe('what is shown', () => {
  it('is as deep as calls are followed', () => {
    assert.equal(level('AW102', { follow: 'direct' }, { via: 'project' }), 'off');
    assert.equal(level('AW102', { follow: 'direct' }, { via: 'direct' }), 'warning');
    assert.equal(level('AW102', { follow: 'project' }, { via: 'package' }), 'off');
    assert.equal(level('AW201', { follow: 'direct' }), 'error');
  });

  it('is as sure as minConfidence asks', () => {
    assert.equal(level('AW102', {}, { confidence: 'possible' }), 'off');
    assert.equal(level('AW102', {}, { confidence: 'likely' }), 'warning');
    assert.equal(level('AW102', { minConfidence: 'certain' }, { confidence: 'likely' }), 'off');
    assert.equal(level('AW102', { minConfidence: 'possible' }, { confidence: 'possible' }), 'warning');
  });

  it('is what select names, or all without it', () => {
    assert.equal(level('AW101', { select: ['AW1'] }), 'error');
    assert.equal(level('AW201', { select: ['AW1'] }), 'off');
    assert.equal(level('AW201', { select: ['ALL'] }), 'error');
  });

  it('follows the more specific of select and ignore, and ignore among equals', () => {
    assert.equal(level('AW101', { select: ['AW101'], ignore: ['AW1'] }), 'error');
    assert.equal(level('AW102', { select: ['AW101', 'AW1'], ignore: ['AW10'] }), 'off');
    assert.equal(level('AW101', { select: ['AW101'], ignore: ['AW101'] }), 'off');
    assert.equal(level('AW101', { ignore: ['ALL'] }), 'off');
  });

  it('includes a rule that is off when it is named or given a severity, not by prefix', () => {
    assert.equal(level('AW305'), 'off');
    assert.equal(level('AW305', { select: ['AW3'] }), 'off');
    assert.equal(level('AW305', { select: ['AW305'] }), 'warning');
    assert.equal(level('AW305', { rules: { AW305: 'hint' } }), 'hint');
    assert.equal(level('AW603', { profile: 'sync-default', select: ['AW603'] }), 'information');
  });

  it('tells which rules need not run', () => {
    const enabled = (code: string, settings: Partial<Settings>) =>
      isEnabled(ruleOf(code), { ...DEFAULT_SETTINGS, ...settings });
    assert.equal(enabled('AW305', {}), false);
    assert.equal(enabled('AW105', { profile: 'sync-default' }), true);
    assert.equal(enabled('AW105', { fileIo: 'off' }), false);
    assert.equal(enabled('AW102', { follow: 'direct' }), true);
  });
});

describe('settings by place', () => {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    rules: { AW101: 'hint' },
    folders: {
      '/p/services/api': { profile: 'sync-default', rules: { AW102: 'off' } },
      '/p/services': { profile: 'async-first', follow: 'direct' },
    },
    perFileIgnores: { '/p/tests/**': ['AW1'], '/p/**/conftest.py': ['AW201'] },
  };

  it('are those of the folders around a file, the nearest first', () => {
    assert.equal(settingsAt(settings, '/p/app.py').profile, 'hybrid');
    assert.equal(settingsAt(settings, '/p/services/x/app.py').profile, 'async-first');
    assert.equal(settingsAt(settings, '/p/services2/app.py').profile, 'hybrid');
    const { profile, follow, rules } = settingsAt(settings, '/p/services/api/app.py');
    assert.deepEqual(
      { profile, follow, rules },
      {
        profile: 'sync-default',
        follow: 'direct',
        rules: { AW101: 'hint', AW102: 'off' },
      },
    );
  });

  it('silence rules in files that match a pattern', () => {
    assert.ok(isIgnoredIn('/p/tests/a/b.py', ruleOf('AW101'), settings));
    assert.ok(!isIgnoredIn('/p/tests/a/b.py', ruleOf('AW201'), settings));
    assert.ok(isIgnoredIn('/p/a/conftest.py', ruleOf('AW201'), settings));
    assert.ok(!isIgnoredIn('/p/src/a.py', ruleOf('AW101'), settings));
  });
});
