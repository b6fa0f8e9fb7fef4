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

/** What more is known of one instance than its class. */
export type Detail =
  /** A short string or a whole number. */
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  /** What a container was seen to hold, by key or index. */
  | { readonly kind: 'items'; readonly items: ReadonlyMap<string | number, Type> }
  /** The frame of the constructor that made it, where its arguments tell more than its signature. */
  | { readonly kind: 'made'; readonly frame: Frame };

export interface InstanceType extends Base {
  readonly kind: 'instance';
  readonly class: ClassSymbol;
  readonly args: readonly Type[];
  readonly detail: Detail | undefined;
}

export interface FunctionType extends Base {
  readonly kind: 'function';
  readonly function: FunctionSymbol;
  /** The frame in which it was defined, for closures. */
  readonly closure: Frame | undefined;
  /** The instance or class it is bound to. */
  readonly receiver: Type | undefined;
  /** Reached through `super()`: this very function is meant, and none that overrides it. */
  readonly isExact: boolean;
}

/** `functools.partial(f, …)`. */
export interface PartialType extends Base {
  readonly kind: 'partial';
  readonly callee: Type;
  readonly positional: readonly Type[];
  readonly keywords: ReadonlyMap<string, Type>;
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
  /** What it returns, where the call tells more than the frame: `async def first(items: list[T]) -> T`. */
  readonly result: Type | undefined;
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
  readonly deleter: Type;
}

/** `Callable[[…], Result]` and `type[T]`: something that can be called and of which only the result is known. */
export interface CallableType extends Base {
  readonly kind: 'callable';
  readonly result: Type;
  /** It is a class, of which the result is an instance. */
  readonly isClass: boolean;
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

/** The members of a union, or the type alone; nothing for what is unknown. */
export function alternatives(type: Type): readonly Type[] {
  if (type.kind === 'union') return type.members;
  return type.kind === 'unknown' ? [] : [type];
}

/** Whether it is an object of a class of such a name; of what lies above the class nothing is asked. */
export function isInstanceOf(type: Type, name: RegExp): boolean {
  return type.kind === 'instance' && name.test(type.class.name);
}
