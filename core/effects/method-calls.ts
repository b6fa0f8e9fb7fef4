/** How the methods of a program are called, by their names alone: whether what they give is awaited. */
import { type FileSummary, Op, type Value } from '../model/summary.ts';
import { type Role, usesOf } from './uses.ts';

export type Way = 'awaited' | 'plain';

/** Who hands on what a call gives may leave the await to somebody else. */
const MAY_AWAIT: ReadonlySet<Role> = new Set<Role>(['awaited', 'passed', 'element', 'kept']);

const known = new WeakMap<FileSummary, ReadonlyMap<string, ReadonlySet<Way>>>();

/** The ways in which one file calls each method. */
export function methodCalls(summary: FileSummary): ReadonlyMap<string, ReadonlySet<Way>> {
  let calls = known.get(summary);
  if (!calls) known.set(summary, (calls = collect(summary)));
  return calls;
}

function collect(summary: FileSummary): ReadonlyMap<string, ReadonlySet<Way>> {
  const calls = new Map<string, Set<Way>>();
  for (let row = 0; row < summary.size; row++) {
    if (summary.op(row) !== Op.Call || summary.op(summary.a(row)) !== Op.Attribute) continue;
    const name = summary.string(summary.b(summary.a(row)));
    let ways = calls.get(name);
    if (!ways) calls.set(name, (ways = new Set()));
    if (ways.size < 2) ways.add(wayOf(summary, row));
  }
  return calls;
}

function wayOf(summary: FileSummary, call: Value): Way {
  const mayAwait = usesOf(summary)
    .of(call)
    .some(({ role }) => MAY_AWAIT.has(role));
  return mayAwait ? 'awaited' : 'plain';
}
