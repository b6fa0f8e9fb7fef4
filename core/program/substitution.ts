/** Type variables, and what is put in their place. */
import type { Evaluator } from './evaluator.ts';
import type { Type, VariableType } from './types.ts';

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
      return types.callable(substitute(p, type.result, map), type.isClass);
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

/** The variables of a type in the order in which they stand in it. */
export function variablesIn(type: Type): readonly VariableType[] {
  switch (type.kind) {
    case 'variable':
      return [type];
    case 'instance':
    case 'class':
      return type.args.flatMap(variablesIn);
    case 'tuple':
      return type.items.flatMap(variablesIn);
    case 'callable':
      return variablesIn(type.result);
    case 'union':
      return type.members.flatMap(variablesIn);
    default:
      return [];
  }
}

/** Variables that nothing was found for become their bound, or unknown. */
export function ground(p: Evaluator, type: Type): Type {
  switch (type.kind) {
    case 'variable':
      return type.bound ? ground(p, type.bound) : p.types.unknown;
    case 'union':
      return p.types.union(type.members.map((member) => ground(p, member)));
    case 'callable':
      return p.types.callable(ground(p, type.result), type.isClass);
    default:
      return type;
  }
}
