/** `with` and `for` on what can only be entered or iterated asynchronously, and the reverse. */
import type { Span } from '../model/span.ts';
import { Op } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import { ancestors } from '../program/hierarchy.ts';
import { findMember } from '../program/members.ts';
import type { Module } from '../program/modules.ts';
import { alternatives, type DeferredType, type InstanceType, type Type } from '../program/types.ts';
import type { CoroutineFunctions } from './coroutine-functions.ts';
import { expectsError } from './expects-error.ts';
import { displayName } from './scopes.ts';

export interface WrongProtocol {
  readonly span: Span;
  readonly function: string;
  readonly statement: 'with' | 'for';
  /** It says `async with` or `async for`, and should not. */
  readonly isAsync: boolean;
  /** What is entered or iterated, as people would name it. */
  readonly thing: string;
}

/** What an object has to have for a statement, in both colours; any of them will do. */
const METHODS = {
  with: { plain: ['__enter__'], async: ['__aenter__'] },
  for: { plain: ['__iter__', '__getitem__'], async: ['__aiter__'] },
} as const;

/** What calling a function left, and what that is good for. */
const DEFERRED: Partial<Record<Type['kind'], { statement: 'with' | 'for'; isAsync: boolean }>> = {
  manager: { statement: 'with', isAsync: false },
  'async-manager': { statement: 'with', isAsync: true },
  generator: { statement: 'for', isAsync: false },
  'async-generator': { statement: 'for', isAsync: true },
};

export class WrongProtocols {
  readonly #p: Evaluator;
  readonly #functions: CoroutineFunctions;

  constructor(p: Evaluator, functions: CoroutineFunctions) {
    this.#p = p;
    this.#functions = functions;
  }

  in(module: Module): WrongProtocol[] {
    const { summary } = module;
    const found: WrongProtocol[] = [];
    for (const scope of summary.scopes) {
      const frame = this.#p.genericFrame(module, scope.id);
      for (let row = scope.first; row < scope.end; row++) {
        const op = summary.op(row);
        if ((op !== Op.Enter && op !== Op.Iterate) || !this.#p.runs(frame, summary.region(row))) continue;
        const statement = op === Op.Enter ? 'with' : 'for';
        const isAsync = summary.b(row) === 1;
        const thing = this.#mismatch(this.#p.typeOf(frame, summary.a(row)), statement, isAsync);
        if (thing !== undefined && !expectsError(this.#p, frame, row)) {
          found.push({ span: summary.span(row), function: scope.qualname, statement, isAsync, thing });
        }
      }
    }
    return found;
  }

  /** What is of the other colour, when everything that may be meant is. */
  #mismatch(type: Type, statement: 'with' | 'for', isAsync: boolean): string | undefined {
    const things = alternatives(this.#p.types.withoutNone(type)).map((each) => {
      if (each.kind === 'tuple') return statement === 'for' && isAsync ? 'tuple' : undefined;
      if (each.kind === 'instance') return this.#wrongInstance(each, statement, isAsync);
      const deferred = DEFERRED[each.kind];
      if (deferred?.statement !== statement || deferred.isAsync === isAsync) return undefined;
      const maker = (each as DeferredType).frame.function;
      return maker && this.#functions.isAsWritten(maker) ? displayName(maker) : undefined;
    });
    return things.includes(undefined) ? undefined : things[0];
  }

  #wrongInstance(type: InstanceType, statement: 'with' | 'for', isAsync: boolean): string | undefined {
    const { plain, async } = METHODS[statement];
    const [wanted, other] = isAsync ? [async, plain] : [plain, async];
    const isKnown = ancestors(this.#p, type.class).every(
      ({ class: symbol }) =>
        symbol && (symbol.module.origin === 'stub' || symbol.scope.decorators.length === 0),
    );
    if (!isKnown || this.#hasAny(type, wanted) || !this.#hasAny(type, other)) return undefined;
    return type.class.scope.name;
  }

  #hasAny(type: InstanceType, names: readonly string[]): boolean {
    return names.some((name) => findMember(this.#p, type.class, name, undefined, type) !== undefined);
  }
}
