/** Where an operation stands: in which loops, and in which other parts of its function. */
import { type FileSummary, Op, type RegionId, RegionKind, type Scope, type Value } from '../model/summary.ts';

/** The innermost loop around an operation, comprehensions too; undefined when it stands in none. */
export function loopAround(summary: FileSummary, row: Value): RegionId | undefined {
  for (let region = summary.region(row); region >= 0; region = summary.regionParent(region)) {
    if (LOOPS.has(summary.regionKind(region))) return region;
  }
  return undefined;
}

const LOOPS: ReadonlySet<RegionKind> = new Set([
  RegionKind.For,
  RegionKind.AsyncFor,
  RegionKind.While,
  RegionKind.Comprehension,
  RegionKind.Generator,
]);

/** Whether an operation stands in a region, or in one inside it. */
export function isInside(summary: FileSummary, row: Value, region: RegionId): boolean {
  for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) if (at === region) return true;
  return false;
}

/** The item of a turn: what a loop, or the first part of a comprehension, iterates. */
export function itemOf(summary: FileSummary, { first, end }: Scope, loop: RegionId): Value | undefined {
  for (let row = first; row < end; row++) {
    if (summary.op(row) === Op.Iterate && isInside(summary, row, loop)) return row;
  }
  return undefined;
}
