/** Loops that sleep until something has happened, where they could be told. */
import { type FileSummary, Literal, Op, type RegionId, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { calleeNames, lastName } from './callee-names.ts';
import type { Spot } from './named-calls.ts';
import { rowsIn } from './regions.ts';
import { isTest } from './scopes.ts';
import { isInstance } from './type-names.ts';

export interface BusyWait extends Spot {
  /** The values that are asked about in every turn. */
  readonly subjects: readonly Value[];
}

const SLEEP = /^(asyncio|anyio|trio)\.([a-z_]\w*\.)*sleep$/;
const ASKS = /^(is_set|done|empty|full|qsize|locked)$/;
const ASKED =
  /^(asyncio|_asyncio|threading|queue|_queue|multiprocessing|concurrent\.futures)\.([a-z_]\w*\.)?_?(Event|Future|Task|Lock|(Lifo|Priority|Simple)?Queue)$/;

/** What a loop that only waits has no need of. */
const WORK: ReadonlySet<Op> = new Set([
  Op.Bind,
  Op.StoreAttribute,
  Op.StoreSubscript,
  Op.Delete,
  Op.Raise,
  Op.Yield,
  Op.YieldFrom,
  Op.Changed,
]);

export function busyWaits(p: Evaluator, module: Module): BusyWait[] {
  const { summary } = module;
  const found: BusyWait[] = [];
  for (let region = 0; region < summary.regionCount; region++) {
    if (summary.regionKind(region) !== RegionKind.While) continue;
    const scope = summary.scopeOf(summary.regionValue(region));
    if (!scope.isAsync || isTest(scope)) continue;
    const frame = p.genericFrame(module, scope.id);
    const test = conditionOf(frame, region);
    if (test === undefined || !onlySleeps(p, frame, region, test)) continue;
    const subjects = subjectsOf(p, frame, test);
    if (!subjects || subjects.length === 0) continue;
    const { start } = summary.regionSpan(region);
    found.push({ span: { start, end: start + 'while'.length }, function: scope.qualname, subjects });
  }
  return found;
}

/** The test of the loop, or of the only `if` in a `while True` that leaves it. */
function conditionOf({ module: { summary }, scope }: Frame, loop: RegionId): Value | undefined {
  const test = summary.regionValue(loop);
  if (summary.op(test) !== Op.Literal) return test;
  if (summary.literal(test) !== Literal.True) return undefined;
  for (const row of rowsIn(summary, scope, loop)) {
    const op = summary.op(row);
    const leaves = (op === Op.Jump && summary.a(row) === 1) || (op === Op.Return && summary.a(row) < 0);
    const region = summary.region(row);
    if (leaves && summary.regionKind(region) === RegionKind.Then && summary.regionParent(region) === loop)
      return summary.regionValue(region);
  }
  return undefined;
}

/** Whether a turn does nothing but ask and sleep. */
function onlySleeps(p: Evaluator, frame: Frame, loop: RegionId, test: Value): boolean {
  const { summary } = frame.module;
  let sleeps = 0;
  for (const row of rowsIn(summary, frame.scope, loop)) {
    const op = summary.op(row);
    const isAsked = summary.start(test) <= summary.start(row) && summary.end(row) <= summary.end(test);
    if (isAsked) {
      if (op === Op.Await) return false;
      continue;
    }
    if (WORK.has(op)) return false;
    if (op !== Op.Call) continue;
    if (!calleeNames(p, frame, summary.a(row)).some((name) => SLEEP.test(name))) return false;
    sleeps++;
  }
  return sleeps === 1;
}

/** What a condition asks about; nothing where it is not only what the program itself changes. */
function subjectsOf(p: Evaluator, frame: Frame, test: Value): readonly Value[] | undefined {
  const { summary } = frame.module;
  switch (summary.op(test)) {
    case Op.Literal:
      return [];
    case Op.Not:
      return subjectsOf(p, frame, summary.a(test));
    case Op.Compare:
    case Op.Truth: {
      const parts = [...summary.list(summary.a(test))].map((part) => subjectsOf(p, frame, part));
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    case Op.Call: {
      const callee = summary.a(test);
      if (summary.op(callee) !== Op.Attribute || !ASKS.test(lastName(frame, callee))) return undefined;
      return isInstance(p, frame, summary.a(callee), ASKED) ? [summary.a(callee)] : undefined;
    }
    case Op.Attribute:
      return isSetElsewhere(frame, test) ? [test] : undefined;
    case Op.Lookup:
      return isBoundElsewhere(summary, frame, test) ? [test] : undefined;
    default:
      return undefined;
  }
}

/** `self.ready`, which another method sets. */
function isSetElsewhere({ module: { summary }, scope }: Frame, attribute: Value): boolean {
  const base = summary.a(attribute);
  const owner = scope.parent;
  if (summary.op(base) !== Op.Parameter || summary.a(base) !== 0 || summary.scope(owner).kind !== 'class')
    return false;
  const stores = summary.attributes(owner).get(summary.string(summary.b(attribute))) ?? [];
  return stores.some((row) => {
    const method = summary.scopeOf(row);
    return method.id !== scope.id && method.name !== '__init__';
  });
}

/** A global, or a local of the function around, that another function binds. */
function isBoundElsewhere(summary: FileSummary, { scope }: Frame, lookup: Value): boolean {
  return summary.data.foreignBinds.some(
    (bind) => summary.b(bind) === summary.a(lookup) && summary.scopeOf(bind).id !== scope.id,
  );
}
