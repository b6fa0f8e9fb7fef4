/** Work that is done once and remembered: caches, and `if self.x is None: self.x = …`. */
import { Literal, Op, RegionKind, type RegionId, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { decoratorNames } from './decorator-names.ts';

const CACHES = /^functools\.(lru_cache|cache|cached_property)$|\.cached_property$/;

/** Whether a function's result is kept by a decorator, so that its body runs once for each set of arguments. */
export function isKept(p: Evaluator, { function: symbol }: Frame): boolean {
  if (!symbol || symbol.scope.decorators.length === 0) return false;
  return decoratorNames(p, symbol).some((names) => names.some((name) => CACHES.test(name)));
}

/** Whether an operation stands where something is filled in that was missing. */
export function runsOnce(frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  for (let at = summary.region(value); at >= 0; at = summary.regionParent(at)) {
    if (summary.regionKind(at) !== RegionKind.Then) continue;
    const name = missingName(frame, summary.regionValue(at));
    if (name >= 0 && isFilledIn(frame, at, name)) return true;
  }
  return false;
}

/** The name that a test finds missing: `x is None`, `not self.x`; -1 for other tests. */
function missingName(frame: Frame, test: Value): number {
  const { summary } = frame.module;
  if (summary.op(test) === Op.Not) return nameOf(frame, summary.a(test));
  if (summary.op(test) !== Op.Compare) return -1;
  const [left, right] = summary.list(summary.a(test));
  const [operator] = summary.list(summary.b(test));
  if (left === undefined || right === undefined || operator === undefined) return -1;
  if (!['is', '=='].includes(summary.string(operator))) return -1;
  const isNone = summary.op(right) === Op.Literal && summary.literal(right) === Literal.None;
  return isNone ? nameOf(frame, left) : -1;
}

/** An attribute's or a global's name, as a string of the summary. */
function nameOf({ module: { summary } }: Frame, value: Value): number {
  if (summary.op(value) === Op.Attribute) return summary.b(value);
  return summary.op(value) === Op.Lookup ? summary.a(value) : -1;
}

function isFilledIn({ module: { summary }, scope }: Frame, region: RegionId, name: number): boolean {
  for (let row = scope.first; row < scope.end; row++) {
    const op = summary.op(row);
    // A local does not outlive the call, so binding it keeps nothing.
    const stores = op === Op.StoreAttribute || (op === Op.Bind && summary.c(row) !== scope.id);
    if (!stores || summary.b(row) !== name) continue;
    for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) if (at === region) return true;
  }
  return false;
}
