/** Makes types: the same type is the same object, so that types are compared at once and remembered by number. */
import type { Frame } from './frame.ts';
import type { Module, Namespace } from './modules.ts';
import type { ClassSymbol, FunctionSymbol } from './symbols.ts';
import type {
  CallableType,
  ClassType,
  DeferredType,
  Detail,
  ExternalType,
  FunctionType,
  InstanceType,
  ModuleType,
  NoneType,
  PartialType,
  PropertyType,
  SuperType,
  TupleType,
  Type,
  UnknownType,
  VariableType,
} from './types.ts';

/** Unions larger than this say nothing useful and cost much. */
const MAX_UNION = 12;

export class Types {
  readonly #interned = new Map<string, Type>();
  readonly #classes = new Map<number, ClassType>();
  readonly #instances = new Map<number, InstanceType>();
  /** By symbol, then by receiver. */
  readonly #functions = new Map<FunctionSymbol, Map<number, FunctionType>>();
  readonly #literals = new Map<string | number | boolean, InstanceType>();
  #count = 0;
  readonly unknown: UnknownType = { kind: 'unknown', id: this.#count++ };
  readonly none: NoneType = { kind: 'none', id: this.#count++ };
  /** `typing.Self`, and what an unannotated `self` is in a stub. */
  readonly self: VariableType = { kind: 'variable', id: this.#count++, key: 'Self', bound: undefined };

  #intern<T extends Type>(key: string, make: (id: number) => T): T {
    let type = this.#interned.get(key);
    if (!type) {
      type = make(this.#count++);
      this.#interned.set(key, type);
    }
    return type as T;
  }

  /** Interning by number, for the types that there are most of. */
  #plain<T extends Type>(known: Map<number, T>, key: number, make: (id: number) => T): T {
    let type = known.get(key);
    if (!type) {
      type = make(this.#count++);
      known.set(key, type);
    }
    return type;
  }

  module(module: Module | Namespace): ModuleType {
    return this.#intern(`m${String(module.id)}`, (id) => ({ kind: 'module', id, module }));
  }

  class(symbol: ClassSymbol, args: readonly Type[] = []): ClassType {
    if (args.length === 0)
      return this.#plain(this.#classes, symbol.id, (id) => ({ kind: 'class', id, class: symbol, args }));
    return this.#intern(`c${String(symbol.id)}${ids(args)}`, (id) => ({
      kind: 'class',
      id,
      class: symbol,
      args,
    }));
  }

  instance(symbol: ClassSymbol, args: readonly Type[] = [], detail?: Detail): InstanceType {
    if (args.length === 0 && !detail) {
      return this.#plain(this.#instances, symbol.id, (id) => ({
        ...{ kind: 'instance', id, class: symbol, args },
        detail,
      }));
    }
    const key = `i${String(symbol.id)}${ids(args)}${detail ? detailKey(detail) : ''}`;
    return this.#intern(key, (id) => ({ kind: 'instance', id, class: symbol, args, detail }));
  }

  /** A short string, a whole number or a truth value: `symbol` is the class of it. */
  literal(symbol: ClassSymbol, value: string | number | boolean): InstanceType {
    let type = this.#literals.get(value);
    if (!type) {
      const detail = { kind: 'literal', value } as const;
      type = { kind: 'instance', id: this.#count++, class: symbol, args: [], detail };
      this.#literals.set(value, type);
    }
    return type;
  }

  function(symbol: FunctionSymbol, closure?: Frame, receiver?: Type, isExact = false): FunctionType {
    if (!closure && !isExact) {
      let known = this.#functions.get(symbol);
      if (!known) this.#functions.set(symbol, (known = new Map<number, FunctionType>()));
      return this.#plain(known, receiver?.id ?? -1, (id) => ({
        ...{ kind: 'function', id, function: symbol },
        ...{ closure, receiver, isExact },
      }));
    }
    const key = `f${String(symbol.id)}c${String(closure?.id ?? '')}r${String(receiver?.id ?? '')}${isExact ? '!' : ''}`;
    return this.#intern(key, (id) => ({
      kind: 'function',
      id,
      function: symbol,
      closure,
      receiver,
      isExact,
    }));
  }

  partial(callee: Type, positional: readonly Type[], keywords: ReadonlyMap<string, Type>): PartialType {
    const key = `p${String(callee.id)}${ids(positional)}${entriesKey(keywords)}`;
    return this.#intern(key, (id) => ({ kind: 'partial', id, callee, positional, keywords }));
  }

  property(getter: Type, setter: Type = this.unknown, deleter: Type = this.unknown): PropertyType {
    const key = `g${ids([getter, setter, deleter])}`;
    return this.#intern(key, (id) => ({ kind: 'property', id, getter, setter, deleter }));
  }

  callable(result: Type, isClass = false): CallableType {
    const key = `l${String(result.id)}${isClass ? '!' : ''}`;
    return this.#intern(key, (id) => ({ kind: 'callable', id, result, isClass }));
  }

  external(path: string): ExternalType {
    return this.#intern(`e${path}`, (id) => ({ kind: 'external', id, path }));
  }

  deferred(kind: DeferredType['kind'], frame: Frame, result?: Type): DeferredType {
    const key = `${kind}${String(frame.id)},${String(result?.id ?? '')}`;
    return this.#intern(key, (id) => ({ kind, id, frame, result }));
  }

  tuple(items: readonly Type[]): TupleType {
    return this.#intern(`t${ids(items)}`, (id) => ({ kind: 'tuple', id, items }));
  }

  super(symbol: ClassSymbol, receiver: InstanceType | ClassType): SuperType {
    const key = `s${String(symbol.id)},${String(receiver.id)}`;
    return this.#intern(key, (id) => ({ kind: 'super', id, class: symbol, receiver }));
  }

  variable(key: string, bound: Type | undefined): VariableType {
    return this.#intern(`v${key}`, (id) => ({ kind: 'variable', id, key, bound }));
  }

  /** Any of several types. What is unknown adds nothing, unless nothing is known but that it may be missing. */
  union(types: readonly Type[]): Type {
    const [first = this.unknown] = types;
    if (types.length < 2) return first;
    const members = new Set<Type>();
    let isOpen = false;
    for (const type of types) {
      if (type.kind === 'union') for (const member of type.members) members.add(member);
      else if (type.kind !== 'unknown') members.add(type);
      else isOpen = true;
    }
    if (members.size > 1) this.#widen(members);
    const [only] = members;
    if (!only || members.size > MAX_UNION || (isOpen && only === this.none && members.size === 1)) {
      return this.unknown;
    }
    if (members.size === 1) return only;
    const sorted = [...members].sort((a, b) => a.id - b.id);
    return this.#intern(`u${ids(sorted)}`, (id) => ({ kind: 'union', id, members: sorted }));
  }

  /** Of several values of one class none is known by what it holds: `"a" | "b"` is a string. */
  #widen(members: Set<Type>): void {
    for (const member of members) {
      const plain = this.plain(member);
      if (plain === member) continue;
      const isAlone = ![...members].some(
        (other) => other !== member && other.kind === 'instance' && this.plain(other) === plain,
      );
      if (isAlone) continue;
      members.delete(member);
      members.add(plain);
    }
  }

  /** The same type without what is known of its value or contents. */
  plain(type: Type): Type {
    if (type.kind !== 'instance' || !type.detail || type.detail.kind === 'made') return type;
    return this.instance(type.class, type.args);
  }

  /** The same type without `None`: whoever uses an optional value has made sure of it, or fails at once. */
  withoutNone(type: Type): Type {
    if (type.kind !== 'union') return type.kind === 'none' ? this.unknown : type;
    return this.union(type.members.filter(({ kind }) => kind !== 'none'));
  }
}

function ids(types: readonly Type[]): string {
  let key = '';
  for (const { id } of types) key += `,${String(id)}`;
  return key;
}

function detailKey(detail: Detail): string {
  switch (detail.kind) {
    case 'literal':
      return `=${JSON.stringify(detail.value)}`;
    case 'items':
      return entriesKey(detail.items);
    case 'made':
      return `@${String(detail.frame.id)}`;
  }
}

function entriesKey(entries: ReadonlyMap<string | number, Type>): string {
  let key = '';
  for (const [name, { id }] of entries) key += `;${JSON.stringify(name)}:${String(id)}`;
  return key;
}
