/** The regions of a file as trees, each with what stands in it in the order in which it runs. */
import type { FileSummary, RegionId, Value } from '../model/summary.ts';
import { isWithin } from './regions.ts';

/** An operation, or a region with all that is in it. */
export type Part =
  | { readonly row: Value; readonly region: undefined }
  | { readonly row: undefined; readonly region: RegionId };

const NONE: readonly Part[] = [];
const TREES = new WeakMap<FileSummary, ReadonlyMap<RegionId, readonly Part[]>>();

export function partsOf(summary: FileSummary, region: RegionId): readonly Part[] {
  let tree = TREES.get(summary);
  if (!tree) TREES.set(summary, (tree = build(summary)));
  return tree.get(region) ?? NONE;
}

function build(summary: FileSummary): ReadonlyMap<RegionId, readonly Part[]> {
  const parts = new Map<RegionId, { readonly at: number; readonly part: Part }[]>();
  const add = (region: RegionId, at: number, part: Part): void => {
    const known = parts.get(region);
    if (known) known.push({ at, part });
    else parts.set(region, [{ at, part }]);
  };
  const firsts = firstRows(summary);
  for (let region = 0; region < summary.regionCount; region++) {
    const parent = summary.regionParent(region);
    // A region comes before the operation that it begins with.
    if (parent >= 0)
      add(parent, (firsts.get(region) ?? behind(summary, region)) - 0.5, { row: undefined, region });
  }
  for (let row = 0; row < summary.size; row++) add(summary.region(row), row, { row, region: undefined });
  return new Map(
    [...parts].map(([region, known]) => [region, known.sort((a, b) => a.at - b.at).map(({ part }) => part)]),
  );
}

/** The first operation in each region or in one that lies in it. */
function firstRows(summary: FileSummary): ReadonlyMap<RegionId, Value> {
  const firsts = new Map<RegionId, Value>();
  for (let row = 0; row < summary.size; row++) {
    for (let at = summary.region(row); at >= 0 && !firsts.has(at); at = summary.regionParent(at))
      firsts.set(at, row);
  }
  return firsts;
}

/** Where an empty region stands: `pass`. */
function behind(summary: FileSummary, region: RegionId): number {
  const { start } = summary.regionSpan(region);
  const parent = summary.regionParent(region);
  for (let row = 0; row < summary.size; row++) {
    if (summary.start(row) >= start && isWithin(summary, summary.region(row), parent)) return row;
  }
  return summary.size;
}
