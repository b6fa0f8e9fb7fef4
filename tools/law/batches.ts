/** Fixes in groups whose members do not mind each other, so that one analysis judges many. */
import type { Analysis } from '../../core/index.ts';
import type { Finding, Fix, TextEdit } from '../../core/model/finding.ts';

/** A fix of a finding. */
export interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
}

export function candidates(
  analysis: Analysis,
  paths: readonly string[],
  wanted: (fix: Fix) => boolean,
): Candidate[] {
  return paths.flatMap((path) =>
    analysis.findings(path).flatMap((finding) =>
      analysis
        .fixes(finding)
        .filter((fix) => fix.edits.length > 0 && wanted(fix))
        .map((fix) => ({ finding, fix })),
    ),
  );
}

/** At most `most` groups: each has at most one fix for a function, and none whose edits touch another's. */
export function batches(all: readonly Candidate[], most = Infinity): Candidate[][] {
  const groups: Group[] = [];
  for (const candidate of all) {
    const group = groups.find((one) => one.takes(candidate));
    if (group) group.add(candidate);
    else if (groups.length < most) groups.push(new Group(candidate));
  }
  return groups.map(({ members }) => members);
}

class Group {
  readonly members: Candidate[] = [];
  readonly #functions = new Set<string>();
  readonly #edits = new Map<string, TextEdit[]>();
  /** Files that one fix has for itself. */
  readonly #closed = new Set<string>();

  constructor(first: Candidate) {
    this.add(first);
  }

  takes({ finding, fix }: Candidate): boolean {
    const paths = pathsOf(fix);
    // What silences a whole file changes what other comments silence.
    if (this.members.some((other) => other.fix.kind !== fix.kind)) return false;
    if (this.#functions.has(functionOf(finding)) || paths.some((path) => this.#closed.has(path)))
      return false;
    // What no function has to itself may be about any of them.
    const isWhole = (one: Candidate) => one.finding.function === '';
    const others = this.members.filter((other) => other.finding.path === finding.path);
    if (others.some((other) => isWhole(other) || isWhole({ finding, fix }))) return false;
    // What changes several files changes what functions are.
    if (paths.length > 1) return paths.every((path) => !this.#edits.has(path));
    return fix.edits.every((edit) =>
      (this.#edits.get(edit.path) ?? []).every((other) => isSame(edit, other) || !touches(edit, other)),
    );
  }

  add(candidate: Candidate): void {
    const { finding, fix } = candidate;
    const paths = pathsOf(fix);
    this.members.push(candidate);
    this.#functions.add(functionOf(finding));
    for (const edit of fix.edits) this.#edits.set(edit.path, [...(this.#edits.get(edit.path) ?? []), edit]);
    if (paths.length > 1) for (const path of paths) this.#closed.add(path);
  }
}

/** The edits of a group in each file, each once. */
export function editsOf(group: readonly Candidate[]): Map<string, TextEdit[]> {
  const byPath = new Map<string, TextEdit[]>();
  for (const edit of group.flatMap(({ fix }) => fix.edits)) {
    const known = byPath.get(edit.path) ?? [];
    if (!known.some((other) => isSame(edit, other))) byPath.set(edit.path, [...known, edit]);
  }
  return byPath;
}

function pathsOf({ edits }: Fix): string[] {
  return [...new Set(edits.map(({ path }) => path))];
}

function functionOf({ path, function: name }: Finding): string {
  return `${path} ${name}`;
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
