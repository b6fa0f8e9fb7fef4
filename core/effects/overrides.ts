/** Methods and those that override them, across all classes of the workspace. */
import type { Evaluator } from '../program/evaluator.ts';
import { ancestors } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import type { ClassSymbol, FunctionSymbol } from '../program/symbols.ts';
import type { FunctionType } from '../program/types.ts';

export class Overrides {
  readonly #p: Evaluator;
  readonly #modules: readonly Module[];
  #methods: Map<string, FunctionSymbol[]> | undefined;
  /** By method, the classes below which some class has one of its own. */
  readonly #overridden = new Map<string, ReadonlySet<ClassSymbol>>();

  constructor(p: Evaluator, modules: readonly Module[]) {
    this.#p = p;
    this.#modules = modules;
  }

  /** Whether a call of a method may mean that of a subclass. */
  isOverridden({ function: { owner, scope }, receiver }: FunctionType): boolean {
    if (!owner) return false;
    const called = receiver?.kind === 'instance' || receiver?.kind === 'class' ? receiver.class : owner;
    return this.#overriddenBelow(scope.name).has(called);
  }

  #overriddenBelow(name: string): ReadonlySet<ClassSymbol> {
    const known = this.#overridden.get(name);
    if (known) return known;
    const above = new Set<ClassSymbol>();
    for (const { owner } of this.#byName().get(name) ?? []) {
      const [, ...others] = owner ? ancestors(this.#p, owner) : [];
      for (const ancestor of others) if (ancestor.class) above.add(ancestor.class);
    }
    this.#overridden.set(name, above);
    return above;
  }

  /** Whether a method overrides another one of the workspace, or is overridden. */
  isOneOfSeveral({ owner, scope }: FunctionSymbol): boolean {
    const isAbove = (below: ClassSymbol, above: ClassSymbol) =>
      ancestors(this.#p, below).some((ancestor) => ancestor.class === above);
    return (this.#byName().get(scope.name) ?? []).some(
      (other) =>
        owner !== undefined &&
        other.owner !== undefined &&
        other.owner !== owner &&
        (isAbove(other.owner, owner) || isAbove(owner, other.owner)),
    );
  }

  #byName(): ReadonlyMap<string, readonly FunctionSymbol[]> {
    if (this.#methods) return this.#methods;
    this.#methods = new Map();
    for (const module of this.#modules) {
      for (const scope of module.summary.scopes) {
        if (scope.kind !== 'function' || module.summary.scope(scope.parent).kind !== 'class') continue;
        const symbol = this.#p.functionAt(this.#p.genericFrame(module, scope.parent), scope.id);
        const known = this.#methods.get(scope.name);
        if (known) known.push(symbol);
        else this.#methods.set(scope.name, [symbol]);
      }
    }
    return this.#methods;
  }
}
