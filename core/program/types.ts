/** What a value may be, as far as the code tells. Types are interned: the same type is the same object. */
import type { Frame } from './frame.ts';
import type { Module, Namespace } from './modules.ts';
import type { ClassSymbol, FunctionSymbol } from './symbols.ts';

interface Base {
  readonly id: number;
}

export interface UnknownType extends Base {
  readonly kind: 'unknown';
}

export interface NoneType extends Base {
  readonly kind: 'none';
}

export interface ModuleType extends Base {
  readonly kind: 'module';
  readonly module: Module | Namespace;
}

/** A class itself, as opposed to one of its instances. */
export interface ClassType extends Base {
  readonly kind: 'class';
  readonly class: ClassSymbol;
  readonly args: readonly Type[];
}

export interface InstanceType extends Base {
  readonly kind: 'instance';
  readonly class: ClassSymbol;
  readonly args: readonly Type[];
}

export interface FunctionType extends Base {
  readonly kind: 'function';
  readonly function: FunctionSymbol;
  /** The frame in which it was defined, for closures. */
  readonly closure: Frame | undefined;
  /** The instance or class it is bound to. */
  readonly receiver: Type | undefined;
}

/** `functools.partial(f, …)`. */
export interface PartialType extends Base {
  readonly kind: 'partial';
  readonly callee: Type;
}

/**
 * Something outside the code that could be read, by its access path: `requests.get`, `boto3.client().put_object`.
 * A call adds `()`, an element `[]`.
 */
export interface ExternalType extends Base {
  readonly kind: 'external';
  readonly path: string;
}

/** What calling a function made without running its body yet. */
export interface DeferredType extends Base {
  readonly kind: 'coroutine' | 'generator' | 'async-generator' | 'manager' | 'async-manager';
  readonly frame: Frame;
}

export interface TupleType extends Base {
  readonly kind: 'tuple';
  readonly items: readonly Type[];
}

export interface UnionType extends Base {
  readonly kind: 'union';
  readonly members: readonly Type[];
}

/** `property(get, set)`, or what `@property` makes of a method, before it is asked for. */
export interface PropertyType extends Base {
  readonly kind: 'property';
  readonly getter: Type;
  readonly setter: Type;
}

/** `Callable[[…], Result]`: something that can be called and of which only the result is known. */
export interface CallableType extends Base {
  readonly kind: 'callable';
  readonly result: Type;
}

/** `super()`: members are looked up behind `class` in the receiver's resolution order. */
export interface SuperType extends Base {
  readonly kind: 'super';
  readonly class: ClassSymbol;
  readonly receiver: InstanceType | ClassType;
}

/** A type variable; `key` tells it apart, `name` is `Self` for the type of the receiver. */
export interface VariableType extends Base {
  readonly kind: 'variable';
  readonly key: string;
  readonly bound: Type | undefined;
}

export type Type =
  | UnknownType
  | NoneType
  | ModuleType
  | ClassType
  | InstanceType
  | FunctionType
  | PartialType
  | PropertyType
  | CallableType
  | ExternalType
  | DeferredType
  | TupleType
  | UnionType
  | SuperType
  | VariableType;

/** Unions larger than this say nothing useful and cost much. */
const MAX_UNION = 12;

/** More types than any program has, so that two numbers make one key. */
const MAX_TYPES = 2 ** 24;

export class Types {
  readonly #interned = new Map<string, Type>();
  readonly #classes = new Map<number, ClassType>();
  readonly #instances = new Map<number, InstanceType>();
  readonly #functions = new Map<number, FunctionType>();
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

  instance(symbol: ClassSymbol, args: readonly Type[] = []): InstanceType {
    if (args.length === 0) {
      return this.#plain(this.#instances, symbol.id, (id) => ({ kind: 'instance', id, class: symbol, args }));
    }
    const key = `i${String(symbol.id)}${ids(args)}`;
    return this.#intern(key, (id) => ({ kind: 'instance', id, class: symbol, args }));
  }

  function(symbol: FunctionSymbol, closure?: Frame, receiver?: Type): FunctionType {
    if (!closure) {
      const key = symbol.id * MAX_TYPES + (receiver?.id ?? 0);
      return this.#plain(this.#functions, key, (id) => ({
        kind: 'function',
        id,
        function: symbol,
        closure,
        receiver,
      }));
    }
    const key = `f${String(symbol.id)}c${String(closure?.id ?? '')}r${String(receiver?.id ?? '')}`;
    return this.#intern(key, (id) => ({ kind: 'function', id, function: symbol, closure, receiver }));
  }

  partial(callee: Type): PartialType {
    return this.#intern(`p${String(callee.id)}`, (id) => ({ kind: 'partial', id, callee }));
  }

  property(getter: Type, setter: Type): PropertyType {
    const key = `g${String(getter.id)},${String(setter.id)}`;
    return this.#intern(key, (id) => ({ kind: 'property', id, getter, setter }));
  }

  callable(result: Type): CallableType {
    return this.#intern(`l${String(result.id)}`, (id) => ({ kind: 'callable', id, result }));
  }

  external(path: string): ExternalType {
    return this.#intern(`e${path}`, (id) => ({ kind: 'external', id, path }));
  }

  deferred(kind: DeferredType['kind'], frame: Frame): DeferredType {
    return this.#intern(`${kind}${String(frame.id)}`, (id) => ({ kind, id, frame }));
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

  /** Any of several types. What is unknown adds nothing, unless nothing is known. */
  union(types: Iterable<Type>): Type {
    const members = new Set<Type>();
    for (const type of types) {
      if (type.kind === 'union') for (const member of type.members) members.add(member);
      else if (type.kind !== 'unknown') members.add(type);
    }
    const [only] = members;
    if (!only || members.size > MAX_UNION) return this.unknown;
    if (members.size === 1) return only;
    const sorted = [...members].sort((a, b) => a.id - b.id);
    return this.#intern(`u${ids(sorted)}`, (id) => ({ kind: 'union', id, members: sorted }));
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

/** The members of a union, or the type alone; nothing for what is unknown. */
export function alternatives(type: Type): readonly Type[] {
  if (type.kind === 'union') return type.members;
  return type.kind === 'unknown' ? [] : [type];
}
