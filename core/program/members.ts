/** What `x.name` is, for every kind of `x`. */
import { Op } from '../model/summary.ts';
import { withPositional } from './arguments.ts';
import { storedType } from './attributes.ts';
import { sharedByClass, sharedByModule } from './contents.ts';
import type { Evaluator } from './evaluator.ts';
import { ancestors, argumentMap, metaclassOf } from './hierarchy.ts';
import { type Located, memberOf } from './names.ts';
import { classOf } from './narrowing.ts';
import { stubbedMember } from './stub-twins.ts';
import { substitute } from './substitution.ts';
import type { ClassSymbol } from './symbols.ts';
import type { ClassType, InstanceType, ModuleType, SuperType, Type } from './types.ts';

/** A member as a class declares it, before it is bound to anything. */
export interface Member {
  readonly type: Type;
  /** The class that declares it; undefined when an ancestor could not be read. */
  readonly owner: ClassSymbol | undefined;
}

export function memberType(p: Evaluator, base: Type, name: string): Type {
  const { types } = p;
  switch (base.kind) {
    case 'module':
    case 'instance':
    case 'class':
      return p.member(base, name);
    case 'external':
      return types.external(`${base.path}.${name}`);
    case 'super':
      return superMember(p, base, name);
    case 'union':
      return types.union(base.members.map((member) => memberType(p, member, name)));
    case 'variable':
      return base.bound ? memberType(p, base.bound, name) : types.unknown;
    case 'callable':
      return base.isClass ? memberType(p, classOf(p, base.result), name) : types.unknown;
    default: {
      const instance = p.asInstance(base);
      return instance ? instanceMember(p, instance, name) : types.unknown;
    }
  }
}

/** The same, worked out anew. */
export function findMemberType(p: Evaluator, base: Owner, name: string): Type {
  switch (base.kind) {
    case 'module':
      return moduleMember(p, base, name);
    case 'instance':
      return instanceMember(p, base, name);
    case 'class':
      return classObjectMember(p, base, name);
  }
}

/** What has members of its own. */
export type Owner = ModuleType | InstanceType | ClassType;

function moduleMember(p: Evaluator, base: ModuleType, name: string): Type {
  const { types } = p;
  const target = memberOf(p, base.module, name);
  if (target?.kind === 'module') return types.module(target.module);
  if (target?.kind === 'external') return types.external(target.path);
  const own = target ? definedType(p, target.located, name) : types.unknown;
  return types.union([own, ...p.patches.of(base, name)]);
}

/** The values that define a name, with what functions put into those that are containers. */
export function definedType(p: Evaluator, definitions: readonly Located[], name: string): Type {
  return p.types.union(
    definitions.map(({ frame, value }) => {
      const type = p.typeOf(frame, value);
      return frame.scope.kind === 'module' ? sharedByModule(p, frame.module, name, type) : type;
    }),
  );
}

function instanceMember(p: Evaluator, base: InstanceType, name: string): Type {
  if (name === '__class__') return p.types.class(base.class, base.args);
  // A string is no other receiver than the next, and a list is what it is whatever it holds.
  const receiver = base.detail ? (p.types.plain(base) as InstanceType) : base;
  const member = findMember(p, base.class, name, undefined, receiver);
  if (!member || member.type.kind === 'unknown') {
    const stubbed = stubbedMember(p, base.class, name);
    if (stubbed) return bind(p, stubbed, receiver);
  }
  if (member) return bind(p, member.type, receiver);
  const hook = attributeHook(p, receiver, name);
  if (hook) return p.callResult(hook, withPositional(p.literal(name)));
  return memberBelow(p, base.class, name);
}

/** More classes than this have nothing in common but a name. */
const MAX_BELOW = 12;

/** What the methods of a base class or mixin use, and leave to the classes below it to have. */
function memberBelow(p: Evaluator, symbol: ClassSymbol, name: string): Type {
  const { types } = p;
  if (symbol.module.origin !== 'workspace') return types.unknown;
  const below = p.declaringBelow(symbol, name);
  if (below.length > MAX_BELOW) return types.unknown;
  return types.union(below.map((each) => p.member(types.instance(each), name)));
}

/** `__getattr__`, where it does nothing but hand on: one that chooses may mean anything, and so may a subclass. */
export function attributeHook(p: Evaluator, base: InstanceType, name: string): Type | undefined {
  const member = findMember(p, base.class, '__getattr__', undefined, base);
  if (!member?.owner || member.type.kind !== 'function') return undefined;
  const { module, scope } = member.type.function;
  if (scope.returnAnnotation >= 0) return bind(p, member.type, base);
  let returns = 0;
  for (let row = scope.first; row < scope.end; row++) if (module.summary.op(row) === Op.Return) returns++;
  return returns > 1 || p.declaringBelow(base.class, name).length > 0
    ? undefined
    : bind(p, member.type, base);
}

/** A method behind `super()` is that very one, whatever overrides it. */
function superMember(p: Evaluator, { class: after, receiver }: SuperType, name: string): Type {
  const member = findMember(p, receiver.class, name, after, receiver);
  const type = member ? bind(p, member.type, receiver) : p.types.unknown;
  if (type.kind !== 'function') return type;
  // `super().__new__(cls)` is handed its class as any static method is.
  const own = type.function.scope.name === '__new__' ? undefined : type.receiver;
  return p.types.function(type.function, type.closure, own, true);
}

function classObjectMember(p: Evaluator, base: ClassType, name: string): Type {
  const member = findMember(p, base.class, name, undefined, base);
  if (!member) return metaclassMember(p, base, name) ?? p.types.unknown;
  const { type } = member;
  // An enumeration's member is an instance of it.
  if (p.isEnum(base.class) && (type.kind === 'instance' || type.kind === 'unknown' || type.kind === 'tuple'))
    return p.types.instance(base.class);
  return bind(p, type, base);
}

/** What the class of a class gives it. */
export function metaclassMember(p: Evaluator, base: ClassType, name: string): Type | undefined {
  const metaclass = metaclassOf(p, base.class);
  if (!metaclass) return undefined;
  const member = findMember(p, metaclass, name, undefined, p.types.instance(metaclass));
  if (!member?.owner) return undefined;
  const { type } = member;
  if (type.kind === 'property') return p.resultOf(boundTo(p, type.getter, base));
  return boundTo(p, type, base);
}

function boundTo(p: Evaluator, type: Type, receiver: ClassType): Type {
  if (type.kind !== 'function' || type.function.modifiers.isStatic) return type;
  return p.types.function(type.function, type.closure, receiver);
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
  /** Stored in `self` with a value that says nothing: a class above may say more of the same attribute. */
  let vague: Member | undefined;
  for (const ancestor of ancestors(p, symbol)) {
    if (skipping) {
      skipping = ancestor.class !== after;
      continue;
    }
    if (!ancestor.class) {
      external ??= ancestor.path;
      continue;
    }
    const member = memberIn(p, ancestor.class, ancestor.args, name, receiver);
    if (!member) continue;
    if (!isVague(member.type) || p.hasOwn(ancestor.class, name))
      return vague ? either(p, vague, member) : member;
    vague ??= member;
  }
  if (vague) return vague;
  return external === undefined ? objectMember(p, symbol, name) : externalMember(p, external, name, receiver);
}

function memberIn(
  p: Evaluator,
  owner: ClassSymbol,
  given: readonly Type[],
  name: string,
  receiver: InstanceType | ClassType,
): Member | undefined {
  const type = declared(p, owner, name, receiver);
  if (!type) return undefined;
  const args = receiver.args.length > 0 ? ancestorArgs(p, receiver, given) : given;
  return { type: args.length > 0 ? substitute(p, type, argumentMap(p, owner, args)) : type, owner };
}

function isVague({ kind }: Type): boolean {
  return kind === 'none' || kind === 'unknown';
}

/** What a class that could not be read may have, known by its path; empty where not even that is known. */
function externalMember(
  p: Evaluator,
  external: string,
  name: string,
  receiver: InstanceType | ClassType,
): Member | undefined {
  if (name.startsWith('__')) return undefined;
  if (external === '') return { type: p.types.unknown, owner: undefined };
  const path = `${external}${receiver.kind === 'instance' ? '()' : ''}.${name}`;
  return { type: p.types.external(path), owner: undefined };
}

function either(p: Evaluator, below: Member, above: Member): Member {
  return above.type.kind === 'function' ? below : { ...above, type: p.types.union([below.type, above.type]) };
}

/** What every class has from `object`. */
function objectMember(p: Evaluator, symbol: ClassSymbol, name: string): Member | undefined {
  const object = name.startsWith('__') ? p.builtin('object') : undefined;
  if (!object || object === symbol) return undefined;
  const [definition] = p.classMember(object, name);
  return definition && { type: p.typeOf(definition.frame, definition.value), owner: object };
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
  const patches = symbol.module.origin === 'stub' ? [] : p.patches.of(p.types.class(symbol), name);
  if (inBody.length === 0 && !stores) return patches.length > 0 ? p.types.union(patches) : undefined;
  const body = p.types.union([...inBody.map(({ frame, value }) => p.typeOf(frame, value)), ...patches]);
  if (!stores) return sharedByClass(p, symbol, name, body, receiver);
  const isDeclaration = inBody.some(({ frame, value }) => frame.module.summary.op(value) === Op.Annotated);
  if (inBody.length > 0 && !isDeclaration && body.kind !== 'unknown' && body.kind !== 'none') return body;
  const stored = p.types.union(stores.map((row) => storedType(p, symbol, row, receiver)));
  const type = isDeclaration ? refine(p, body, stored) : p.types.union([body, stored]);
  return sharedByClass(p, symbol, name, type, receiver);
}

/** The more telling of what was declared and what is stored: a subclass of the declared class says more. */
export function refine(p: Evaluator, declaredType: Type, actual: Type): Type {
  if (declaredType.kind === 'unknown') return actual;
  const wanted = p.types.withoutNone(declaredType);
  const found = p.types.withoutNone(actual);
  if (wanted.kind === 'callable' && (found.kind === 'function' || found.kind === 'partial')) return found;
  if (wanted.kind !== 'instance' || found.kind !== 'instance') return declaredType;
  // What was written into a container says more than what it may hold.
  if (wanted.class === found.class) return found.detail?.kind === 'items' ? found : declaredType;
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
      const get = descriptorMethod(p, type, '__get__');
      if (!get) return type;
      const result = p.callResult(get, withPositional(...accessArguments(p, receiver)));
      return result.kind === 'unknown' ? type : result;
    }
    default:
      return type;
  }
}

/** A method of a descriptor, bound to it; undefined for what is no descriptor. */
export function descriptorMethod(p: Evaluator, type: InstanceType, name: string): Type | undefined {
  // Functions of the standard library are descriptors too, and are bound as functions are.
  if (!ancestors(p, type.class).some(({ class: ancestor }) => ancestor && p.hasOwn(ancestor, name)))
    return undefined;
  const member = findMember(p, type.class, name, undefined, type);
  return member && bind(p, member.type, type);
}

/** What `__get__` is handed: the instance, or None, and the class. */
export function accessArguments(p: Evaluator, receiver: InstanceType | ClassType): Type[] {
  return receiver.kind === 'class'
    ? [p.types.none, receiver]
    : [receiver, p.types.class(receiver.class, receiver.args)];
}
