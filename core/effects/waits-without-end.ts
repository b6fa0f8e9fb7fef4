/** Calls that wait for somebody else as long as it takes, because nobody told them otherwise, or somebody did. */
import { Literal, Op, type Value } from '../model/summary.ts';
import type { Catalogue, Timeout } from '../knowledge/catalogue.ts';
import { constructionOf } from '../program/construction.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { alternatives } from '../program/types.ts';
import { calleeName } from './chain.ts';
import { expectsError } from './expects-error.ts';
import { argumentOf, hidesArguments, namedCalls, type Spot, spotOf } from './named-calls.ts';
import { isTest } from './scopes.ts';
import { isTest as isTestModule } from './test-code.ts';
import { hasLimit, limitedNames } from './time-limits.ts';

export interface EndlessWait extends Spot {
  /** As people write it. */
  readonly callee: string;
  /** The parameter that takes the limit; undefined when the call has none. */
  readonly param: string | undefined;
  /** Somebody says `None`; else nobody says anything. */
  readonly isDisabled: boolean;
  /** What would hold if nothing were said: `none`, or a time. */
  readonly usual: string;
}

export class EndlessWaits {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #modules: ReadonlyMap<string, Module>;
  #limited: ReadonlySet<string> | undefined;

  constructor(p: Evaluator, catalogue: Catalogue, modules: ReadonlyMap<string, Module>) {
    this.#p = p;
    this.#catalogue = catalogue;
    this.#modules = modules;
  }

  in(module: Module): EndlessWait[] {
    const found: EndlessWait[] = [];
    const sieve = { test: (name: string) => this.#catalogue.mayHave('timeouts', name) };
    for (const { frame, call, names } of namedCalls(this.#p, module, sieve, (all) => all.length > 0)) {
      const timeout = this.#catalogue.timeout(names);
      if (!timeout) continue;
      const { param, position, others = [], default: usual } = timeout;
      const given = param === undefined ? undefined : argumentOf(frame, call, param, position);
      const isDisabled = given !== undefined && isNone(frame, given);
      if (others.some((other) => this.#isGiven(frame, call, other))) continue;
      if (given === undefined ? !this.#isMissing(frame, call, names, timeout) : !isDisabled) continue;
      if (expectsError(this.#p, frame, call)) continue;
      found.push({
        ...spotOf(frame, call),
        callee: calleeName(names.at(-1) ?? ''),
        param,
        isDisabled,
        usual,
      });
    }
    return found;
  }

  #isGiven(frame: Frame, call: Value, param: string): boolean {
    const value = argumentOf(frame, call, param);
    return value !== undefined && !isNone(frame, value);
  }

  #isMissing(frame: Frame, call: Value, names: readonly string[], timeout: Timeout): boolean {
    const { default: usual, isSetting, globally } = timeout;
    if (usual !== 'none' || isSetting === true || hidesArguments(frame, call)) return false;
    // A test that hangs is seen to hang, and test runners have limits of their own.
    if (isTest(frame.scope) || isTestModule(frame.module)) return false;
    if (globally !== undefined && this.#isCalledSomewhere(globally)) return false;
    // What waits by awaiting can be limited by what stands around it, here or at a caller.
    if (!this.#catalogue.blocking(names) && this.#isLimited(frame)) return false;
    return !this.#hasOwnWays(frame, call);
  }

  #isCalledSomewhere(path: string): boolean {
    const name = path.slice(path.lastIndexOf('.') + 1);
    return [...this.#modules.values()].some(({ summary }) => summary.data.strings.includes(name));
  }

  #isLimited(frame: Frame): boolean {
    if (hasLimit(this.#p, frame)) return true;
    this.#limited ??= limitedNames(this.#p, this.#modules.values());
    return this.#limited.has(frame.scope.name);
  }

  /** A session of the program's own class, with an adapter of its own, or with a method put in place of another. */
  #hasOwnWays(frame: Frame, call: Value): boolean {
    const { summary } = frame.module;
    const callee = summary.a(call);
    if (summary.op(callee) !== Op.Attribute) return false;
    const receiver = summary.a(callee);
    const types = alternatives(this.#p.typeOf(frame, receiver));
    if (types.some((type) => type.kind === 'instance' && type.class.module.origin === 'workspace'))
      return true;
    const built = constructionOf(this.#p, frame, receiver)?.frame ?? frame;
    return isTailored(built.module) || isTailored(frame.module);
  }
}

function isTailored({ summary }: Module): boolean {
  for (let row = 0; row < summary.size; row++) {
    const op = summary.op(row);
    if (op !== Op.Attribute && op !== Op.StoreAttribute) continue;
    const name = summary.string(summary.b(row));
    if (op === Op.Attribute ? name === 'mount' : /^(request|send|get|post)$/.test(name)) return true;
  }
  return false;
}

function isNone({ module: { summary } }: Frame, value: Value): boolean {
  return summary.op(value) === Op.Literal && summary.literal(value) === Literal.None;
}
