/** Functions that reach a framework through the project: by a decorator of its own, or by a function that takes others in. */
import type { Frameworks, Registration } from '../knowledge/frameworks.ts';
import { ArgumentForm, Op, type Scope, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import type { FunctionSymbol } from '../program/symbols.ts';
import { alternatives } from '../program/types.ts';
import { calleeNames } from './callee-names.ts';
import { registrationOf } from './registrations.ts';

export class OwnDecorators {
  readonly #p: Evaluator;
  readonly #frameworks: Frameworks;
  /** By function: what it is to a framework. */
  readonly #registered = new Map<Scope, Registration | undefined>();
  readonly #groups = new Set<Scope>();
  /** What decorators of the project put in the place of a function. */
  readonly #wrappers = new Set<Scope>();
  /** By function: the framework's decorator to which it hands on what it decorates. */
  readonly #handsOn = new Map<Scope, Registration | undefined>();

  constructor(p: Evaluator, frameworks: Frameworks) {
    this.#p = p;
    this.#frameworks = frameworks;
  }

  /** How a function comes to a framework, if not by itself. */
  registration(module: Module, scope: Scope): Registration | undefined {
    return answered(this.#registered, scope, () => {
      const frame = this.#p.genericFrame(module, scope.parent);
      for (const decorator of scope.decorators) {
        const found = this.#behind(frame, decorator);
        if (found) return found;
      }
      return undefined;
    });
  }

  /** It wraps others, or holds them together and calls nothing; as far as those have been asked about. */
  standsForOthers({ module: { summary }, scope }: Frame): boolean {
    if (this.#wrappers.has(scope)) return true;
    if (!this.#groups.has(scope)) return false;
    for (let row = scope.first; row < scope.end; row++) if (summary.op(row) === Op.Call) return false;
    return true;
  }

  #behind(frame: Frame, decorator: Value): Registration | undefined {
    const { summary } = frame.module;
    const callee = summary.op(decorator) === Op.Call ? summary.a(decorator) : decorator;
    for (const { function: own } of this.#ownFunctions(frame, callee)) {
      const found = this.#handingOn(own);
      if (found) return found;
    }
    if (summary.op(callee) !== Op.Attribute) return undefined;
    const member = summary.string(summary.b(callee));
    if (!this.#frameworks.mayTakeIn(member)) return undefined;
    for (const { function: group } of this.#ownFunctions(frame, summary.a(callee))) {
      const found =
        registrationOf(this.#p, this.#frameworks, group.module, group.scope) ??
        this.registration(group.module, group.scope);
      if (!found?.takesIn.includes(member)) continue;
      this.#groups.add(group.scope);
      return found;
    }
    return undefined;
  }

  #handingOn({ module, scope }: FunctionSymbol): Registration | undefined {
    return answered(this.#handsOn, scope, () => {
      const inside = module.summary.scopes.filter(
        (one) => one === scope || (one.kind === 'function' && isWithin(module, one, scope)),
      );
      for (const one of inside) {
        const wrapper = one === scope ? undefined : registrationOf(this.#p, this.#frameworks, module, one);
        if (wrapper) this.#wrappers.add(one);
        const found = wrapper ?? this.#applied(this.#p.genericFrame(module, one.id), inside);
        if (found) return found;
      }
      return undefined;
    });
  }

  /** `return click.command(…)`, and `click.command(…)(function)` for one that was handed over. */
  #applied(frame: Frame, around: readonly Scope[]): Registration | undefined {
    const { summary } = frame.module;
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      const made = decoratorMade(frame, row, around);
      if (made === undefined) continue;
      const callee = summary.op(made) === Op.Call ? summary.a(made) : made;
      const found =
        this.#frameworks.decorator(calleeNames(this.#p, frame, callee)) ??
        this.#ownFunctions(frame, callee)
          .map((own) => this.#handingOn(own.function))
          .find((one) => one !== undefined);
      if (found) return found;
    }
    return undefined;
  }

  #ownFunctions(frame: Frame, value: Value): { readonly function: FunctionSymbol }[] {
    return alternatives(this.#p.typeOf(frame, value)).flatMap((type) =>
      type.kind === 'function' && type.function.module.origin === 'workspace' ? [type] : [],
    );
  }
}

/** The decorator that a row hands back, or puts around a parameter of the functions around it. */
function decoratorMade(frame: Frame, row: Value, around: readonly Scope[]): Value | undefined {
  const { summary } = frame.module;
  if (summary.op(row) === Op.Return) {
    const value = summary.a(row);
    return value >= 0 && summary.op(value) === Op.Call ? value : undefined;
  }
  if (summary.op(row) !== Op.Call) return undefined;
  const [first, ...others] = summary.args(row);
  if (first?.form !== ArgumentForm.Positional || others.length > 0) return undefined;
  const { value } = first;
  const isParameter =
    summary.op(value) === Op.Parameter ||
    (summary.op(value) === Op.Lookup &&
      around.some(({ parameters }) =>
        parameters.some(({ name }) => name === summary.string(summary.a(value))),
      ));
  return isParameter ? summary.a(row) : undefined;
}

function isWithin({ summary }: Module, scope: Scope, outer: Scope): boolean {
  for (let at = scope.parent; at > 0; at = summary.scope(at).parent) if (at === outer.id) return true;
  return false;
}

/** Asked once; a function that leads back to itself leads nowhere. */
function answered<T>(known: Map<Scope, T | undefined>, scope: Scope, look: () => T): T | undefined {
  if (!known.has(scope)) {
    known.set(scope, undefined);
    known.set(scope, look());
  }
  return known.get(scope);
}
