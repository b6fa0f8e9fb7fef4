/** What is done again and again, and whether one turn needs what another left: by where the values come from. */
import { type FileSummary, Op, RegionKind, type RegionId, type Value } from '../model/summary.ts';
import type { Frame } from '../program/frame.ts';
import { isWithin } from './regions.ts';
import { loopAround } from './enclosing-loops.ts';

export interface Repetition {
  readonly inLoop: boolean;
  /** Each turn works on its own element, and on nothing that an earlier turn has left. */
  readonly isIndependent: boolean;
}

const NONE: Repetition = { inLoop: false, isIndependent: false };

/** The innermost loop around a call, within its function. */
export function repetitionOf(frame: Frame, call: Value): Repetition {
  const { summary } = frame.module;
  const loop = loopAround(summary, call);
  if (loop === undefined) return NONE;
  if (!GOES_THROUGH.has(summary.regionKind(loop)) || mayEndEarly(frame, loop))
    return { inLoop: true, isIndependent: false };
  const origins = originsOf(summary, argumentsOf(summary, call));
  const usesElement = [...origins].some(
    (row) => summary.op(row) === Op.Iterate && isWithin(summary, summary.region(row), loop),
  );
  return { inLoop: true, isIndependent: usesElement && !isCarried(summary, origins, loop) };
}

/** Whether a call works without the result of an earlier one, as far as values and branches tell. */
export function isApart(frame: Frame, call: Value, earlier: Value): boolean {
  const { summary } = frame.module;
  const needs = argumentsOf(summary, call);
  for (let at = summary.region(call); at >= 0; at = summary.regionParent(at)) {
    if (summary.regionValue(at) >= 0) needs.push(summary.regionValue(at));
  }
  if (originsOf(summary, needs).has(earlier)) return false;
  // Between the two, the function may have ended.
  for (let row = earlier; row < call; row++) {
    const op = summary.op(row);
    if (op === Op.Return || op === Op.Raise) return false;
  }
  return true;
}

/** Those that go through what is there when they begin. */
const GOES_THROUGH: ReadonlySet<RegionKind> = new Set([
  RegionKind.For,
  RegionKind.Comprehension,
  RegionKind.Generator,
]);

/** A turn that returns or breaks with what it has found makes those behind it needless. */
function mayEndEarly({ module: { summary }, scope }: Frame, loop: RegionId): boolean {
  for (let row = scope.first; row < scope.end; row++) {
    const op = summary.op(row);
    const ends = op === Op.Return || (op === Op.Jump && summary.a(row) === 1);
    if (ends && isWithin(summary, summary.region(row), loop)) return true;
  }
  return false;
}

/** What a call is given. */
function argumentsOf(summary: FileSummary, call: Value): Value[] {
  return summary.op(call) === Op.Call ? summary.args(call).map(({ value }) => value) : [];
}

/** A value that stands for what came before or what the last turn left: it looks forward into the loop. */
function isCarried(summary: FileSummary, origins: ReadonlySet<Value>, loop: RegionId): boolean {
  return [...origins].some(
    (row) =>
      summary.op(row) === Op.Choice &&
      [...summary.list(summary.a(row))].some(
        (value) => value > row && isWithin(summary, summary.region(value), loop),
      ),
  );
}

/** All values that some values are made of, within their function. */
function originsOf(summary: FileSummary, values: readonly Value[]): ReadonlySet<Value> {
  const all = new Set(values.filter((value) => value >= 0));
  // A Set visits what is added while it is walked.
  for (const row of all) for (const value of operands(summary, row)) if (value >= 0) all.add(value);
  return all;
}

const EMPTY: readonly Value[] = [];

function operands(summary: FileSummary, row: Value): Iterable<Value> {
  switch (summary.op(row)) {
    case Op.Attribute:
    case Op.Await:
    case Op.Not:
    case Op.Iterate:
    case Op.Enter:
    case Op.Unpack:
    case Op.Narrow:
    case Op.Exclude:
    case Op.Annotated:
    case Op.Star:
    case Op.Unary:
      return [summary.a(row)];
    case Op.Call:
      return [summary.a(row), ...argumentsOf(summary, row)];
    case Op.Subscript:
    case Op.Binary:
    case Op.Changed:
      return [summary.a(row), summary.b(row)];
    case Op.StoreAttribute:
    case Op.StoreSubscript:
      return [summary.a(row), summary.c(row)];
    case Op.Comprehension:
      return [summary.a(row), summary.c(row)];
    case Op.Choice:
    case Op.Truth:
    case Op.Compare:
    case Op.Format:
    case Op.Slice:
    case Op.Display:
      return summary.list(summary.a(row));
    case Op.Dict:
      return [...summary.list(summary.a(row)), ...summary.list(summary.b(row))];
    default:
      return EMPTY;
  }
}
