/** Everything in a function that runs other code: calls, and what looks like none but is one. */
import { Op, type ScopeId, type Value } from '../model/summary.ts';
import { argumentsOf, type CallTarget, NO_ARGUMENTS } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { ancestors } from './hierarchy.ts';
import {
  accessTargets,
  iterationTargets,
  itemTargets,
  managerTargets,
  operatorTargets,
  ownMethodTargets,
  textTargets,
} from './implicit-calls.ts';
import { memberType } from './members.ts';
import { writtenPath } from './names.ts';
import { standardTargets } from './standard-calls.ts';
import { alternatives, type Type } from './types.ts';

/** How code comes to run at a site. */
export type SiteKind =
  | 'call'
  | 'get'
  | 'set'
  | 'delete'
  | 'enter'
  | 'exit'
  | 'iterate'
  | 'item'
  | 'operator'
  | 'raise'
  /** A decorator is applied. */
  | 'decorate';

export interface CallSite {
  readonly kind: SiteKind;
  readonly value: Value;
  /** Empty for a call of something unknown. */
  readonly targets: readonly CallTarget[];
  /** How many different things may be meant; more than one makes the site less sure. */
  readonly choices: number;
  /** The value is awaited, or entered or iterated asynchronously, on the spot. */
  readonly awaited: boolean;
}

/** The sites of a frame in evaluation order; code that never runs has none. */
export function callSites(p: Evaluator, frame: Frame): readonly CallSite[] {
  return (frame.sites ??= sitesIn(p, frame));
}

function sitesIn(p: Evaluator, frame: Frame): CallSite[] {
  const { summary } = frame.module;
  const sites: CallSite[] = [];
  const awaited = awaitedValues(frame);
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    const find = FINDERS[summary.op(row)];
    if (!find || !p.runs(frame, summary.region(row)) || p.isCutOff(frame, row)) continue;
    for (const { kind, targets, choices } of find(p, frame, row)) {
      if (targets.length === 0 && kind !== 'call') continue;
      sites.push({ kind, value: row, targets, choices, awaited: awaited.has(row) });
    }
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
type Finder = (p: Evaluator, frame: Frame, row: Value) => readonly Found[];

const NOTHING: readonly Found[] = [];

const FINDERS: Partial<Record<Op, Finder>> = {
  [Op.Call]: callSite,
  [Op.Attribute]: (p, frame, row) => accessSite(p, frame, row, 'get'),
  [Op.StoreAttribute]: (p, frame, row) => accessSite(p, frame, row, 'set'),
  [Op.Delete]: (p, frame, row) =>
    frame.module.summary.b(row) < 0
      ? itemSite(p, frame, row, '__delitem__')
      : accessSite(p, frame, row, 'delete'),
  [Op.Enter]: (p, frame, row) => managerSite(p, frame, row, 'enter'),
  [Op.Exit]: (p, frame, row) => managerSite(p, frame, row, 'exit'),
  [Op.Iterate]: (p, frame, row) =>
    frame.module.summary.b(row) === 1 ? methodSite(p, frame, row, '__aiter__') : iterateSite(p, frame, row),
  [Op.Await]: (p, frame, row) => methodSite(p, frame, row, '__await__'),
  [Op.YieldFrom]: iterateSite,
  [Op.Star]: iterateSite,
  // Of `a, b = value` the first target stands for all: the value is iterated once.
  [Op.Unpack]: (p, frame, row) => (frame.module.summary.b(row) === 0 ? iterateSite(p, frame, row) : NOTHING),
  [Op.Subscript]: (p, frame, row) => itemSite(p, frame, row, '__getitem__'),
  [Op.StoreSubscript]: (p, frame, row) => itemSite(p, frame, row, '__setitem__'),
  [Op.Binary]: operatorSite,
  [Op.Unary]: operatorSite,
  [Op.Compare]: operatorSite,
  [Op.Format]: formatSite,
  [Op.Raise]: raiseSite,
  [Op.Function]: decorateSites,
  [Op.Class]: decorateSites,
};

function site(kind: SiteKind, targets: readonly CallTarget[], type: Type): readonly Found[] {
  return targets.length > 0
    ? [{ kind, targets, choices: alternatives(type).filter(isThere).length }]
    : NOTHING;
}

function isThere({ kind }: Type): boolean {
  return kind !== 'none';
}

function callSite(p: Evaluator, frame: Frame, row: Value): readonly Found[] {
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
  if (first && !first.frame) targets.push(...standardTargets(p, first.names, args));
  return [{ kind: 'call', targets, choices: choices(callee, targets) }];
}

/** A constructor runs several functions and is one choice; so is a method with one implementation. */
function choices(callee: Type, targets: readonly CallTarget[]): number {
  const overrides = targets.filter(({ isOverride }) => isOverride).length;
  return new Set(alternatives(callee).filter(isThere).map(identity)).size + overrides;
}

/** The same method of two objects of one class is one thing to call. */
function identity(type: Type): unknown {
  return type.kind === 'function' ? type.function : type.kind === 'class' ? type.class : type;
}

function accessSite(
  p: Evaluator,
  frame: Frame,
  row: Value,
  access: 'get' | 'set' | 'delete',
): readonly Found[] {
  const { summary } = frame.module;
  const base = p.typeOf(frame, summary.a(row));
  if (base.kind !== 'instance' && base.kind !== 'union' && base.kind !== 'super') return NOTHING;
  return site(access, accessTargets(p, base, summary.string(summary.b(row)), access), base);
}

function managerSite(p: Evaluator, frame: Frame, row: Value, kind: 'enter' | 'exit'): readonly Found[] {
  const { summary } = frame.module;
  if (summary.b(row) === 1) return NOTHING;
  const type = p.typeOf(frame, summary.a(row));
  return site(kind, managerTargets(p, type, kind), type);
}

function iterateSite(p: Evaluator, frame: Frame, row: Value): readonly Found[] {
  const type = p.typeOf(frame, frame.module.summary.a(row));
  return site('iterate', iterationTargets(p, type), type);
}

/** What `await` and `async for` run of the program before anything is awaited. */
function methodSite(p: Evaluator, frame: Frame, row: Value, method: string): readonly Found[] {
  const type = p.typeOf(frame, frame.module.summary.a(row));
  const targets = alternatives(type).flatMap((each) => ownMethodTargets(p, each, method));
  // What is a coroutine or an asynchronous generator runs when it is awaited.
  return site(
    'iterate',
    targets.filter(({ mode }) => mode === 'run' || method === '__await__').map(now),
    type,
  );
}

/** `__await__` is a generator, and awaiting is what runs it. */
function now(target: CallTarget): CallTarget {
  return { ...target, mode: 'run' };
}

function itemSite(p: Evaluator, frame: Frame, row: Value, method: string): readonly Found[] {
  const base = p.typeOf(frame, frame.module.summary.a(row));
  return site('item', itemTargets(p, base, method), base);
}

function operatorSite(p: Evaluator, frame: Frame, row: Value): readonly Found[] {
  if (isPlain(frame, row)) return NOTHING;
  const targets = operatorTargets(p, frame, row);
  return targets.length > 0 ? [{ kind: 'operator', targets, choices: 1 }] : NOTHING;
}

/** Text and numbers that are written out leave nothing to look for: `x == "a"`, `"a" + x`, `x in (1, 2)`. */
function isPlain({ module: { summary } }: Frame, row: Value): boolean {
  const isWritten = (operand: Value | undefined): boolean =>
    operand !== undefined && PLAIN.has(summary.op(operand));
  if (summary.op(row) !== Op.Compare) return isWritten(summary.a(row));
  const [left, right] = summary.list(summary.a(row));
  const operator = summary.string(summary.list(summary.b(row))[0] ?? -1);
  return isWritten(right) || (!operator.endsWith('in') && isWritten(left));
}

const PLAIN: ReadonlySet<Op> = new Set([Op.Literal, Op.Format, Op.Display, Op.Dict, Op.Compare]);

/** What an f-string makes text of. */
function formatSite(p: Evaluator, frame: Frame, row: Value): readonly Found[] {
  const { summary } = frame.module;
  return [...summary.list(summary.a(row))].flatMap((part) => {
    if (PLAIN.has(summary.op(part))) return NOTHING;
    const type = p.typeOf(frame, part);
    return site('operator', textTargets(p, type), type);
  });
}

/** `raise Failure` makes one. */
function raiseSite(p: Evaluator, frame: Frame, row: Value): readonly Found[] {
  const type = p.typeOf(frame, frame.module.summary.a(row));
  const made = alternatives(type).filter(({ kind }) => kind === 'class');
  return site(
    'raise',
    made.flatMap((each) => p.callTargets(each, NO_ARGUMENTS)),
    type,
  );
}

/** The decorators of a function or class run where it is defined; those that only mark it are none of these. */
function decorateSites(p: Evaluator, frame: Frame, row: Value): readonly Found[] {
  const scope = frame.module.summary.scope(frame.module.summary.a(row));
  const applied = scope.decorators.length === 0 ? [] : p.decorations(frame, scope.id);
  return [
    ...(scope.bases.length > 0 ? subclassSite(p, frame, scope.id) : NOTHING),
    ...applied.flatMap(({ decorator, args }) => {
      const targets = p.callTargets(decorator, args).filter((target) => target.frame !== undefined);
      return site('decorate', targets, decorator);
    }),
  ];
}

/** `__init_subclass__` of what a class derives from runs where the class is defined. */
function subclassSite(p: Evaluator, frame: Frame, id: ScopeId): readonly Found[] {
  const symbol = p.classAt(frame, id);
  const above = ancestors(p, symbol).slice(1);
  const owner = above.find((each) => each.class && p.hasOwn(each.class, '__init_subclass__'))?.class;
  if (!owner || owner.module.origin === 'stub') return NOTHING;
  const cls = p.types.class(symbol);
  const hook = memberType(p, p.types.super(symbol, cls), '__init_subclass__');
  return site('decorate', p.callTargets(hook, NO_ARGUMENTS), cls);
}
