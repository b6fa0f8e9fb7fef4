/** What a survey of real projects found, as tables, and findings drawn from it to be judged. */
import type { Analysis } from '../../core/index.ts';
import type { Finding } from '../../core/model/finding.ts';
import { table } from '../table.ts';

export interface Surveyed {
  readonly root: string;
  readonly findings: readonly Finding[];
  readonly calls: ReturnType<Analysis['callsOnLoop']>;
  readonly lineOf: (place: Pick<Finding, 'path' | 'span'>) => number;
}

const VIAS = ['direct', 'project', 'package'] as const;
const CONFIDENCES = ['certain', 'likely', 'possible'] as const;
const MOST_REASONS = 10;

export function tables(surveyed: readonly Surveyed[]): string[] {
  return [...foundTable(surveyed), '', ...knownTable(surveyed), '', ...reasonsTable(surveyed)];
}

function foundTable(surveyed: readonly Surveyed[]): string[] {
  const columns = VIAS.flatMap((via) => CONFIDENCES.map((confidence) => ({ via, confidence })));
  return table(
    ['project', 'findings', 'chains', ...columns.map(({ via, confidence }) => `${via} ${confidence}`)],
    surveyed.map(({ root, findings }) => [
      nameOf(root),
      findings.length,
      new Set(findings.map(leafChain)).size,
      ...columns.map(
        (column) =>
          findings.filter((one) => one.via === column.via && one.confidence === column.confidence).length,
      ),
    ]),
  );
}

/** Findings with the same way down below their first call have one cause. */
function leafChain({ chain, code }: Finding): string {
  const below = chain
    .slice(1)
    .map(({ path, span, callee }) => `${path ?? ''}:${String(span.start)}:${callee}`);
  return `${code} ${below.join(' ')}${chain.length === 1 ? (chain[0]?.callee ?? '') : ''}`;
}

function knownTable(surveyed: readonly Surveyed[]): string[] {
  return table(
    ['project', 'functions', 'calls on the loop', 'followed', 'library', 'unknown', 'share unknown'],
    surveyed.flatMap(({ root, calls }) =>
      calls
        ? [
            [
              nameOf(root),
              calls.frames,
              calls.calls,
              calls.resolved,
              calls.external,
              sum(calls.unknown.values()),
              share(sum(calls.unknown.values()), calls.calls),
            ],
          ]
        : [],
    ),
  );
}

function reasonsTable(surveyed: readonly Surveyed[]): string[] {
  const all = new Map<string, number>();
  for (const { calls } of surveyed)
    for (const [reason, count] of calls?.unknown ?? []) all.set(reason, (all.get(reason) ?? 0) + count);
  const total = sum(all.values());
  const most = [...all].sort(([, a], [, b]) => b - a).slice(0, MOST_REASONS);
  return table(
    ['why a call is unknown', 'calls', 'share'],
    most.map(([reason, count]) => [reason, count, share(count, total)]),
  );
}

/** Findings at random, each chain of calls no more than once; the same ones for the same seed. */
export function drawn(surveyed: readonly Surveyed[], count: number, seed: number): string[] {
  const different = new Map(
    surveyed.flatMap((project) =>
      project.findings.map(
        (finding) => [`${project.root} ${leafChain(finding)}`, { project, finding }] as const,
      ),
    ),
  );
  const left = [...different.values()];
  const random = randomFrom(seed);
  const lines: string[] = [];
  for (let i = 1; i <= count && left.length > 0; i++) {
    for (const { project, finding } of left.splice(Math.floor(random() * left.length), 1))
      lines.push('', ...shown(i, project, finding));
  }
  return lines;
}

function shown(index: number, { root, lineOf }: Surveyed, finding: Finding): string[] {
  const { code, via, confidence, severity, path, message, chain } = finding;
  const at = (place: Pick<Finding, 'path' | 'span'>) =>
    `${place.path.replace(`${root}/`, '')}:${String(lineOf(place))}`;
  return [
    `${String(index)}. ${nameOf(root)} ${code} ${severity} ${via} ${confidence} ${at(finding)}`,
    `   ${message}`,
    ...chain
      .slice(1)
      .map(
        ({ path: file, span, callee }) =>
          `   → ${callee}${file === undefined ? '' : ` at ${at({ path: file, span })}`}`,
      ),
    `   ${path}`,
  ];
}

/** Mulberry32: enough to draw, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function nameOf(root: string): string {
  return root.split('/').at(-1) ?? root;
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
