/** Work that is done once and remembered: caches, and `if self.x is None: self.x = …`. */
import { Literal, Op, RegionKind, type RegionId, type Scope, type Value } from '../model/summary.ts';
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
    const kind = summary.regionKind(at);
    if (kind !== RegionKind.Then && kind !== RegionKind.Except) continue;
    const isTest = kind === RegionKind.Then;
    const name = isTest
      ? missingName(frame, summary.regionValue(at))
      : triedName(frame, summary.regionLink(at));
    if (name >= 0 && stores(frame, name).some((row) => isWithin(frame, row, at))) return true;
  }
  return keptBefore(frame).some(({ after, name }) => {
    return value > after && stores(frame, name).some((row) => row > after);
  });
}

interface Kept {
  readonly after: Value;
  readonly name: number;
}

const kept = new WeakMap<Scope, readonly Kept[]>();

/** `if key in cache: return cache[key]`: what follows runs where nothing was kept. */
function keptBefore(frame: Frame): readonly Kept[] {
  const { scope, module } = frame;
  let known = kept.get(scope);
  if (!known) {
    const { summary } = module;
    const found: Kept[] = [];
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.op(row) !== Op.Return) continue;
      const branch = summary.region(row);
      if (branch < 0 || summary.regionKind(branch) !== RegionKind.Then) continue;
      const test = summary.regionValue(branch);
      const returned = nameOf(frame, summary.a(row));
      // That something is true may mean anything, unless it is what is given back.
      const isItself = returned >= 0 && nameOf(frame, test) === returned;
      const name = isItself ? returned : presentName(frame, test);
      if (name >= 0) found.push({ after: row, name });
    }
    kept.set(scope, (known = found));
  }
  return known;
}

/** `try: return cache[key]`: the name of the table. */
function triedName(frame: Frame, attempt: RegionId): number {
  const { module, scope } = frame;
  const { summary } = module;
  for (let row = scope.first; row < scope.end; row++) {
    if (summary.op(row) !== Op.Return || summary.region(row) !== attempt) continue;
    const returned = summary.a(row);
    if (returned >= 0 && summary.op(returned) === Op.Subscript) return nameOf(frame, summary.a(returned));
  }
  return -1;
}

/** The name that a test finds missing: `x is None`, `not self.x`, `key not in self.x`; -1 for other tests. */
function missingName(frame: Frame, test: Value): number {
  const { summary } = frame.module;
  if (summary.op(test) === Op.Not) {
    const negated = summary.a(test);
    return summary.op(negated) === Op.Call ? askedName(frame, negated) : nameOf(frame, negated);
  }
  return comparedName(frame, test, /^(is|==)$/, 'not in');
}

/** `hasattr(self, "_x")` */
function askedName({ module: { summary } }: Frame, call: Value): number {
  const callee = summary.a(call);
  const attribute = summary.args(call)[1];
  const isAsked = summary.op(callee) === Op.Lookup && summary.string(summary.a(callee)) === 'hasattr';
  return isAsked && attribute && summary.op(attribute.value) === Op.Literal ? summary.b(attribute.value) : -1;
}

/** The name that a test finds filled: `x is not None`, `key in self.x`. */
function presentName(frame: Frame, test: Value): number {
  return comparedName(frame, test, /^(is not|!=)$/, 'in');
}

function comparedName(frame: Frame, test: Value, withNone: RegExp, membership: string): number {
  const { summary } = frame.module;
  if (summary.op(test) !== Op.Compare) return -1;
  const [left, right] = summary.list(summary.a(test));
  const [operator] = summary.list(summary.b(test));
  if (left === undefined || right === undefined || operator === undefined) return -1;
  if (summary.string(operator) === membership) return nameOf(frame, right);
  if (!withNone.test(summary.string(operator))) return -1;
  const isNone = summary.op(right) === Op.Literal && summary.literal(right) === Literal.None;
  return isNone ? nameOf(frame, left) : -1;
}

/** An attribute's or a global's name, as a string of the summary. */
function nameOf({ module: { summary } }: Frame, value: Value): number {
  if (summary.op(value) === Op.Attribute) return summary.b(value);
  return summary.op(value) === Op.Lookup ? summary.a(value) : -1;
}

/** The operations of a scope that put something under a name which outlives it, or into the table of that name. */
function stores(frame: Frame, name: number): Value[] {
  const { module, scope } = frame;
  const { summary } = module;
  const found: Value[] = [];
  for (let row = scope.first; row < scope.end; row++) {
    const op = summary.op(row);
    // A local does not outlive the call, so binding it keeps nothing.
    const isNamed = op === Op.StoreAttribute || (op === Op.Bind && summary.c(row) !== scope.id);
    if (isNamed && summary.b(row) === name) found.push(row);
    else if (op === Op.StoreSubscript && nameOf(frame, tableOf(frame, row)) === name) found.push(row);
  }
  return found;
}

/** What is filled, as it was before the operations that filled it. */
function tableOf({ module: { summary } }: Frame, store: Value): Value {
  let at = summary.a(store);
  while (summary.op(at) === Op.StoreSubscript || summary.op(at) === Op.Changed) at = summary.a(at);
  return at;
}

function isWithin({ module: { summary } }: Frame, row: Value, region: RegionId): boolean {
  for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) if (at === region) return true;
  return false;
}
