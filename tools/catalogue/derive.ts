// Puts together what was traced in several versions of Python: one entry a name, with the versions of which it is true.
import type { Derived } from '../../core/knowledge/standard-library.ts';
import { BLOCKING_KINDS, type BlockingKind } from '../../core/model/blocking-kind.ts';
import type { Primitive } from './primitives.ts';
import type { Traced, Way } from './trace.ts';
import overrides from './overrides.json';

export interface VersionTraced {
  /** `3.11`. */
  readonly version: string;
  readonly traced: ReadonlyMap<string, Traced>;
}

/** Modules that read and write their sockets as if they were files. */
const SPEAKS_TO_NETWORK =
  /^(?:http\.client|smtplib|imaplib|poplib|ftplib|nntplib|telnetlib|xmlrpc\.client|urllib\.request)\./;
const STREAM = /^_?io\.(?:TextIOWrapper|Buffered\w+)\./;

/** `versions` from the oldest to the newest; `canonical` gives public names. */
export function derive(
  versions: readonly VersionTraced[],
  primitives: readonly Primitive[],
  canonical: (name: string) => string,
  source: string,
): Derived {
  const entries = new Map<string, { way: string; chain: string }>();
  for (const { name, kind } of primitives) {
    const public_ = canonical(name);
    if (isPublic(public_)) entries.set(public_, { way: kind, chain: '' });
  }
  for (const name of new Set(versions.flatMap(({ traced }) => [...traced.keys()]))) {
    const known = versions.filter(({ traced }) => traced.has(name));
    const traced = known.at(-1)?.traced.get(name);
    const entry = traced && entryOf(name, traced, canonical);
    const public_ = canonical(name);
    if (!entry || !isPublic(public_) || entries.has(public_)) continue;
    entries.set(public_, { ...entry, way: entry.way + rangeOf(known, versions) });
  }
  for (const { name, drop, kinds, when, chain } of overrides.entries as readonly Override[]) {
    if (drop) entries.delete(name);
    else entries.set(name, { way: [kinds?.join(','), when].filter(Boolean).join(' '), chain: chain ?? '' });
  }
  return { source, calls: grouped(entries) };
}

/** What tracing cannot find, or finds and should not; `reason` is for the reader. */
interface Override {
  readonly name: string;
  readonly reason: string;
  readonly drop?: true;
  readonly kinds?: readonly BlockingKind[];
  readonly when?: 'branch' | 'first-call';
  readonly chain?: string;
}

function entryOf(
  name: string,
  { ways, argument }: Traced,
  canonical: (name: string) => string,
): { way: string; chain: string } | undefined {
  const kinds = new Map<BlockingKind, Way>();
  for (const way of ways) {
    const isStream =
      way.kind === 'file' && SPEAKS_TO_NETWORK.test(name) && STREAM.test(way.chain.at(-1) ?? '');
    const kind = isStream ? 'network' : way.kind;
    if (!kinds.has(kind)) kinds.set(kind, way);
  }
  const ordered = BLOCKING_KINDS.filter((kind) => kinds.has(kind));
  const first = ordered[0] && kinds.get(ordered[0]);
  if (!first) {
    if (!argument) return undefined;
    const { param, position, method } = argument;
    return { way: `file arg:${param} ${String(position)} ${method}`, chain: '' };
  }
  const chain = first.chain.map(canonical).map((each) => each.replace(/\.__init__$/, ''));
  return {
    way: ordered.join(',') + (first.when === 'always' ? '' : ` ${first.when}`),
    chain: chain.join(' '),
  };
}

/** From the first version in which it blocks to the first in which it does not any more. */
function rangeOf(known: readonly VersionTraced[], all: readonly VersionTraced[]): string {
  const first = all.findIndex(({ version }) => version === known[0]?.version);
  const last = all.findIndex(({ version }) => version === known.at(-1)?.version);
  const since = first > 0 ? (all[first]?.version ?? '') : '';
  const until = all[last + 1]?.version ?? '';
  return since === '' && until === '' ? '' : ` ${since}-${until}`;
}

/** What modules have for being run as programs, and for testing themselves, is nothing that others call. */
function isPublic(name: string): boolean {
  if (/\.(?:main|test|testall)$/.test(name)) return false;
  return name.split('.').every((part) => !part.startsWith('_') || /^__\w+__$/.test(part));
}

function grouped(entries: ReadonlyMap<string, { way: string; chain: string }>): Derived['calls'] {
  const calls: Record<string, Record<string, Record<string, string>>> = {};
  for (const [name, { way, chain }] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const dot = name.lastIndexOf('.');
    ((calls[name.slice(0, dot)] ??= {})[way] ??= {})[name.slice(dot + 1)] = chain;
  }
  return calls;
}
