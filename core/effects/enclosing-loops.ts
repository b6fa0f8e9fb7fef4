/** Where an operation stands: in which loops, and in which other parts of its function. */
import { type FileSummary, Op, type RegionId, RegionKind, type Scope, type Value } from '../model/summary.ts';
import { isWithin, regionAround } from './regions.ts';

/** The innermost loop around an operation, comprehensions too; undefined when it stands in none. */
export function loopAround(summary: FileSummary, row: Value): RegionId | undefined {
  const loop = regionAround(summary, row, (region) => LOOPS.has(summary.regionKind(region)));
  return loop < 0 ? undefined : loop;
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
  return isWithin(summary, summary.region(row), region);
}

/** The item of a turn: what a loop, or the first part of a comprehension, iterates. */
export function itemOf(summary: FileSummary, { first, end }: Scope, loop: RegionId): Value | undefined {
  for (let row = first; row < end; row++) {
    if (summary.op(row) === Op.Iterate && isInside(summary, row, loop)) return row;
  }
  return undefined;
}
