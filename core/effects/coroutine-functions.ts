/** Which calls make a coroutine, for certain: what cannot be read, or may mean something else, makes none. */
import { Op, RegionKind, type Value } from '../model/summary.ts';
import { argumentsOf, type CallArguments, frameOfCall, NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { bind, findMember, memberType } from '../program/members.ts';
import { writtenPath } from '../program/names.ts';
import { isPartlyKnown } from '../program/partial.ts';
import type { FunctionSymbol } from '../program/symbols.ts';
import { alternatives, type FunctionType, type InstanceType, type Type } from '../program/types.ts';
import { wrappedIn } from './scopes.ts';

/** Decorators that leave alone what a call gives. */
const TRANSPARENT =
  /^(builtins\.(staticmethod|classmethod|property)|abc\.abstract\w+|(typing|typing_extensions|warnings)\.(overload|override|final|no_type_check|deprecated)|functools\.(wraps|cache|lru_cache)|contextlib\.\w+|pytest\.mark\..+|unittest\.mock\.patch.*)$/;

/** Functions that hand on what another function gives are followed this far. */
const MAX_DEPTH = 3;

export class CoroutineFunctions {
  readonly #p: Evaluator;
  readonly #kept = new Map<FunctionSymbol, boolean>();

  constructor(p: Evaluator) {
    this.#p = p;
  }

  /** The function whose coroutine a call makes, where everything that it may mean makes one. */
  madeBy(frame: Frame, call: Value): FunctionSymbol | undefined {
    const callee = frame.module.summary.a(call);
    const given = this.#givenBy(this.#p.typeOf(frame, callee), argumentsOf(this.#p, frame, call), 0);
    const isSure = () => this.#isDeclared(frame, callee) && !isPartlyKnown(this.#p, frame, callee);
    return given && isSure() ? given : undefined;
  }

  /** What a `__getattr__` makes up for names that no class declares may be there after all, set by somebody. */
  #isDeclared(frame: Frame, callee: Value): boolean {
    const { summary } = frame.module;
    if (summary.op(callee) !== Op.Attribute) return true;
    const name = summary.string(summary.b(callee));
    return alternatives(this.#p.typeOf(frame, summary.a(callee))).every(
      (base) =>
        base.kind !== 'instance' || findMember(this.#p, base.class, name, undefined, base) !== undefined,
    );
  }

  /** The function whose coroutine comes of calling `type`, whatever the arguments. */
  givenBy(type: Type): FunctionSymbol | undefined {
    return this.#givenBy(type, NO_ARGUMENTS, 0);
  }

  /** Whether a call gives what the function's own body says: nothing unread stands around it. */
  isAsWritten(symbol: FunctionSymbol): boolean {
    const known = this.#kept.get(symbol);
    if (known !== undefined) return known;
    const kept = this.areTransparent(symbol, symbol.scope.decorators);
    this.#kept.set(symbol, kept);
    return kept;
  }

  /** Whether some of a function's decorators give back the function, or what is as good. */
  areTransparent(symbol: FunctionSymbol, decorators: readonly Value[]): boolean {
    const known = this.#kept.get(symbol);
    // A wrapper is asked what it stands around: that is the function without these decorators.
    this.#kept.set(symbol, true);
    const around = this.#p.genericFrame(symbol.module, symbol.scope.parent);
    const kept = decorators.every((decorator) => this.#leavesAlone(around, decorator, symbol));
    if (known === undefined) this.#kept.delete(symbol);
    else this.#kept.set(symbol, known);
    return kept;
  }

  #givenBy(callee: Type, args: CallArguments, depth: number): FunctionSymbol | undefined {
    let first: FunctionSymbol | undefined;
    for (const type of alternatives(callee)) {
      if (type.kind === 'none') continue;
      const given = this.#givenByOne(type, args, depth);
      if (!given) return undefined;
      first ??= given;
    }
    return first;
  }

  #givenByOne(callee: Type, args: CallArguments, depth: number): FunctionSymbol | undefined {
    switch (callee.kind) {
      case 'function':
        return this.#givenByFunction(callee, args, depth);
      case 'partial':
        return this.#givenBy(callee.callee, NO_ARGUMENTS, depth);
      case 'instance':
        return depth < MAX_DEPTH ? this.#givenBy(this.#called(callee), args, depth + 1) : undefined;
      default:
        return undefined;
    }
  }

  /** What runs when an object is called. No `__getattr__` makes it up. */
  #called(callee: InstanceType): Type {
    const member = findMember(this.#p, callee.class, '__call__', undefined, callee);
    return member?.owner ? bind(this.#p, member.type, callee) : this.#p.types.unknown;
  }

  #givenByFunction(callee: FunctionType, args: CallArguments, depth: number): FunctionSymbol | undefined {
    const { function: symbol } = callee;
    const { scope, modifiers } = symbol;
    if (scope.isGenerator || modifiers.manager !== undefined || !this.#isAsWritten(callee)) return undefined;
    if (!scope.isAsync) return this.#handedOn(callee, args, depth);
    if (this.#isOpen(symbol)) return undefined;
    const overrides = this.#p.overrides(callee);
    const isSure = overrides.every(({ function: { scope: other } }) => other.isAsync && !other.isGenerator);
    return isSure ? (wrappedIn(scope, callee.closure) ?? symbol) : undefined;
  }

  /** `async def stream(self) -> AsyncIterator[str]: ...` stands for generators, though it is none itself. */
  #isOpen({ scope, module }: FunctionSymbol): boolean {
    if (!scope.isStub || scope.returnAnnotation < 0 || module.path.endsWith('.pyi')) return false;
    const type = this.#p.annotation(this.#p.genericFrame(module, scope.parent), scope.returnAnnotation);
    return type.kind === 'instance' && memberType(this.#p, type, '__aiter__').kind !== 'unknown';
  }

  /** A wrapper is as written when the function it was made around is too. */
  #isAsWritten({ function: symbol, closure }: FunctionType): boolean {
    if (!this.isAsWritten(symbol)) return false;
    for (const bound of closure?.bindings.values() ?? []) {
      if (bound.kind === 'function' && !this.isAsWritten(bound.function)) return false;
    }
    return true;
  }

  /** A plain function that returns the coroutine of another one, and never anything else. */
  #handedOn(callee: FunctionType, args: CallArguments, depth: number): FunctionSymbol | undefined {
    const { module, scope } = callee.function;
    if (depth >= MAX_DEPTH || module.origin === 'stub' || scope.isStub) return undefined;
    const frame = frameOfCall(this.#p, callee, args);
    const { summary } = module;
    let first: FunctionSymbol | undefined;
    let always = false;
    for (const row of returns(this.#p, frame)) {
      const given = this.#givenByValue(frame, summary.a(row), depth + 1);
      if (!given) return undefined;
      first ??= given;
      // Without a last `return` that stands in no branch, the end of the function may give `None`.
      always = this.#p.liveRegion(frame, summary.region(row)) === RegionKind.Body;
    }
    return always ? first : undefined;
  }

  #givenByValue(frame: Frame, value: Value, depth: number): FunctionSymbol | undefined {
    const { summary } = frame.module;
    if (value < 0 || summary.op(value) !== Op.Call) return undefined;
    const callee = this.#p.typeOf(frame, summary.a(value));
    return this.#givenBy(callee, argumentsOf(this.#p, frame, value), depth);
  }

  #leavesAlone(around: Frame, decorator: Value, symbol: FunctionSymbol): boolean {
    const { summary } = around.module;
    const called = summary.op(decorator) === Op.Call ? summary.a(decorator) : decorator;
    const path = writtenPath(this.#p, around, called);
    if (path !== undefined && TRANSPARENT.test(path)) return true;
    if (symbol.modifiers.accessor !== undefined) return true;
    const function_ = this.#p.types.function(symbol);
    const made = this.#decorated(around, decorator, function_);
    // Around a coroutine function, a wrapper that gives a coroutine changes nothing that matters here.
    const isSame = (type: Type) =>
      type === function_ || (symbol.scope.isAsync && this.givenBy(type) !== undefined);
    return made.length > 0 && made.every(isSame);
  }

  /** What decorators of the program return; nothing for what was not read. */
  #decorated(around: Frame, decorator: Value, function_: FunctionType): readonly Type[] {
    const { summary } = around.module;
    const args = { ...NO_ARGUMENTS, positional: [function_] };
    const made = this.#results(this.#p.typeOf(around, decorator), args);
    if (made.length > 0 || summary.op(decorator) !== Op.Call) return made;
    // The factory's annotation may say `Callable` and no more, so its body is asked.
    const factory = this.#p.typeOf(around, summary.a(decorator));
    const decorators = this.#results(factory, argumentsOf(this.#p, around, decorator));
    return decorators.flatMap((type) => this.#results(type, args));
  }

  #results(callee: Type, args: CallArguments): readonly Type[] {
    if (callee.kind === 'instance') {
      const call = this.#called(callee);
      return call.kind === 'function' ? this.#results(call, args) : [];
    }
    if (callee.kind !== 'function' || callee.function.module.origin === 'stub') return [];
    const frame = frameOfCall(this.#p, callee, args);
    return returns(this.#p, frame).map((row) => this.#p.typeOf(frame, frame.module.summary.a(row)));
  }
}

/** The `return` statements of a function that can be reached. */
export function returns(p: Evaluator, frame: Frame): Value[] {
  const { scope } = frame;
  const { summary } = frame.module;
  const rows: Value[] = [];
  for (let row = scope.first; row < scope.end; row++) {
    if (summary.op(row) === Op.Return && p.runs(frame, summary.region(row))) rows.push(row);
  }
  return rows;
}
