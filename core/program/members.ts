/** What `x.name` is, for every kind of `x`. */
import { Op, type Value } from '../model/summary.ts';
import { annotationType } from './annotations.ts';
import type { Evaluator } from './evaluator.ts';
import { ancestors, argumentMap } from './hierarchy.ts';
import { memberOf } from './names.ts';
import { substitute } from './substitution.ts';
import type { ClassSymbol } from './symbols.ts';
import type { ClassType, InstanceType, Type } from './types.ts';

/** A member as a class declares it, before it is bound to anything. */
export interface Member {
  readonly type: Type;
  /** The class that declares it; undefined when an ancestor could not be read. */
  readonly owner: ClassSymbol | undefined;
}

export function memberType(p: Evaluator, base: Type, name: string): Type {
  const { types } = p;
  switch (base.kind) {
    case 'module': {
      const target = memberOf(p, base.module, name);
      if (target?.kind === 'module') return types.module(target.module);
      if (target?.kind === 'external') return types.external(target.path);
      return target
        ? types.union(target.located.map(({ frame, value }) => p.typeOf(frame, value)))
        : types.unknown;
    }
    case 'external':
      return types.external(`${base.path}.${name}`);
    case 'instance':
      return instanceMember(p, base, name);
    case 'class':
      return classObjectMember(p, base, name);
    case 'super': {
      const member = findMember(p, base.receiver.class, name, base.class, base.receiver);
      return member ? bind(p, member.type, base.receiver) : types.unknown;
    }
    case 'union':
      return types.union(base.members.map((member) => memberType(p, member, name)));
    case 'variable':
      return base.bound ? memberType(p, base.bound, name) : types.unknown;
    case 'tuple':
      return memberType(p, p.builtinInstance('tuple'), name);
    default:
      return types.unknown;
  }
}

function instanceMember(p: Evaluator, base: InstanceType, name: string): Type {
  const member = findMember(p, base.class, name, undefined, base);
  if (member) return bind(p, member.type, base);
  const fallback = findMember(p, base.class, '__getattr__', undefined, base);
  return fallback?.owner ? p.resultOf(bind(p, fallback.type, base)) : p.types.unknown;
}

function classObjectMember(p: Evaluator, base: ClassType, name: string): Type {
  const member = findMember(p, base.class, name, undefined, base);
  if (!member) return p.types.unknown;
  const { type } = member;
  // An enumeration's member is an instance of it.
  if (p.isEnum(base.class) && (type.kind === 'instance' || type.kind === 'unknown'))
    return p.types.instance(base.class);
  return bind(p, type, base);
}

/**
 * The member `name` that a class or its ancestors declare; those behind `after` alone for `super()`.
 * `receiver` is what attributes that methods set through `self` are evaluated with.
 */
export function findMember(
  p: Evaluator,
  symbol: ClassSymbol,
  name: string,
  after: ClassSymbol | undefined,
  receiver: InstanceType | ClassType,
): Member | undefined {
  let skipping = after !== undefined;
  let external: string | undefined;
  for (const ancestor of ancestors(p, symbol)) {
    if (skipping) {
      skipping = ancestor.class !== after;
      continue;
    }
    if (!ancestor.class) {
      external ??= ancestor.path;
      continue;
    }
    const type = declared(p, ancestor.class, name, receiver);
    if (!type) continue;
    const args = receiver.args.length > 0 ? ancestorArgs(p, receiver, ancestor.args) : ancestor.args;
    const map = args.length > 0 ? argumentMap(p, ancestor.class, args) : undefined;
    return { type: map ? substitute(p, type, map) : type, owner: ancestor.class };
  }
  if (external === undefined || name.startsWith('__')) return undefined;
  const path = external === '' ? undefined : `${external}${receiver.kind === 'instance' ? '()' : ''}.${name}`;
  return { type: path === undefined ? p.types.unknown : p.types.external(path), owner: undefined };
}

function ancestorArgs(
  p: Evaluator,
  receiver: InstanceType | ClassType,
  args: readonly Type[],
): readonly Type[] {
  const map = argumentMap(p, receiver.class, receiver.args);
  return args.map((arg) => substitute(p, arg, map));
}

/** What one class says of a name: in its body, or by what its methods store in `self.name`. */
function declared(
  p: Evaluator,
  symbol: ClassSymbol,
  name: string,
  receiver: InstanceType | ClassType,
): Type | undefined {
  const inBody = p.classMember(symbol, name);
  const stores = symbol.module.summary.attributes(symbol.scope.id).get(name);
  if (inBody.length === 0 && !stores) return undefined;
  const body = p.types.union(inBody.map(({ frame, value }) => p.typeOf(frame, value)));
  if (!stores) return body;
  const isDeclaration = inBody.some(({ frame, value }) => frame.module.summary.op(value) === Op.Annotated);
  if (inBody.length > 0 && !isDeclaration && body.kind !== 'unknown' && body.kind !== 'none') return body;
  const stored = p.types.union(stores.map((row) => storedType(p, symbol, row, receiver)));
  return isDeclaration ? refine(p, body, stored) : p.types.union([body, stored]);
}

function storedType(p: Evaluator, symbol: ClassSymbol, row: Value, receiver: InstanceType | ClassType): Type {
  const { summary } = symbol.module;
  const scope = summary.scopeOf(row);
  const value = summary.c(row);
  const classFrame = p.classFrame(symbol);
  // `self.x: T = None` in a method: the annotation alone tells, and costs no look into the method.
  if (summary.op(value) === Op.Annotated && scope.kind === 'function') {
    const type = annotationType(p, p.methodFrame(symbol, scope.id, receiver), summary.b(value));
    if (type.kind !== 'unknown') return type;
  }
  return p.typeOf(scope.kind === 'function' ? p.methodFrame(symbol, scope.id, receiver) : classFrame, value);
}

/** The more telling of what was declared and what is stored: a subclass of the declared class says more. */
export function refine(p: Evaluator, declaredType: Type, actual: Type): Type {
  if (declaredType.kind === 'unknown') return actual;
  const wanted = p.types.withoutNone(declaredType);
  const found = p.types.withoutNone(actual);
  if (wanted.kind === 'callable' && (found.kind === 'function' || found.kind === 'partial')) return found;
  if (wanted.kind !== 'instance' || found.kind !== 'instance' || wanted.class === found.class)
    return declaredType;
  return ancestors(p, found.class).some((ancestor) => ancestor.class === wanted.class)
    ? actual
    : declaredType;
}

/** A member as it is seen through a receiver: methods are bound, properties and descriptors are read. */
export function bind(p: Evaluator, type: Type, receiver: InstanceType | ClassType): Type {
  switch (type.kind) {
    case 'function': {
      const { modifiers } = type.function;
      if (modifiers.isStatic || type.receiver) return type;
      if (modifiers.isClassMethod) {
        const cls = receiver.kind === 'class' ? receiver : p.types.class(receiver.class, receiver.args);
        return p.types.function(type.function, type.closure, cls);
      }
      // `Class.method` is called with an explicit `self`.
      return receiver.kind === 'class' ? type : p.types.function(type.function, type.closure, receiver);
    }
    case 'property':
      return receiver.kind === 'class' ? type : p.resultOf(bind(p, type.getter, receiver));
    case 'variable':
      return type === p.types.self ? p.types.instance(receiver.class, receiver.args) : type;
    case 'union':
      return p.types.union(type.members.map((member) => bind(p, member, receiver)));
    case 'instance': {
      const get = p.hasOwn(type.class, '__get__') && findMember(p, type.class, '__get__', undefined, type);
      if (!get) return type;
      const result = p.resultOf(bind(p, get.type, type));
      return result.kind === 'unknown' ? type : result;
    }
    default:
      return type;
  }
}

/** The property that `x.name` runs, with its getter and setter bound to `x`; nothing when it is no property. */
export function propertyOf(
  p: Evaluator,
  base: Type,
  name: string,
): readonly { readonly getter: Type; readonly setter: Type }[] {
  if (base.kind === 'union') return base.members.flatMap((member) => propertyOf(p, member, name));
  if (base.kind === 'variable' && base.bound) return propertyOf(p, base.bound, name);
  if (base.kind === 'super') {
    return accessors(
      p,
      findMember(p, base.receiver.class, name, base.class, base.receiver)?.type,
      base.receiver,
    );
  }
  if (base.kind !== 'instance') return [];
  // What methods store in `self` is no property, and need not be looked at.
  const owner = ancestors(p, base.class).find((each) => each.class && declares(p, each.class, name));
  if (owner?.class && !p.hasOwn(owner.class, name)) return [];
  const member = owner && findMember(p, base.class, name, undefined, base);
  if (!member) {
    const fallback = findMember(p, base.class, '__getattr__', undefined, base);
    return fallback?.owner ? [{ getter: bind(p, fallback.type, base), setter: p.types.unknown }] : [];
  }
  return accessors(p, member.type, base);
}

function declares(p: Evaluator, symbol: ClassSymbol, name: string): boolean {
  return p.hasOwn(symbol, name) || symbol.module.summary.attributes(symbol.scope.id).has(name);
}

function accessors(
  p: Evaluator,
  type: Type | undefined,
  receiver: InstanceType | ClassType,
): readonly { readonly getter: Type; readonly setter: Type }[] {
  if (!type) return [];
  if (type.kind === 'union') return type.members.flatMap((member) => accessors(p, member, receiver));
  if (type.kind === 'property')
    return [{ getter: bind(p, type.getter, receiver), setter: bind(p, type.setter, receiver) }];
  if (type.kind !== 'instance' || type.class.module.origin === 'stub') return [];
  const get = p.hasOwn(type.class, '__get__') && findMember(p, type.class, '__get__', undefined, type);
  return get ? [{ getter: bind(p, get.type, type), setter: p.types.unknown }] : [];
}
