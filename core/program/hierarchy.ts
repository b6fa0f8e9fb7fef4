/** Classes above and below a class: resolution order, type parameters, subclasses. */
import { Op, type Value } from '../model/summary.ts';
import { annotationType } from './annotations.ts';
import type { Evaluator } from './evaluator.ts';
import { writtenPath } from './names.ts';
import type { Ancestor, ClassSymbol } from './symbols.ts';
import { substitute, variablesIn } from './substitution.ts';
import type { Type, VariableType } from './types.ts';

/** The class itself and its ancestors in Python's method resolution order; an inconsistent hierarchy is read depth first. */
export function ancestors(p: Evaluator, symbol: ClassSymbol): readonly Ancestor[] {
  if (symbol.ancestors) return symbol.ancestors;
  const own: readonly Ancestor[] = [{ class: symbol, args: [] }];
  return p.cycles.answer(
    p.openAncestors,
    symbol.id,
    own,
    () => linearise(p, symbol),
    (order) => (symbol.ancestors = order),
  );
}

/** What a class goes by, whether or not it could be read. */
export function ancestorName(ancestor: Ancestor): string {
  return ancestor.class ? ancestor.class.name : ancestor.path;
}

/** The names of a class and of its ancestors, nearest first. */
export function ancestorNames(p: Evaluator, symbol: ClassSymbol): string[] {
  return ancestors(p, symbol).map(ancestorName);
}

function linearise(p: Evaluator, symbol: ClassSymbol): readonly Ancestor[] {
  const own: Ancestor = { class: symbol, args: typeParameters(p, symbol) };
  const bases = symbol.scope.bases.flatMap((base) => baseOf(p, symbol, base));
  const lines = bases.map((base) =>
    base.class
      ? ancestors(p, base.class).map((ancestor) => inherit(p, ancestor, base.class, base.args))
      : [base],
  );
  return [own, ...merge([...lines, bases])];
}

/** C3 linearisation. */
function merge(lines: readonly (readonly Ancestor[])[]): Ancestor[] {
  let rest = lines.filter((line) => line.length > 0);
  const order: Ancestor[] = [];
  while (rest.length > 0) {
    const free = rest.find(
      ([head]) => head && !rest.some((line) => line.slice(1).some((other) => same(other, head))),
    );
    const next = (free ?? rest[0])?.[0];
    if (!next) break;
    order.push(next);
    rest = rest.map((line) => line.filter((other) => !same(other, next))).filter((line) => line.length > 0);
  }
  return order;
}

function same(a: Ancestor, b: Ancestor): boolean {
  return a.class ? a.class === b.class : !b.class && a.path === b.path;
}

function baseOf(p: Evaluator, symbol: ClassSymbol, base: Value): Ancestor[] {
  const { summary } = symbol.module;
  const isSubscript = summary.op(base) === Op.Subscript;
  const path = writtenPath(p, symbol.outer, isSubscript ? summary.a(base) : base);
  if (path !== undefined && /^(typing|typing_extensions)\.(Generic|Protocol)$/.test(path)) return [];
  const type = annotationType(p, symbol.outer, base);
  if (type.kind === 'instance') return [{ class: type.class, args: type.args }];
  if (type.kind === 'external') return [{ class: undefined, path: type.path.replace(/\(\)$/, '') }];
  if (type.kind === 'tuple') return tupleBase(p);
  return [{ class: undefined, path: path ?? '' }];
}

function tupleBase(p: Evaluator): Ancestor[] {
  const tuple = p.builtin('tuple');
  return tuple ? [{ class: tuple, args: [] }] : [];
}

/** An ancestor of a base, as its subclass sees it: type parameters replaced by what the subclass gave. */
function inherit(p: Evaluator, ancestor: Ancestor, base: ClassSymbol, args: readonly Type[]): Ancestor {
  if (!ancestor.class || ancestor.args.length === 0) return ancestor;
  const map = argumentMap(p, base, args);
  return { class: ancestor.class, args: ancestor.args.map((arg) => substitute(p, arg, map)) };
}

/** What each type parameter of a class stands for. */
export function argumentMap(p: Evaluator, symbol: ClassSymbol, args: readonly Type[]): Map<string, Type> {
  const map = new Map<string, Type>();
  typeParameters(p, symbol).forEach((parameter, i) =>
    map.set(parameter.key, args[i] ?? parameter.bound ?? p.types.unknown),
  );
  return map;
}

/** `T` of `class Box(Generic[T])`, `class Box(Base[T])` and `class Box[T]`. */
export function typeParameters(p: Evaluator, symbol: ClassSymbol): readonly VariableType[] {
  if (symbol.parameters) return symbol.parameters;
  symbol.parameters = [];
  const found = new Map<string, VariableType>();
  const { summary } = symbol.module;
  for (const [name, [bind]] of summary.names(symbol.scope.id)) {
    if (bind === undefined || summary.op(summary.a(bind)) !== Op.TypeParameter) continue;
    const type = annotationType(p, symbol.outer, summary.a(bind));
    if (type.kind === 'variable') found.set(name, type);
  }
  for (const base of symbol.scope.bases) {
    if (summary.op(base) !== Op.Subscript) continue;
    const path = writtenPath(p, symbol.outer, summary.a(base)) ?? '';
    const isGeneric = /\.(Generic|Protocol)$/.test(path);
    if (isGeneric) found.clear();
    for (const item of subscriptItems(p, symbol, summary.b(base))) {
      for (const type of variablesIn(annotationType(p, symbol.outer, item))) found.set(type.key, type);
    }
    if (isGeneric) break;
  }
  symbol.parameters = [...found.values()];
  return symbol.parameters;
}

function subscriptItems(_p: Evaluator, symbol: ClassSymbol, index: Value): Value[] {
  const { summary } = symbol.module;
  return summary.op(index) === Op.Display ? [...summary.list(summary.a(index))] : [index];
}

export function isSubclass(p: Evaluator, symbol: ClassSymbol, base: ClassSymbol): boolean {
  return ancestors(p, symbol).some((ancestor) => ancestor.class === base);
}

const PROTOCOL = /^(typing|typing_extensions)\.Protocol$/;

/** Whether a class says itself that whatever looks like it is one of it. */
export function isProtocol(p: Evaluator, { module: { summary }, scope, outer }: ClassSymbol): boolean {
  return scope.bases.some((base) => {
    const path = writtenPath(p, outer, summary.op(base) === Op.Subscript ? summary.a(base) : base);
    return path !== undefined && PROTOCOL.test(path);
  });
}

/** The class of a class, where it or an ancestor names one. */
export function metaclassOf(p: Evaluator, symbol: ClassSymbol): ClassSymbol | undefined {
  for (const { class: ancestor } of ancestors(p, symbol)) {
    if (!ancestor || ancestor.scope.metaclass < 0) continue;
    const type = p.typeOf(ancestor.outer, ancestor.scope.metaclass);
    return type.kind === 'class' ? type.class : undefined;
  }
  return undefined;
}
