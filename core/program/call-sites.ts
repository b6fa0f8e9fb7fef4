/** Everything in a function that runs other code: calls, and what looks like none but is one. */
import { Op, type Value } from '../model/summary.ts';
import { argumentsOf, type CallTarget, NO_ARGUMENTS } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { memberType, propertyOf } from './members.ts';
import { writtenPath } from './names.ts';
import { alternatives, type Type } from './types.ts';

/** How code comes to run at a site. */
export type SiteKind = 'call' | 'get' | 'set' | 'enter' | 'exit' | 'iterate' | 'item';

export interface CallSite {
  readonly kind: SiteKind;
  readonly value: Value;
  readonly targets: readonly CallTarget[];
  /** How many different things may be meant; more than one makes the site less sure. */
  readonly choices: number;
  /** The value is awaited, or entered or iterated asynchronously, on the spot. */
  readonly awaited: boolean;
}

/** The sites of a frame in evaluation order; code that never runs has none. */
export function callSites(p: Evaluator, frame: Frame): CallSite[] {
  const { summary } = frame.module;
  const sites: CallSite[] = [];
  const awaited = awaitedValues(frame);
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    const find = FINDERS[summary.op(row)];
    if (!find) continue;
    if (!p.runs(frame, summary.region(row))) continue;
    const site = find(p, frame, row);
    if (site && site.targets.length > 0) sites.push({ ...site, value: row, awaited: awaited.has(row) });
  }
  return sites;
}

/** Values that `await`, `async with` and `async for` take at once: what they come from is no blocking call by its name. */
function awaitedValues({ module: { summary }, scope }: Frame): Set<Value> {
  const found = new Set<Value>();
  for (let row = scope.first; row < scope.end; row++) {
    const op = summary.op(row);
    if (op === Op.Await) found.add(summary.a(row));
    else if ((op === Op.Enter || op === Op.Iterate) && summary.b(row) === 1) found.add(summary.a(row));
  }
  return found;
}

type Found = Pick<CallSite, 'kind' | 'targets' | 'choices'>;
type Finder = (p: Evaluator, frame: Frame, row: Value) => Found | undefined;

const FINDERS: Partial<Record<Op, Finder>> = {
  [Op.Call]: callSite,
  [Op.Attribute]: (p, frame, row) => {
    const { summary } = frame.module;
    return accessSite(p, frame, summary.a(row), summary.string(summary.b(row)), 'get');
  },
  [Op.StoreAttribute]: (p, frame, row) => {
    const { summary } = frame.module;
    return accessSite(p, frame, summary.a(row), summary.string(summary.b(row)), 'set');
  },
  [Op.Enter]: (p, frame, row) => managerSite(p, frame, row, 'enter'),
  [Op.Exit]: (p, frame, row) => managerSite(p, frame, row, 'exit'),
  [Op.Iterate]: iterateSite,
  [Op.Subscript]: (p, frame, row) => itemSite(p, frame, row, '__getitem__'),
  [Op.StoreSubscript]: (p, frame, row) => itemSite(p, frame, row, '__setitem__'),
};

/** Functions of the standard library that iterate what they are given, at once. */
const CONSUMERS =
  /^builtins\.(list|tuple|set|frozenset|dict|sorted|sum|min|max|any|all|next|str\.join|list\.extend|set\.update|dict\.update|bytes\.join)$|^collections\.deque$/;

function callSite(p: Evaluator, frame: Frame, row: Value): Found {
  const { summary } = frame.module;
  const calleeValue = summary.a(row);
  const callee = p.typeOf(frame, calleeValue);
  const args = argumentsOf(p, frame, row);
  const targets = callee.kind === 'unknown' ? [] : p.callTargets(callee, args);
  const path = writtenPath(p, frame, calleeValue);
  const [first] = targets;
  // The name in the code is one more name of what it leads to: `requests.get` for `requests.api.get`.
  if (path !== undefined && first && targets.length === 1) {
    targets[0] = { ...first, written: path };
  } else if (path !== undefined && targets.length === 0) {
    targets.push({ names: [path], frame: undefined, mode: 'run', isOverride: false });
  }
  if (first?.names.some((name) => CONSUMERS.test(name))) {
    for (const argument of args.positional) targets.push(...iteration(p, argument));
  }
  return { kind: 'call', targets, choices: choices(callee, targets) };
}

/** A constructor runs several functions and is one choice; so is a method with one implementation. */
function choices(callee: Type, targets: readonly CallTarget[]): number {
  const overrides = targets.filter(({ isOverride }) => isOverride).length;
  return alternatives(callee).filter(({ kind }) => kind !== 'none').length + overrides;
}

function accessSite(
  p: Evaluator,
  frame: Frame,
  baseValue: Value,
  name: string,
  kind: 'get' | 'set',
): Found | undefined {
  const base = p.typeOf(frame, baseValue);
  if (base.kind !== 'instance' && base.kind !== 'union' && base.kind !== 'super') return undefined;
  const found = propertyOf(p, base, name);
  if (found.length === 0) return undefined;
  const targets = found.flatMap(({ getter, setter }) =>
    p.callTargets(kind === 'get' ? getter : setter, NO_ARGUMENTS),
  );
  return { kind, targets, choices: alternatives(base).filter((each) => each.kind !== 'none').length };
}

function managerSite(p: Evaluator, frame: Frame, row: Value, kind: 'enter' | 'exit'): Found | undefined {
  const { summary } = frame.module;
  if (summary.b(row) === 1) return undefined;
  const type = p.typeOf(frame, summary.a(row));
  const targets = alternatives(type).flatMap((each) => {
    // The body of a `@contextmanager` runs around the block; it is shown once, where the block begins.
    if (each.kind === 'manager') return kind === 'enter' ? [deferred(p, each.frame)] : [];
    if (each.kind !== 'instance') return [];
    return methodTargets(p, each, kind === 'enter' ? '__enter__' : '__exit__');
  });
  return { kind, targets, choices: alternatives(type).length };
}

/** What Python calls by the name of a special method; the names say that one, also where it is another's alias. */
function methodTargets(p: Evaluator, type: Type, method: string): CallTarget[] {
  return p.callTargets(memberType(p, type, method), NO_ARGUMENTS).map((target) => ({
    ...target,
    names: target.names.map((name) => name.replace(/[^.]+$/, method)),
  }));
}

function deferred(p: Evaluator, frame: Frame): CallTarget {
  const symbol = frame.function;
  const names = symbol ? p.namesOf(p.types.function(symbol, undefined, frame.receiver)) : [];
  return { names, frame: frame.module.origin === 'stub' ? undefined : frame, mode: 'run', isOverride: false };
}

function iterateSite(p: Evaluator, frame: Frame, row: Value): Found | undefined {
  const { summary } = frame.module;
  if (summary.b(row) === 1) return undefined;
  const type = p.typeOf(frame, summary.a(row));
  return { kind: 'iterate', targets: iteration(p, type), choices: alternatives(type).length };
}

/** What runs when a value is iterated: a generator's body, or `__iter__` and `__next__`. */
function iteration(p: Evaluator, type: Type): CallTarget[] {
  return alternatives(type).flatMap((each) => {
    if (each.kind === 'generator') return [deferred(p, each.frame)];
    if (each.kind === 'external') {
      return [
        { names: [`${each.path}.__iter__`], frame: undefined, mode: 'run' as const, isOverride: false },
      ];
    }
    if (each.kind !== 'instance') return [];
    const iterate = memberType(p, each, '__iter__');
    const iterator = p.resultOf(iterate);
    const next = iterator.kind === 'instance' ? memberType(p, iterator, '__next__') : p.types.unknown;
    const body = iterator.kind === 'generator' ? [deferred(p, iterator.frame)] : [];
    const steps = next.kind === 'unknown' ? [] : methodTargets(p, iterator, '__next__');
    return [...methodTargets(p, each, '__iter__'), ...body, ...steps].filter(({ mode }) => mode === 'run');
  });
}

function itemSite(p: Evaluator, frame: Frame, row: Value, method: string): Found | undefined {
  const { summary } = frame.module;
  const base = p.typeOf(frame, summary.a(row));
  if (base.kind !== 'instance' || base.class.module.name === 'builtins') return undefined;
  return { kind: 'item', targets: p.callTargets(memberType(p, base, method), NO_ARGUMENTS), choices: 1 };
}
