/** Where operations stand: in which part of a function, and what lies in that part. */
import {
  type FileSummary,
  Literal,
  Op,
  RegionKind,
  type RegionId,
  type Scope,
  type Value,
} from '../model/summary.ts';

/** Whether a region is `outer` or lies in it. */
export function isWithin(summary: FileSummary, region: RegionId, outer: RegionId): boolean {
  for (let at = region; at >= 0; at = summary.regionParent(at)) if (at === outer) return true;
  return false;
}

/** The region around a value that satisfies, from the inside out; -1 for none. */
export function regionAround(
  summary: FileSummary,
  value: Value,
  satisfies: (region: RegionId) => boolean,
): RegionId {
  for (let at = summary.region(value); at >= 0; at = summary.regionParent(at)) if (satisfies(at)) return at;
  return -1;
}

/** The operations of a scope that stand in a region. */
export function* rowsIn(summary: FileSummary, { first, end }: Scope, region: RegionId): Iterable<Value> {
  for (let row = first; row < end; row++) if (isWithin(summary, summary.region(row), region)) yield row;
}

/** `await`, `async with` and `async for`: here other tasks may run. */
export function isSuspension(summary: FileSummary, row: Value): boolean {
  switch (summary.op(row)) {
    case Op.Await:
      return true;
    case Op.Enter:
    case Op.Exit:
    case Op.Iterate:
      return summary.b(row) === 1;
    default:
      return false;
  }
}

export function isLoop(kind: RegionKind): boolean {
  return kind === RegionKind.For || kind === RegionKind.AsyncFor || kind === RegionKind.While;
}

/** `while True:`, `while 1:`. */
export function isEndless(summary: FileSummary, region: RegionId): boolean {
  const test = summary.regionValue(region);
  if (summary.regionKind(region) !== RegionKind.While || summary.op(test) !== Op.Literal) return false;
  const literal = summary.literal(test);
  return literal === Literal.True || (literal === Literal.Int && summary.b(test) !== 0);
}
