/** Event loops that are started for a single call which has a sync twin. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Span } from '../model/span.ts';
import { ArgumentForm, Op, RegionKind, type Value } from '../model/summary.ts';
import { argumentsOf, frameOfCall } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { alternatives } from '../program/types.ts';
import { calleeNames } from './callee-names.ts';
import { calleeName } from './chain.ts';
import { LoopStarts } from './loop-starts.ts';
import type { References } from './function-references.ts';

export interface Ceremony {
  /** The call that starts the loop. */
  readonly span: Span;
  readonly function: string;
  /** How it starts it: `asyncio.run`. */
  readonly start: string;
  /** The one call that is awaited behind it. */
  readonly awaited: string;
}

/** Coroutines that await coroutines are followed this far. */
const MAX_DEPTH = 4;

export class Ceremonies {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #references: References;
  readonly #starts: LoopStarts;

  constructor(p: Evaluator, catalogue: Catalogue, references: References) {
    this.#p = p;
    this.#catalogue = catalogue;
    this.#references = references;
    this.#starts = new LoopStarts(p);
  }

  in(module: Module): Ceremony[] {
    const starts = module.summary.scopes
      // A test that runs a coroutine is about the coroutine.
      .filter(({ isAsync, name }) => !isAsync && !name.startsWith('test'))
      .flatMap((scope) => {
        const frame = this.#p.genericFrame(module, scope.id);
        return this.#starts.in(frame).map((start) => ({ frame, start }));
      });
    // Two runs of one loop each are a pattern of their own.
    const [only, ...others] = starts;
    if (!only || others.length > 0) return [];
    const { frame, start } = only;
    const [first] = module.summary.args(start.call);
    if (first?.form !== ArgumentForm.Positional || module.summary.op(first.value) !== Op.Call) return [];
    const awaited = this.#follow(frame, first.value, 0);
    if (awaited === undefined || awaited === '') return [];
    const place = { span: module.summary.span(start.call), function: frame.scope.qualname };
    return [{ ...place, start: start.name, awaited }];
  }

  /** The one call that is awaited behind the coroutine of a call; empty for none, undefined for several or unknown. */
  #follow(frame: Frame, call: Value, depth: number): string | undefined {
    const { summary } = frame.module;
    const [type, ...others] = alternatives(this.#p.typeOf(frame, summary.a(call)));
    if (others.length > 0) return undefined;
    if (type?.kind === 'function' && type.function.module.origin === 'workspace') {
      const { scope } = type.function;
      if (!scope.isAsync || scope.isGenerator || scope.decorators.length > 0 || depth > MAX_DEPTH)
        return undefined;
      // Who else needs it async has a reason.
      if ((this.#references.of(type.function)?.length ?? 2) !== 1) return undefined;
      return this.#onlyAwait(frameOfCall(this.#p, type, argumentsOf(this.#p, frame, call)), depth + 1);
    }
    const names = calleeNames(this.#p, frame, summary.a(call));
    if (names.some((name) => OF_LOOPS.test(name))) return undefined;
    return this.#catalogue.hasSyncTwin(names) ? calleeName(names.at(-1) ?? '') : undefined;
  }

  #onlyAwait(frame: Frame, depth: number): string | undefined {
    const { summary } = frame.module;
    let found = '';
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (this.#isConcurrent(frame, row)) return undefined;
      if (summary.op(row) !== Op.Await) continue;
      const value = summary.a(row);
      if (summary.op(value) !== Op.Call || !isOnEveryPath(frame, row)) return undefined;
      const next = this.#follow(frame, value, depth);
      if (next === undefined || (next !== '' && found !== '')) return undefined;
      found ||= next;
    }
    return found;
  }

  /** What is entered has a sync twin, and so has entering it. */
  #isClient(frame: Frame, context: Value): boolean {
    const { summary } = frame.module;
    if (summary.op(context) !== Op.Call) return false;
    return this.#catalogue.hasSyncTwin(calleeNames(this.#p, frame, summary.a(context)));
  }

  /** What only a loop can do: streams, tasks, locks, timeouts. */
  #isConcurrent(frame: Frame, row: Value): boolean {
    const { summary } = frame.module;
    switch (summary.op(row)) {
      case Op.Iterate:
        return summary.b(row) === 1;
      case Op.Enter:
        return summary.b(row) === 1 && !this.#isClient(frame, summary.a(row));
      case Op.Call:
        return calleeNames(this.#p, frame, summary.a(row)).some((name) => CONCURRENT.test(name));
      case Op.Function:
        return summary.scope(summary.a(row)).isAsync;
      default:
        return false;
    }
  }
}

/** Whatever asyncio and its kin offer. */
const CONCURRENT = /^(asyncio|anyio|trio|aiostream|asyncer)\./;

/** What a loop does to itself. */
const OF_LOOPS = /^asyncio\.(\w+\.)*\w*EventLoop\./;

function isOnEveryPath({ module: { summary } }: Frame, row: Value): boolean {
  for (let region = summary.region(row); region >= 0; region = summary.regionParent(region)) {
    if (!STRAIGHT.has(summary.regionKind(region))) return false;
  }
  return true;
}

const STRAIGHT: ReadonlySet<RegionKind> = new Set([
  RegionKind.Body,
  RegionKind.With,
  RegionKind.AsyncWith,
  RegionKind.Try,
]);
