/** Awaits that stand in a row, or in a loop, although none needs what another one gives. */
import type { Span } from '../model/span.ts';
import { type FileSummary, Op, RegionKind, type RegionId, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { asksByName, type Independence } from './independence.ts';
import type { Io } from './io-reached.ts';
import type { Suspension } from './suspension.ts';
import { isTest } from './test-code.ts';
import { type Uses, usesOf } from './uses.ts';
import { derivedFrom, isCaptured } from './value-flow.ts';
import { isWithin } from './regions.ts';
import { loopAround } from './enclosing-loops.ts';

export interface SequentialAwaits {
  /** The first of them. */
  readonly span: Span;
  readonly function: string;
  /** What each of them reads, in their order. */
  readonly reads: readonly Io[];
  readonly others: readonly Span[];
}

export interface AwaitInLoop {
  readonly span: Span;
  readonly function: string;
  readonly reads: Io;
}

export class IndependentAwaits {
  readonly #p: Evaluator;
  readonly #independence: Independence;
  readonly #suspension: Suspension;

  constructor(p: Evaluator, independence: Independence, suspension: Suspension) {
    this.#p = p;
    this.#independence = independence;
    this.#suspension = suspension;
  }

  inRow(module: Module): SequentialAwaits[] {
    return this.#each(module, (frame, uses) => this.#rows(frame, uses));
  }

  inLoops(module: Module): AwaitInLoop[] {
    return this.#each(module, (frame, uses) => this.#loops(frame, uses));
  }

  #each<T>(module: Module, look: (frame: Frame, uses: Uses) => readonly T[]): T[] {
    const { summary } = module;
    if (isTest(module)) return [];
    let uses: Uses | undefined;
    const found: T[] = [];
    for (const scope of summary.scopes) {
      if (scope.isAsync)
        found.push(...look(this.#p.genericFrame(module, scope.id), (uses ??= usesOf(summary))));
    }
    return found;
  }

  // ------------------------------------------------------------ in a row

  #rows(frame: Frame, uses: Uses): SequentialAwaits[] {
    const { summary } = frame.module;
    const found: SequentialAwaits[] = [];
    let group: { row: Value; io: Io }[] = [];
    const close = (): void => {
      const [first, ...others] = group;
      if (first && others.length > 0) {
        found.push({
          span: summary.span(first.row),
          function: frame.scope.qualname,
          reads: group.map(({ io }) => io),
          others: others.map(({ row }) => summary.span(row)),
        });
      }
      group = [];
    };
    for (const row of this.#points(frame)) {
      const io = summary.op(row) === Op.Await ? this.#independence.reads(frame, summary.a(row)) : undefined;
      const last = group.at(-1);
      if (last && (!io || !isNext(frame, last.row, row) || !isFreeOf(frame, uses, row, group))) close();
      if (io && isUsed(uses, row)) group.push({ row, io });
      else close();
    }
    close();
    return found;
  }

  #points(frame: Frame): Value[] {
    const { summary } = frame.module;
    const points: Value[] = [];
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (this.#p.runs(frame, summary.region(row)) && this.#suspension.isPoint(frame, row)) points.push(row);
    }
    return points;
  }

  // ------------------------------------------------------------ in loops

  #loops(frame: Frame, uses: Uses): AwaitInLoop[] {
    const { summary } = frame.module;
    const points = this.#points(frame);
    const found: AwaitInLoop[] = [];
    for (const loop of new Set(points.map((row) => loopAround(summary, row)))) {
      if (loop === undefined || !PLAIN_LOOPS.has(summary.regionKind(loop)) || isWrittenOut(summary, loop))
        continue;
      const inside = points.filter((row) => isWithin(summary, summary.region(row), loop));
      const [first] = inside;
      const reads = first === undefined ? undefined : this.#independent(frame, uses, loop, inside);
      if (first === undefined || !reads) continue;
      found.push({ span: summary.span(first), function: frame.scope.qualname, reads });
    }
    return found;
  }

  /** What the first await of a loop reads, when no turn needs anything of another, and nothing else is awaited. */
  #independent(frame: Frame, uses: Uses, loop: RegionId, inside: readonly Value[]): Io | undefined {
    const { summary } = frame.module;
    const [first = -1, ...others] = inside;
    const call = summary.a(first);
    const item = itemOf(frame, loop);
    if (item < 0 || summary.op(call) !== Op.Call || leavesOrStores(frame, loop)) return undefined;
    // What is awaited and thrown away is awaited for what it does.
    if (!inside.some((row) => summary.op(row) === Op.Await && isUsed(uses, row))) return undefined;
    if (!derivedFrom(uses, item).has(call)) return undefined;
    const result = derivedFrom(uses, summary.op(first) === Op.Await ? first : call);
    if (summary.op(first) === Op.Await && result.has(call)) return undefined;
    const isPart = (row: Value) =>
      result.has(row) && (summary.op(row) !== Op.Await || asksByName(frame, summary.a(row)));
    if (!others.every(isPart) || isCaptured(frame, result)) return undefined;
    return this.#independence.reads(frame, call);
  }
}

/** Whether one await follows another with nothing between them that does anything. */
function isNext({ module: { summary } }: Frame, before: Value, after: Value): boolean {
  if (summary.region(before) !== summary.region(after)) return false;
  const { start, end } = summary.span(after);
  for (let row = before + 1; row < after; row++) {
    const isPart = summary.start(row) >= start && summary.end(row) <= end;
    if (isPart) continue;
    const isQuiet = QUIET.has(summary.op(row)) && summary.region(row) === summary.region(before);
    if (!isQuiet) return false;
  }
  return true;
}

/** Operations that do nothing but hold a value. */
const QUIET: ReadonlySet<Op> = new Set([
  Op.Literal,
  Op.Lookup,
  Op.Attribute,
  Op.Bind,
  Op.Unpack,
  Op.Annotated,
  Op.Display,
  Op.Dict,
  Op.Format,
  Op.Subscript,
]);

/** Whether an await needs nothing that those before it gave. */
function isFreeOf(frame: Frame, uses: Uses, row: Value, group: readonly { row: Value }[]): boolean {
  const { summary } = frame.module;
  const { start, end } = summary.span(row);
  return group.every((each) => {
    const derived = derivedFrom(uses, each.row);
    const isNeeded = [...derived].some((value) => summary.start(value) >= start && summary.end(value) <= end);
    return !isNeeded && !isCaptured(frame, derived);
  });
}

/** What is awaited and thrown away is awaited for what it does. */
function isUsed(uses: Uses, row: Value): boolean {
  return uses.of(row).some(({ role }) => role !== 'discarded');
}

const PLAIN_LOOPS: ReadonlySet<RegionKind> = new Set([RegionKind.For, RegionKind.Comprehension]);

/** A few values that stand in the code are not worth the effort. */
function isWrittenOut(summary: FileSummary, loop: RegionId): boolean {
  const op = summary.op(summary.regionValue(loop));
  return op === Op.Display || op === Op.Dict || op === Op.Literal;
}

function itemOf({ module: { summary }, scope }: Frame, loop: RegionId): Value {
  for (let row = scope.first; row < scope.end; row++) {
    if (summary.op(row) === Op.Iterate && summary.region(row) === loop) return row;
  }
  return -1;
}

/** An early end, or something that a later turn finds changed. */
function leavesOrStores({ module: { summary }, scope }: Frame, loop: RegionId): boolean {
  for (let row = scope.first; row < scope.end; row++) {
    if (!isWithin(summary, summary.region(row), loop)) continue;
    switch (summary.op(row)) {
      case Op.Jump:
        if (summary.a(row) === 1) return true;
        break;
      case Op.Return:
      case Op.Raise:
      case Op.Yield:
      case Op.YieldFrom:
      case Op.StoreAttribute:
      case Op.Delete:
        return true;
      default:
    }
  }
  return false;
}
