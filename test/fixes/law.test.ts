// The law of fixes, for every finding of every rule's fixtures: the result compiles, the finding is gone, no new one
// came, and applying all of them comes to an end.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, best, fixAll } from '../../core/index.ts';
import type { Finding, Fix } from '../../core/model/finding.ts';
import { projectOf, type Texts } from '../analyse.ts';
import { withoutMarks } from '../markup.ts';
import { complaintsAbout } from './python.ts';

const FIXTURES = join(__dirname, '../rules');

describe('fixes of the rules’ fixtures', function () {
  this.timeout(120_000);
  for (const name of readdirSync(FIXTURES).filter((entry) => /^aw\d{3}/.test(entry))) {
    it(`${name}: one by one`, () => {
      oneByOne(fixture(name));
    });
    it(`${name}: all together`, () => {
      allTogether(fixture(name));
    });
  }
});

interface Applied {
  readonly path: string;
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Applies each fix alone in its function: functions do not mind each other, so one fix of each goes at a time. */
function oneByOne(texts: Texts): void {
  const { host, paths } = projectOf(texts);
  const original = host.analysis();
  const base = new Map(paths.map((path) => [path, original.text(path)]));
  const findings = paths.flatMap((path) => original.findings(path));
  const groups = batches(findings, (finding) => original.fixes(finding));
  const compiled: [string, string][] = [];
  const wrong: string[] = [];
  for (const group of groups) {
    for (const [path, text] of base) {
      const edits = unique(group.filter((one) => one.path === path).flatMap(({ fix }) => fix.edits));
      const changed = applyEdits(text, edits);
      host.change(path, changed);
      if (edits.length > 0) compiled.push([path, changed]);
    }
    const analysis = host.analysis();
    const after = counted(paths.flatMap((path) => analysis.findings(path)));
    wrong.push(...breaches(group, counted(findings), after));
  }
  assert.deepEqual([...new Set(wrong)], []);
  assert.deepEqual(newComplaints([...base], compiled), []);
}

/** What is left of the findings that were fixed, and what was not there before. */
function breaches(
  group: readonly Applied[],
  before: Map<string, number>,
  after: Map<string, number>,
): string[] {
  const allowed = new Map(before);
  for (const { finding } of group) allowed.set(nameOf(finding), (allowed.get(nameOf(finding)) ?? 0) - 1);
  const [first] = group;
  return [...after].flatMap(([name, count]) => {
    if (count <= (allowed.get(name) ?? 0)) return [];
    const left = group.find(({ finding }) => nameOf(finding) === name);
    // What a comment silences may have had another word for the same thing behind it.
    if (!left && first?.fix.kind === 'suppression') return [];
    return left ? [`${left.fix.id} leaves ${name}`] : [`${first?.fix.id ?? ''} brings ${name}`];
  });
}

/** Groups of fixes, each with at most one for a function, and one of every finding's fixes in some group. */
function batches(findings: readonly Finding[], fixesOf: (finding: Finding) => readonly Fix[]): Applied[][] {
  const all: Applied[][] = [];
  for (const finding of findings) {
    const { path } = finding;
    for (const fix of fixesOf(finding)) {
      if (fix.edits.length === 0) continue;
      const isApart = (batch: Applied[]) =>
        batch.every(
          (other) =>
            other.path !== path || (other.finding.function !== finding.function && !clash(other.fix, fix)),
        );
      // Imports and comments at the head of a file differ by fix: only like goes with like.
      const group = all.find((batch) => batch[0]?.fix.id === fix.id && isApart(batch));
      if (group) group.push({ path, finding, fix });
      else all.push([{ path, finding, fix }]);
    }
  }
  return all;
}

function clash(a: Fix, b: Fix): boolean {
  const isSame = (x: Fix['edits'][number], y: Fix['edits'][number]) =>
    x.span.start === y.span.start && x.span.end === y.span.end && x.text === y.text;
  return a.edits.some((x) =>
    b.edits.some((y) => !isSame(x, y) && x.span.start <= y.span.end && y.span.start <= x.span.end),
  );
}

function unique<T>(edits: readonly T[]): T[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

/** Applies the best fix of everything until nothing changes. */
function allTogether(texts: Texts): void {
  const { host, paths } = projectOf(texts);
  const base = paths.map((path): [string, string] => [path, host.analysis().text(path)]);
  const before = counted(paths.flatMap((path) => host.analysis().findings(path)));
  const fixed = fixAll(host, paths, best({ unsafe: true }));
  const written = fixed.map(({ path, after }): [string, string] => [path, after]);
  assert.deepEqual(newComplaints(base, written), []);
  const analysis = host.analysis();
  const left = paths.flatMap((path) => analysis.findings(path));
  const fixable = left.filter((finding) => best({ unsafe: true })(analysis.fixes(finding), finding));
  assert.deepEqual(fixable.map(nameOf), [], 'still fixable');
  const more = [...counted(left)].filter(([name, count]) => count > (before.get(name) ?? 0));
  assert.deepEqual(more, [], 'new findings');
}

/** What Python says of new texts; a fixture may be for a newer Python than this one. */
function newComplaints(base: readonly [string, string][], written: readonly [string, string][]): string[] {
  const tooNew = complaintsAbout(base).map((line) => line.split(':', 1)[0]);
  return complaintsAbout(written.filter(([path]) => !tooNew.includes(path)));
}

/** A finding by what it says, as its place moves. */
function nameOf({ path, code, function: around, message }: Finding): string {
  return `${path} ${around}: ${code} ${message}`;
}

function counted(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(nameOf(finding), (counts.get(nameOf(finding)) ?? 0) + 1);
  return counts;
}

function fixture(name: string): Texts {
  const folder = name.endsWith('.py') ? FIXTURES : join(FIXTURES, name);
  const paths = name.endsWith('.py') ? [name] : readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .filter((path) => path.endsWith('.py'))
      .map((path) => [path, withoutMarks(readFileSync(join(folder, path), 'utf8'))]),
  );
}
