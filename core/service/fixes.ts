/** What mends a finding, as edits: worked out for one finding at a time, from the text as it was analysed. */
import type { Finding, Fix } from '../model/finding.ts';
import type { Remedy, Rewriter } from '../model/rewriter.ts';
import type { Reported } from '../rules/rule.ts';

/** Fixes, and the ways that are not open. */
export interface Remedies {
  readonly fixes: readonly Fix[];
  readonly refusals: readonly { readonly title: string; readonly reason: string }[];
}

export const NO_REMEDIES: Remedies = { fixes: [], refusals: [] };

/**
 * The best fix first; then the comments that silence the rule, save where the finding is about such a comment; and
 * last that the rule is turned off in settings.
 */
export function remediesFor(
  finding: Finding,
  reported: Reported,
  rewriter: Rewriter,
  isAboutSuppressions: boolean,
): Remedies {
  const { path, code, span } = finding;
  const mends = reported.fixes(rewriter);
  const silences = isAboutSuppressions ? [] : rewriter.silence(span, code);
  return {
    fixes: [
      ...asFixes(mends, 'quickfix', path),
      ...asFixes(silences, 'suppression', path),
      {
        id: 'disable-rule',
        title: `Disable ${code} in settings`,
        safe: false,
        kind: 'suppression',
        edits: [],
      },
    ],
    refusals: refusalsOf(mends),
  };
}

/** The same for changes that no finding asks for. */
export function remediesOf(remedies: readonly Remedy[], kind: Fix['kind'], path: string): Remedies {
  return { fixes: asFixes(remedies, kind, path), refusals: refusalsOf(remedies) };
}

function refusalsOf(remedies: readonly Remedy[]): Remedies['refusals'] {
  return remedies.flatMap((one) => ('refusal' in one ? { title: one.title, reason: one.refusal } : []));
}

function asFixes(remedies: readonly Remedy[], kind: Fix['kind'], path: string): Fix[] {
  return remedies.flatMap((one): Fix[] => {
    if ('refusal' in one) return [];
    const { id, title, safe, edits } = one;
    return [{ id, title, safe, kind, edits: edits.map((edit) => ({ path, ...edit })) }];
  });
}
