/**
 * Findings that a comment silences: `# awaitwise: ignore[AW105]` at the first or last line of what is reported, or
 * alone on the line above; `# awaitwise: file-ignore[AW105]` anywhere. Without brackets every rule is meant. In a
 * notebook, the line above is one of the same cell, and the file is all cells.
 */
import type { Finding } from '../model/finding.ts';
import type { Directive, FileSummary } from '../model/summary.ts';
import { ruleCode, type RuleHeading } from './selectors.ts';

/** A comment that silences findings. */
export interface Suppression {
  readonly directive: Directive;
  readonly wholeFile: boolean;
  /** The codes it names; undefined when it means every rule. */
  readonly codes: readonly string[] | undefined;
  /** What it names that no rule is called. */
  readonly unknown: readonly string[];
}

export interface Suppressed<Found> {
  readonly kept: readonly Found[];
  readonly silenced: readonly Found[];
  /** Suppressions that silenced nothing, and the codes for which they did not (empty where none was named). */
  readonly unused: readonly Unused[];
}

export interface Unused {
  readonly suppression: Suppression;
  readonly codes: readonly string[];
}

type Lines = Pick<FileSummary, 'position'>;

/** `ignore`, `file-ignore`, with or without `[codes]`; whatever follows is for the reader. */
const FORM = /^(?<file>file-)?ignore(?![\w-])\s*(?:\[(?<codes>[^\]]*))?/i;

/** The suppressions among a file's directives. */
export function readSuppressions(
  directives: readonly Directive[],
  rules: readonly RuleHeading[],
): readonly Suppression[] {
  return directives.flatMap((directive) => {
    const groups = FORM.exec(directive.text)?.groups;
    if (!groups) return [];
    const wholeFile = groups.file !== undefined;
    const written = groups.codes?.split(',').map((code) => code.trim());
    const named = written?.filter((code) => code !== '') ?? [];
    const unknown = named.filter((code) => ruleCode(code, rules) === undefined);
    const codes = written && [...new Set(named.flatMap((code) => ruleCode(code, rules) ?? []))];
    return { directive, wholeFile, codes, unknown };
  });
}

/**
 * Parts findings into those to be shown and those that a suppression silences. `ran` tells which rules had their say
 * in this file: a suppression of a rule that did not run is not called unused.
 */
export function suppress<Found extends Pick<Finding, 'code' | 'span'>>(
  findings: readonly Found[],
  suppressions: readonly Suppression[],
  lines: Lines,
  ran: (code: string) => boolean = () => true,
): Suppressed<Found> {
  const placed = placeSuppressions(suppressions, lines);
  const kept: Found[] = [];
  const silenced: Found[] = [];
  for (const finding of findings) {
    const first = lineAt(lines, finding.span.start);
    const last = lineAt(lines, Math.max(finding.span.start, finding.span.end - 1));
    // All that silence it are used, so that no one of them is reported.
    const by = placed.filter(
      ({ suppression: { codes, wholeFile }, line }) =>
        (wholeFile || line === first || line === last) && (codes?.includes(finding.code) ?? true),
    );
    for (const { used } of by) used.add(finding.code);
    (by.length > 0 ? silenced : kept).push(finding);
  }
  return { kept, silenced, unused: placed.flatMap((one) => unusedPart(one, ran)) };
}

/** A suppression, the line it speaks of, and the codes that it has silenced so far. */
interface Placed {
  readonly suppression: Suppression;
  readonly line: number;
  readonly used: Set<string>;
}

function placeSuppressions(suppressions: readonly Suppression[], lines: Lines): Placed[] {
  const placed: Placed[] = [];
  let below = 0;
  // From the last to the first: a comment above a comment speaks of what that one speaks of.
  for (const suppression of suppressions.toReversed()) {
    const own = lineAt(lines, suppression.directive.span.start);
    let line = own;
    if (suppression.directive.ownLine) {
      const next = placed[0];
      line = next?.suppression.directive.ownLine && below === own + 1 ? next.line : own + 1;
    }
    placed.unshift({ suppression, line, used: new Set() });
    below = own;
  }
  return placed;
}

/** More lines than any cell of a notebook has. */
const CELL = 1e8;

/** Numbers the lines of a file such that none of one cell follows one of another. */
function lineAt(lines: Lines, offset: number): number {
  const { line, cell = 0 } = lines.position(offset);
  return cell * CELL + line;
}

function unusedPart({ suppression, used }: Placed, ran: (code: string) => boolean): Unused[] {
  const { codes, unknown } = suppression;
  const unused = codes?.filter((code) => !used.has(code) && ran(code)) ?? [];
  // One that names nothing has no use when it silenced nothing. One that names only what nobody knows is another matter.
  const namesNothing = (codes ?? []).length + unknown.length === 0;
  return unused.length > 0 || (namesNothing && used.size === 0) ? [{ suppression, codes: unused }] : [];
}
