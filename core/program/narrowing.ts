/** From types to instances and back, and what is left of a type behind a test. */
import type { Evaluator } from './evaluator.ts';
import { isSubclass } from './hierarchy.ts';
import type { Type } from './types.ts';

/** An instance of the class, or of any class of the tuple, that a type expression names. */
export function instanceOf(p: Evaluator, type: Type): Type {
  switch (type.kind) {
    case 'class':
      return p.types.instance(type.class, type.args);
    case 'none':
    case 'callable':
      return type.kind === 'none' ? type : type.result;
    case 'tuple':
      return p.types.union(type.items.map((item) => instanceOf(p, item)));
    case 'union':
      return p.types.union(type.members.map((member) => instanceOf(p, member)));
    case 'external':
      return p.types.external(`${type.path}()`);
    default:
      return p.types.unknown;
  }
}

/** `type(x)` of what `x` is. */
export function classOf(p: Evaluator, type: Type): Type {
  if (type.kind === 'instance') return p.types.class(type.class, type.args);
  if (type.kind === 'union') return p.types.union(type.members.map((member) => classOf(p, member)));
  if (type.kind === 'external') return p.types.external(type.path.replace(/\(\)$/, ''));
  return p.types.unknown;
}

/** What is left of `type` when it is found to be `wanted`: the members that are, else `wanted` itself. */
export function narrowed(p: Evaluator, type: Type, wanted: Type): Type {
  if (wanted.kind === 'unknown') return type;
  const members = type.kind === 'union' ? type.members : [type];
  const kept = members.filter((member) => isA(p, member, wanted));
  return kept.length > 0 ? p.types.union(kept) : wanted;
}

export function excluded(p: Evaluator, type: Type, unwanted: Type): Type {
  if (type.kind !== 'union' || unwanted.kind === 'unknown') return type;
  return p.types.union(type.members.filter((member) => !isA(p, member, unwanted)));
}

function isA(p: Evaluator, type: Type, wanted: Type): boolean {
  if (wanted.kind === 'union') return wanted.members.some((member) => isA(p, type, member));
  if (type.kind !== 'instance' || wanted.kind !== 'instance') return type === wanted;
  return isSubclass(p, type.class, wanted.class);
}
