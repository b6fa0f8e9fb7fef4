/** Values that nobody can await, for certain. */
import { Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { ancestors } from '../program/hierarchy.ts';
import { memberType } from '../program/members.ts';
import { isPartlyKnown } from '../program/partial.ts';
import type { ClassSymbol, FunctionSymbol } from '../program/symbols.ts';
import {
  alternatives,
  type ClassType,
  type FunctionType,
  type InstanceType,
  type Type,
} from '../program/types.ts';
import { type CoroutineFunctions, returns } from './coroutine-functions.ts';
import type { Overrides } from './overrides.ts';
import { displayName } from './scopes.ts';

/** Plain functions that return what others return are followed this far. */
const MAX_DEPTH = 2;

const WRITTEN: Partial<Record<Op, string>> = {
  [Op.Literal]: 'a constant',
  [Op.Display]: 'a list, tuple or set',
  [Op.Dict]: 'a dict',
  [Op.Comprehension]: 'a comprehension',
  [Op.Format]: 'a string',
  [Op.Compare]: 'a truth value',
  [Op.Not]: 'a truth value',
};

export class PlainValues {
  readonly #p: Evaluator;
  readonly #functions: CoroutineFunctions;
  readonly #overrides: Overrides;

  constructor(p: Evaluator, functions: CoroutineFunctions, overrides: Overrides) {
    this.#p = p;
    this.#functions = functions;
    this.#overrides = overrides;
  }

  /** What a value is, in words, when it is surely not awaitable. */
  describe(frame: Frame, value: Value): string | undefined {
    return this.#describe(frame, value, 0);
  }

  /** Whether a function of its own, subclasses aside, surely returns something that is not awaitable. */
  returnsPlain(symbol: FunctionSymbol): boolean {
    const { scope, modifiers, module } = symbol;
    if (scope.isAsync || scope.isGenerator || modifiers.manager !== undefined) return false;
    if (!this.#functions.isAsWritten(symbol)) return false;
    if (this.#annotated(symbol) !== undefined) return true;
    // An empty body says nothing, and one that raises is there to be overridden.
    return (
      !scope.isStub &&
      this.#inferred(this.#p.types.function(symbol), 0) !== undefined &&
      module.origin !== 'stub'
    );
  }

  #describe(frame: Frame, value: Value, depth: number): string | undefined {
    if (value < 0) return 'None';
    const { summary } = frame.module;
    const written = WRITTEN[summary.op(value)];
    if (written !== undefined) return written;
    switch (summary.op(value)) {
      case Op.Call:
        return this.#everyOf(frame, summary.a(value), (type) => this.#given(type, depth));
      case Op.Lookup:
      case Op.Import:
      case Op.Attribute:
        return this.#everyOf(frame, value, (type) => this.#itself(type));
      default:
        return undefined;
    }
  }

  /** The first answer, when there is one for everything that is meant. */
  #everyOf(frame: Frame, value: Value, describe: (type: Type) => string | undefined): string | undefined {
    const all = alternatives(this.#p.typeOf(frame, value)).map(describe);
    return all.includes(undefined) || isPartlyKnown(this.#p, frame, value) ? undefined : all[0];
  }

  /** A function, class or module that is not even called. */
  #itself(type: Type): string | undefined {
    if (type.kind === 'module') return 'a module';
    if (type.kind !== 'function' || !this.#functions.isAsWritten(type.function)) return undefined;
    return `the function \`${displayName(type.function)}\` itself, which is not called`;
  }

  /** What a call gives. */
  #given(callee: Type, depth: number): string | undefined {
    switch (callee.kind) {
      case 'function':
        return this.#returned(callee, depth);
      case 'class':
        return this.#constructed(callee);
      default:
        return undefined;
    }
  }

  #returned(callee: FunctionType, depth: number): string | undefined {
    const { function: symbol } = callee;
    const { scope, modifiers } = symbol;
    if (!this.#functions.isAsWritten(symbol)) return undefined;
    const name = `\`${displayName(symbol)}\``;
    if (modifiers.manager !== undefined) return `a context manager, which ${name} gives`;
    if (scope.isGenerator) return `a${scope.isAsync ? 'n async' : ''} generator, which ${name} gives`;
    if (scope.isAsync || this.#overrides.isOverridden(callee)) return undefined;
    const thing = this.#annotated(symbol) ?? this.#inferred(callee, depth);
    return thing && `${thing}, which the plain function ${name} returns`;
  }

  /** By the annotation, where it names something that nobody derives an awaitable from. */
  #annotated({ module, scope }: FunctionSymbol): string | undefined {
    if (scope.returnAnnotation < 0) return undefined;
    const { summary } = module;
    const around = this.#p.genericFrame(module, scope.parent);
    const type = this.#p.annotation(around, scope.returnAnnotation);
    // Of a union, what could not be read is left out.
    if (type.kind === 'none') return summary.op(scope.returnAnnotation) === Op.Literal ? 'None' : undefined;
    if (type.kind !== 'instance' || !this.#isConcrete(type)) return undefined;
    return `\`${type.class.scope.name}\``;
  }

  /** Builtins, and what a function of the standard library says it returns: no subclass of that is awaitable. */
  #isConcrete(type: InstanceType): boolean {
    const { module, name } = type.class;
    if (module.origin !== 'stub' || name === 'builtins.object' || module.name === 'typing') return false;
    return memberType(this.#p, type, '__await__').kind === 'unknown';
  }

  #inferred(callee: FunctionType, depth: number): string | undefined {
    const { module, scope } = callee.function;
    if (scope.returnAnnotation >= 0 || scope.isStub || module.origin === 'stub' || depth >= MAX_DEPTH)
      return undefined;
    const frame = this.#p.functionFrame(callee.function, callee.closure, callee.receiver, new Map(), 0);
    const things = returns(this.#p, frame).map((row) =>
      this.#describe(frame, module.summary.a(row), depth + 1),
    );
    if (things.includes(undefined)) return undefined;
    return things.every((thing) => thing === 'None') ? 'None' : 'a plain value';
  }

  #constructed({ class: symbol }: ClassType): string | undefined {
    if (symbol.scope.decorators.length > 0) return undefined;
    const chain = ancestors(this.#p, symbol);
    if (chain.some((ancestor) => !ancestor.class || this.#makesOthers(ancestor.class))) return undefined;
    const awaits = memberType(this.#p, this.#p.types.instance(symbol), '__await__');
    return awaits.kind === 'unknown' ? `an object of \`${symbol.scope.name}\`` : undefined;
  }

  /** A constructor that may make objects of another class. */
  #makesOthers(symbol: ClassSymbol): boolean {
    return symbol.module.origin !== 'stub' && this.#p.hasOwn(symbol, '__new__');
  }
}
