/** Many fixes at once, round after round, until nothing is left to fix. */
import type { Finding, Fix, TextEdit } from '../model/finding.ts';
import type { Analysis } from './analysis.ts';
import type { AnalysisHost } from './analysis-host.ts';
import { applyEdits } from './edits.ts';

export interface Fixed {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Findings that lay in this file. */
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
    const rewritten = fixOnce(host.analysis(), paths, choose);
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

/** One round in some files, and in no others: as many fixes as do not get in each other's way. */
export function fixOnce(analysis: Analysis, paths: readonly string[], choose: Choose): Fixed[] {
  return roundOf(analysis, paths, choose).files.map(({ path, edits, count }) => {
    const before = analysis.text(path);
    return { path, before, after: applyEdits(before, edits), count };
  });
}

/** The edits of such a round. */
export function editsOnce(analysis: Analysis, paths: readonly string[], choose: Choose): readonly TextEdit[] {
  return roundOf(analysis, paths, choose).files.flatMap(({ edits }) => edits);
}

function roundOf(analysis: Analysis, paths: readonly string[], choose: Choose): Round {
  const round = new Round(new Set(paths));
  for (const path of paths) {
    for (const finding of analysis.findings(path)) {
      const fix = choose(analysis.fixes(finding), finding);
      if (fix) round.take(fix, path);
    }
  }
  return round;
}

interface Changed {
  readonly path: string;
  readonly edits: TextEdit[];
  count: number;
  /** A change that goes over several files stands alone in each of them. */
  isClosed: boolean;
}

class Round {
  readonly #paths: ReadonlySet<string>;
  readonly #files = new Map<string, Changed>();

  constructor(paths: ReadonlySet<string>) {
    this.#paths = paths;
  }

  get files(): readonly Changed[] {
    return [...this.#files.values()];
  }

  take({ edits }: Fix, home: string): void {
    const paths = new Set(edits.map(({ path }) => path));
    if (paths.size === 0 || [...paths].some((path) => !this.#paths.has(path))) return;
    if ([...paths].some((path) => this.#files.get(path)?.isClosed ?? false)) return;
    if (paths.size > 1 && [...paths].some((path) => this.#files.has(path))) return;
    const accepted = this.#files.get(home)?.edits ?? [];
    // Two fixes may need the same import.
    const added = edits.filter((edit) => !accepted.some((other) => isSame(edit, other)));
    if (added.some((edit) => accepted.some((other) => touches(edit, other)))) return;
    for (const path of new Set([home, ...paths])) {
      const file = this.#files.get(path) ?? { path, edits: [], count: 0, isClosed: false };
      this.#files.set(path, file);
      file.edits.push(...added.filter((edit) => edit.path === path));
      file.count += path === home ? 1 : 0;
      file.isClosed = paths.size > 1;
    }
  }
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.path === b.path && a.span.start <= b.span.end && b.span.start <= a.span.end;
}
