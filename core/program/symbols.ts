/** Classes and functions of the program, by where they are defined. */
import type { Scope } from '../model/summary.ts';
import type { Frame } from './frame.ts';
import type { Module } from './modules.ts';
import type { Type, VariableType } from './types.ts';

/** One place of a class's resolution order: a class that was read, or the access path of one that was not. */
export type Ancestor =
  | { readonly class: ClassSymbol; readonly args: readonly Type[] }
  /** Empty where not even a path is known. */
  | { readonly class: undefined; readonly path: string };

export class ClassSymbol {
  readonly id: number;
  readonly module: Module;
  readonly scope: Scope;
  /** The frame around its definition: nested classes see the function or class they stand in. */
  readonly outer: Frame;
  /** Module and qualified name: `pathlib.Path`. */
  readonly name: string;
  /** Filled in by hierarchy.ts when first asked for. */
  ancestors: readonly Ancestor[] | undefined;
  parameters: readonly VariableType[] | undefined;

  constructor(id: number, module: Module, scope: Scope, outer: Frame) {
    this.id = id;
    this.module = module;
    this.scope = scope;
    this.outer = outer;
    this.name = `${module.name}.${scope.qualname}`;
  }
}

/** What its decorators make of a function. */
export interface Modifiers {
  readonly isStatic: boolean;
  readonly isClassMethod: boolean;
  readonly isProperty: boolean;
  /** `@name.setter`, `@name.deleter`. */
  readonly accessor: 'setter' | 'deleter' | undefined;
  readonly isAbstract: boolean;
  readonly isOverload: boolean;
  /** `@singledispatch`: others may be registered for it. */
  readonly isDispatch: boolean;
  /** `@contextmanager` and `@asynccontextmanager`. */
  readonly manager: 'manager' | 'async-manager' | undefined;
}

export class FunctionSymbol {
  readonly id: number;
  readonly module: Module;
  readonly scope: Scope;
  /** The class in whose body it stands. */
  readonly owner: ClassSymbol | undefined;
  readonly modifiers: Modifiers;
  /** Module and qualified name: `requests.sessions.Session.get`. */
  readonly name: string;

  constructor(
    id: number,
    module: Module,
    scope: Scope,
    owner: ClassSymbol | undefined,
    modifiers: Modifiers,
  ) {
    this.id = id;
    this.module = module;
    this.scope = scope;
    this.owner = owner;
    this.modifiers = modifiers;
    this.name = `${module.name}.${scope.qualname}`;
  }
}
