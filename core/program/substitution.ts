/** Type variables: what they stand for, found by matching parameters with arguments. */
import type { Evaluator } from './evaluator.ts';
import { ancestors } from './hierarchy.ts';
import type { Type } from './types.ts';

export function substitute(p: Evaluator, type: Type, map: ReadonlyMap<string, Type>): Type {
  if (map.size === 0) return type;
  const { types } = p;
  switch (type.kind) {
    case 'variable':
      return map.get(type.key) ?? type;
    case 'instance':
      return type.args.length === 0
        ? type
        : types.instance(
            type.class,
            type.args.map((arg) => substitute(p, arg, map)),
          );
    case 'class':
      return type.args.length === 0
        ? type
        : types.class(
            type.class,
            type.args.map((arg) => substitute(p, arg, map)),
          );
    case 'tuple':
      return types.tuple(type.items.map((item) => substitute(p, item, map)));
    case 'callable':
      return types.callable(substitute(p, type.result, map));
    case 'union':
      return types.union(type.members.map((member) => substitute(p, member, map)));
    default:
      return type;
  }
}

export function hasVariables(type: Type): boolean {
  switch (type.kind) {
    case 'variable':
      return true;
    case 'instance':
    case 'class':
      return type.args.some(hasVariables);
    case 'tuple':
      return type.items.some(hasVariables);
    case 'callable':
      return hasVariables(type.result);
    case 'union':
      return type.members.some(hasVariables);
    default:
      return false;
  }
}

/** Variables that nothing was found for become their bound, or unknown. */
export function ground(p: Evaluator, type: Type): Type {
  switch (type.kind) {
    case 'variable':
      return type.bound ? ground(p, type.bound) : p.types.unknown;
    case 'union':
      return p.types.union(type.members.map((member) => ground(p, member)));
    default:
      return type;
  }
}

/** Matches what a parameter says with what an argument is, and notes what each variable stands for. */
export function unify(
  p: Evaluator,
  parameter: Type,
  argument: Type,
  map: Map<string, Type>,
  depth = 0,
): void {
  if (argument.kind === 'unknown' || depth > 4) return;
  switch (parameter.kind) {
    case 'variable':
      if (!map.has(parameter.key)) map.set(parameter.key, argument);
      break;
    case 'union':
      for (const member of parameter.members) unify(p, member, argument, map, depth + 1);
      break;
    case 'callable':
      if (parameter.result.kind !== 'unknown')
        unify(p, parameter.result, p.resultOf(argument), map, depth + 1);
      break;
    case 'class':
      if (argument.kind === 'class' && parameter.class === argument.class)
        unifyAll(p, parameter.args, argument.args, map, depth);
      break;
    case 'instance':
      unifyInstance(p, parameter.class.name, parameter.args, argument, map, depth);
      break;
    case 'tuple':
      if (argument.kind === 'tuple') unifyAll(p, parameter.items, argument.items, map, depth);
      break;
    default:
  }
}

function unifyAll(
  p: Evaluator,
  parameters: readonly Type[],
  args: readonly Type[],
  map: Map<string, Type>,
  depth: number,
): void {
  parameters.forEach((parameter, i) => {
    const argument = args[i];
    if (argument) unify(p, parameter, argument, map, depth + 1);
  });
}

const AWAITABLE = /\.(Awaitable|Coroutine|Future|_FutureLike)$/;
const ITERABLE = /\.(Iterable|Iterator|Sequence|Collection|AsyncIterable)$/;

function unifyInstance(
  p: Evaluator,
  name: string,
  args: readonly Type[],
  argument: Type,
  map: Map<string, Type>,
  depth: number,
): void {
  if (args.length === 0) return;
  if (argument.kind === 'instance') {
    const ancestor = ancestors(p, argument.class).find((other) => other.class?.name === name);
    if (ancestor?.class === argument.class) unifyAll(p, args, argument.args, map, depth);
    else if (ancestor?.class) unifyAll(p, args, p.ancestorArgs(argument, ancestor), map, depth);
    return;
  }
  const last = args.at(-1);
  if (!last) return;
  if (argument.kind === 'coroutine' && AWAITABLE.test(name))
    unify(p, last, p.awaited(argument), map, depth + 1);
  else if ((argument.kind === 'generator' || argument.kind === 'tuple') && ITERABLE.test(name)) {
    unify(p, last, p.elementOf(argument), map, depth + 1);
  }
}
