/** Functions whose colour is nobody's business but their own: no framework, base class or decorator asks for it. */
import { Op, type Scope } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import { ancestors } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import type { FunctionSymbol } from '../program/symbols.ts';
import type { Overrides } from './overrides.ts';

/** The function of a scope, when it may be sync or async as it likes; undefined where somebody else has a say. */
export function freeFunction(
  p: Evaluator,
  overrides: Overrides,
  module: Module,
  scope: Scope,
): FunctionSymbol | undefined {
  if (scope.kind !== 'function' || scope.isStub || scope.isGenerator) return undefined;
  if (/^__\w+__$|^(test|setup|teardown|asyncSetUp)(_|$)|^on_/.test(scope.name)) return undefined;
  const around = module.summary.scope(scope.parent);
  if (around.kind !== 'module' && around.kind !== 'class') return undefined;
  // A class inside a function stands in for another, and one that calls itself async, or sync, is so throughout.
  if (around.kind === 'class' && (around.parent !== 0 || /^_*A?[Ss]ync/.test(around.name))) return undefined;
  const symbol = p.functionAt(p.genericFrame(module, scope.parent), scope.id);
  if (isMarked(symbol)) return undefined;
  return symbol.owner && isBound(p, overrides, symbol) ? undefined : symbol;
}

/** Whether a decorator makes something else of it than a method. */
function isMarked({ scope, modifiers }: FunctionSymbol): boolean {
  const { isStatic, isClassMethod, isProperty, isAbstract } = modifiers;
  return isProperty || isAbstract || scope.decorators.length > (isStatic || isClassMethod ? 1 : 0);
}

/** Whether a class above says what the method has to be, or may; or one below overrides it. */
function isBound(p: Evaluator, overrides: Overrides, symbol: FunctionSymbol): boolean {
  const { owner, scope } = symbol;
  if (!owner) return false;
  const above = ancestors(p, owner).slice(1);
  if (above.some((each) => !each.class || p.declares(each.class, scope.name))) return true;
  return overrides.isOverridden(p.types.function(symbol));
}

/** Whether a function says that somebody else is to write it. */
export function isOpen({ summary }: Module, { first, end }: Scope): boolean {
  for (let row = first; row < end; row++) {
    if (summary.op(row) !== Op.Raise || summary.a(row) < 0) continue;
    const raised = summary.op(summary.a(row)) === Op.Call ? summary.a(summary.a(row)) : summary.a(row);
    if (summary.op(raised) === Op.Lookup && summary.string(summary.a(raised)) === 'NotImplementedError')
      return true;
  }
  return false;
}

/** Whether a method only gives back what is written there: others may have more to do in its place. */
export function isBlank({ summary }: Module, { first, end, parent }: Scope): boolean {
  if (summary.scope(parent).kind !== 'class') return false;
  for (let row = first; row < end; row++) if (!BLANK.has(summary.op(row))) return false;
  return true;
}

const BLANK: ReadonlySet<Op> = new Set([Op.Parameter, Op.Bind, Op.Literal, Op.Return, Op.Discard]);

/** Whether anything in a scope waits, or may be resumed. */
export function suspends({ summary }: Module, { first, end }: Scope): boolean {
  for (let row = first; row < end; row++) {
    switch (summary.op(row)) {
      case Op.Await:
      case Op.Yield:
      case Op.YieldFrom:
        return true;
      case Op.Enter:
      case Op.Exit:
      case Op.Iterate:
        if (summary.b(row) === 1) return true;
        break;
      default:
    }
  }
  return false;
}
