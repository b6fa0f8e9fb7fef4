/** How grave a finding is: opinions differ by project, so rules only find, and the settings decide. */
import type { Confidence, Finding, Severity, Via } from '../model/finding.ts';
import type { Profile } from '../model/profile.ts';
import type { FileSettings, Level, Settings, Follow } from '../model/settings.ts';
import { matchesGlob } from './glob.ts';
import { closeness, type RuleHeading } from './selectors.ts';

/** A rule's headings, and its level in each profile. */
export interface GradedRule extends RuleHeading {
  readonly severity: Readonly<Record<Profile, Level>>;
}

/** The rules that `fileIo` is about. */
const FILE_RULES = new Set(['AW105', 'AW106']);

/** What a rule gets that no profile turns on and somebody asks for by name. */
const ASKED_FOR: Severity = 'warning';

const DEPTH: Record<Via | Follow, number> = { direct: 0, project: 1, package: 2, packages: 2 };
const SURENESS: Record<Confidence, number> = { certain: 2, likely: 1, possible: 0 };
const LOWER: Record<Level, Level> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
  hint: 'hint',
  off: 'off',
};

/** The settings that hold in one file, by its absolute path. */
export function settingsAt(settings: Settings, path: string): FileSettings {
  const around = Object.keys(settings.folders)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => a.length - b.length);
  if (around.length === 0) return settings;
  let result: FileSettings = settings;
  for (const folder of around) {
    const own = settings.folders[folder];
    result = { ...result, ...own, rules: { ...result.rules, ...own?.rules } };
  }
  return result;
}

/** Whether `perFileIgnores` silences a rule in a file. */
export function isIgnoredIn(path: string, rule: RuleHeading, settings: Settings): boolean {
  return Object.entries(settings.perFileIgnores).some(
    ([glob, selectors]) => closeness(selectors, rule) >= 0 && matchesGlob(glob, path),
  );
}

/** Whether a rule can report anything under these settings; where it cannot, it need not run. */
export function isEnabled(rule: GradedRule, settings: FileSettings): boolean {
  const depths = [undefined, 'direct', 'project', 'package'] as const;
  return depths.some((via) => levelOf(rule, via, settings) !== 'off');
}

/** The severity of a finding, or `off` when it is not to be shown. */
export function severityOf(
  rule: GradedRule,
  { via, confidence }: Pick<Finding, 'via' | 'confidence'>,
  settings: FileSettings,
): Level {
  if (SURENESS[confidence] < SURENESS[settings.minConfidence]) return 'off';
  return levelOf(rule, via, settings);
}

function levelOf(rule: GradedRule, via: Via | undefined, settings: FileSettings): Level {
  if (via !== undefined && DEPTH[via] > DEPTH[settings.follow]) return 'off';
  const selected = settings.select.length === 0 ? 0 : closeness(settings.select, rule);
  if (selected <= closeness(settings.ignore, rule) || selected < 0) return 'off';

  const chosen = settings.rules[rule.code];
  if (chosen !== undefined) return chosen;
  const usual = usualLevel(rule, via, settings);
  if (usual === 'off') return selected === rule.code.length ? levelElsewhere(rule) : 'off';
  // What blocks inside an installed package is as real, but less in the reader's hands.
  return via === 'package' ? LOWER[usual] : usual;
}

/** The level that the profile gives, and `fileIo` for access to files. */
function usualLevel(rule: GradedRule, via: Via | undefined, { profile, fileIo }: FileSettings): Level {
  if (!FILE_RULES.has(rule.code)) return rule.severity[profile];
  switch (fileIo) {
    case 'off':
      return 'off';
    case 'strict':
      return rule.severity['async-first'];
    case 'balanced':
      return rule.severity.hybrid;
    case 'profile':
      // Where sync is the default, a file that a callee reads is nobody's concern.
      return profile === 'sync-default' && via !== 'direct' ? 'off' : rule.severity[profile];
  }
}

/** The level of a rule that is off here and was asked for by name: that of the first profile that turns it on. */
function levelElsewhere({ severity }: GradedRule): Level {
  return Object.values(severity).find((level) => level !== 'off') ?? ASKED_FOR;
}
