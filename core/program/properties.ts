/** Attributes that run code when they are read, set or deleted. */
import { type CallArguments, NO_ARGUMENTS, withPositional } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import { ancestors } from './hierarchy.ts';
import { accessArguments, attributeHook, bind, descriptorMethod, findMember } from './members.ts';
import type { ClassType, InstanceType, Type } from './types.ts';

export type Access = 'get' | 'set' | 'delete';

/** A function that an access runs, bound, with what it is handed. */
export interface Accessor {
  readonly callee: Type;
  readonly args: CallArguments;
}

/** What `x.name` runs; nothing when it only looks something up. */
export function accessorsOf(p: Evaluator, base: Type, name: string, access: Access): readonly Accessor[] {
  switch (base.kind) {
    case 'union':
      return base.members.flatMap((member) => accessorsOf(p, member, name, access));
    case 'variable':
      return base.bound ? accessorsOf(p, base.bound, name, access) : [];
    case 'super': {
      const member = findMember(p, base.receiver.class, name, base.class, base.receiver);
      return member ? run(p, member.type, base.receiver, access) : [];
    }
    case 'instance':
      return instanceAccess(p, p.types.plain(base) as InstanceType, name, access);
    default:
      return [];
  }
}

/** Whether `x.name` runs anything at all. */
export function isProperty(p: Evaluator, base: Type, name: string): boolean {
  return accessorsOf(p, base, name, 'get').length > 0;
}

function instanceAccess(p: Evaluator, base: InstanceType, name: string, access: Access): readonly Accessor[] {
  // What methods store in `self` is no property, and need not be looked at.
  const owner = ancestors(p, base.class).find((each) => each.class && p.declares(each.class, name));
  if (owner?.class && !p.hasOwn(owner.class, name)) return hooks(p, base, name, access);
  const member = owner && findMember(p, base.class, name, undefined, base);
  return member ? run(p, member.type, base, access) : hooks(p, base, name, access);
}

/** `__getattr__` for what is not found, `__setattr__` for whatever is set. */
function hooks(p: Evaluator, base: InstanceType, name: string, access: Access): readonly Accessor[] {
  const args = withPositional(p.literal(name));
  if (access === 'get') {
    const isFound = ancestors(p, base.class).some((each) => each.class && p.declares(each.class, name));
    const hook = isFound ? undefined : attributeHook(p, base, name);
    return hook ? [{ callee: hook, args }] : [];
  }
  const member = findMember(p, base.class, access === 'set' ? '__setattr__' : '__delattr__', undefined, base);
  if (!member?.owner || member.owner.module.origin === 'stub') return [];
  return [{ callee: bind(p, member.type, base), args }];
}

function run(
  p: Evaluator,
  type: Type,
  receiver: InstanceType | ClassType,
  access: Access,
): readonly Accessor[] {
  switch (type.kind) {
    case 'union':
      return type.members.flatMap((member) => run(p, member, receiver, access));
    case 'property': {
      const callee = access === 'get' ? type.getter : access === 'set' ? type.setter : type.deleter;
      return callee.kind === 'unknown' ? [] : [{ callee: bind(p, callee, receiver), args: NO_ARGUMENTS }];
    }
    case 'instance': {
      if (type.class.module.origin === 'stub') return [];
      const callee = descriptorMethod(p, type, `__${access}__`);
      const given = access === 'get' ? accessArguments(p, receiver) : [receiver];
      return callee ? [{ callee, args: withPositional(...given) }] : [];
    }
    default:
      return [];
  }
}
