/** Methods that are coroutine functions where the method they override is a plain one, and the reverse. */
import type { Span } from '../model/span.ts';
import { Op, type Scope } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import { ancestors } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import type { ClassSymbol, FunctionSymbol } from '../program/symbols.ts';
import { asyncClassNames } from './async-twins.ts';
import type { ColourChecks } from './colour-checks.ts';
import type { CoroutineFunctions } from './coroutine-functions.ts';
import type { PlainValues } from './plain-values.ts';
import { displayName } from './scopes.ts';
import { methodCalls } from './method-calls.ts';
import { isTest } from './test-code.ts';

export interface AsyncOverride {
  /** The name of the method that overrides. */
  readonly span: Span;
  readonly function: string;
  readonly isAsync: boolean;
  /** The method that is overridden, as people would name it. */
  readonly base: string;
  /** Where that one is, when its source is at hand. */
  readonly baseAt: { readonly path: string; readonly span: Span } | undefined;
}

export class AsyncOverrides {
  readonly #p: Evaluator;
  readonly #functions: CoroutineFunctions;
  readonly #plain: PlainValues;
  readonly #checks: ColourChecks;

  readonly #modules: readonly Module[];

  constructor(
    p: Evaluator,
    modules: readonly Module[],
    functions: CoroutineFunctions,
    plain: PlainValues,
    checks: ColourChecks,
  ) {
    this.#p = p;
    // Tests call what they have put there themselves.
    this.#modules = modules.filter((module) => !isTest(module));
    this.#functions = functions;
    this.#plain = plain;
    this.#checks = checks;
  }

  in(module: Module): AsyncOverride[] {
    const found: AsyncOverride[] = [];
    // What stands in for something in a test is called by that test alone.
    if (isTest(module)) return found;
    for (const scope of module.summary.scopes) {
      if (scope.kind !== 'function' || module.summary.scope(scope.parent).kind !== 'class') continue;
      const symbol = this.#p.functionAt(this.#p.genericFrame(module, scope.parent), scope.id);
      const base = symbol.owner && this.#overridden(symbol.owner, scope);
      if (!base || !this.#differs(symbol, base) || this.#isTwin(symbol, base)) continue;
      found.push({
        span: scope.nameSpan,
        function: scope.qualname,
        isAsync: scope.isAsync,
        base: displayName(base),
        baseAt:
          base.module.origin === 'stub' ? undefined : { path: base.module.path, span: base.scope.nameSpan },
      });
    }
    return found;
  }

  /** The method that one overrides: the nearest above it, unless a class that was not read is nearer. */
  #overridden(owner: ClassSymbol, { name }: Scope): FunctionSymbol | undefined {
    if (/^__.*(?<!__)$/.test(name)) return undefined;
    for (const ancestor of ancestors(this.#p, owner).slice(1)) {
      if (!ancestor.class) return undefined;
      const [member] = this.#p.classMember(ancestor.class, name);
      if (!member) continue;
      const { summary } = member.frame.module;
      if (summary.op(member.value) !== Op.Function) return undefined;
      return this.#p.functionAt(member.frame, summary.a(member.value));
    }
    return undefined;
  }

  #differs(own: FunctionSymbol, base: FunctionSymbol): boolean {
    if (own.scope.isAsync === base.scope.isAsync || own.modifiers.isProperty !== base.modifiers.isProperty)
      return false;
    const [coroutine, plain] = own.scope.isAsync ? [own, base] : [base, own];
    return (
      this.#makesCoroutine(coroutine) &&
      this.#plain.returnsPlain(plain) &&
      !this.#checks.isAsked(own) &&
      !this.#suitsCallers(own, base)
    );
  }

  /** All who call a method of the program by this name do as its override wants, whatever the base class says. */
  #suitsCallers({ scope }: FunctionSymbol, base: FunctionSymbol): boolean {
    if (base.module.origin !== 'workspace') return false;
    const ways = this.#modules.flatMap(({ summary }) => [...(methodCalls(summary).get(scope.name) ?? [])]);
    return ways.length > 0 && !ways.includes(scope.isAsync ? 'plain' : 'awaited');
  }

  /** `class AsyncStore(Store)`: who takes the async side of a class by its name knows that its methods are awaited. */
  #isTwin({ owner, scope }: FunctionSymbol, base: FunctionSymbol): boolean {
    if (!owner || !base.owner || !scope.isAsync) return false;
    const above = ancestors(this.#p, owner).flatMap(({ class: ancestor }) => ancestor ?? []);
    return above.some(
      (ancestor) => ancestor !== owner && asyncClassNames(ancestor.scope.name).includes(owner.scope.name),
    );
  }

  #makesCoroutine(symbol: FunctionSymbol): boolean {
    const { scope, modifiers } = symbol;
    return !scope.isGenerator && modifiers.manager === undefined && this.#functions.isAsWritten(symbol);
  }
}
