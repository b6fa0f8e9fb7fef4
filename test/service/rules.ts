/** A few rules as the settings see them, so that these tests stand when the real ones change. */
import type { GradedRule } from '../../core/service/severity.ts';

export const RULES: readonly GradedRule[] = [
  rule('AW101', 'blocking-sleep', 'error', 'error', 'error'),
  rule('AW102', 'blocking-network-call', 'warning', 'warning', 'warning'),
  rule('AW105', 'blocking-file-io', 'information', 'warning', 'warning'),
  rule('AW106', 'blocking-file-metadata', 'hint', 'hint', 'warning'),
  rule('AW201', 'coroutine-not-awaited', 'error', 'error', 'error'),
  rule('AW305', 'prefer-task-group', 'off', 'off', 'off'),
  rule('AW603', 'sync-callee-only-used-from-coroutines', 'off', 'information', 'warning'),
];

export function ruleOf(code: string): GradedRule {
  const found = RULES.find((rule) => rule.code === code);
  if (!found) throw new RangeError(`no rule ${code}`);
  return found;
}

function rule(
  code: string,
  name: string,
  syncDefault: GradedRule['severity']['hybrid'],
  hybrid: GradedRule['severity']['hybrid'],
  asyncFirst: GradedRule['severity']['hybrid'],
): GradedRule {
  return { code, name, severity: { 'sync-default': syncDefault, hybrid, 'async-first': asyncFirst } };
}
