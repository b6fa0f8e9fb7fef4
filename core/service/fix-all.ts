/** Many fixes at once, round after round, until nothing is left to fix. */
import type { Finding, Fix, TextEdit } from '../model/finding.ts';
import type { Edit } from '../model/rewriter.ts';
import type { Analysis } from './analysis.ts';
import type { AnalysisHost } from './analysis-host.ts';
import { applyEdits } from './edits.ts';

export interface Fixed {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly count: number;
}

/** Says which of a finding's fixes is to be applied, if any. */
export type Choose = (fixes: readonly Fix[], finding: Finding) => Fix | undefined;

/** What is fixed only ever gets less; more rounds than this mean that it does not. */
const MOST_ROUNDS = 20;

/** The best fix of each finding, or the best safe one; nobody silences a rule this way. */
export function best({ unsafe }: { readonly unsafe: boolean }): Choose {
  return (fixes) => fixes.find(({ kind, safe }) => kind === 'quickfix' && (safe || unsafe));
}

/** Gives the host new text for each file in which something could be fixed; nothing is written anywhere else. */
export function fixAll(host: AnalysisHost, paths: readonly string[], choose: Choose): Fixed[] {
  const fixed = new Map<string, Fixed>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const analysis = host.analysis();
    const rewritten = paths.flatMap((path) => fixOnce(analysis, path, choose) ?? []);
    if (rewritten.length === 0) break;
    for (const { path, before, after, count } of rewritten) {
      host.change(path, after);
      const earlier = fixed.get(path);
      fixed.set(path, {
        path,
        before: earlier?.before ?? before,
        after,
        count: (earlier?.count ?? 0) + count,
      });
    }
  }
  return [...fixed.values()];
}

/** One round in one file: as many fixes as do not get in each other's way. */
export function fixOnce(analysis: Analysis, path: string, choose: Choose): Fixed | undefined {
  const { edits, count } = editsOnce(analysis, path, choose);
  if (count === 0) return undefined;
  const before = analysis.text(path);
  return { path, before, after: applyEdits(before, edits), count };
}

/** The edits of such a round. */
export function editsOnce(
  analysis: Analysis,
  path: string,
  choose: Choose,
): { readonly edits: readonly TextEdit[]; readonly count: number } {
  const accepted: TextEdit[] = [];
  let count = 0;
  for (const finding of analysis.findings(path)) {
    const fix = choose(analysis.fixes(finding), finding);
    if (!fix || fix.edits.length === 0 || fix.edits.some((edit) => edit.path !== path)) continue;
    const added = fix.edits.filter((edit) => !accepted.some((other) => isSame(edit, other)));
    if (added.some((edit) => accepted.some((other) => touches(edit, other)))) continue;
    accepted.push(...added);
    count++;
  }
  return { edits: accepted, count };
}

/** Two fixes may need the same import. */
function isSame(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

function touches(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
