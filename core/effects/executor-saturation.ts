/** Fan-outs into threads: all of them queue for the few threads that everybody else needs too. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Span } from '../model/span.ts';
import { Literal, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { alternatives } from '../program/types.ts';
import { calleeNames, lastName } from './callee-names.ts';
import { calleeName } from './chain.ts';
import type { FanOuts } from './fan-outs.ts';
import { argumentOf, type Spot, spotOf } from './named-calls.ts';
import type { UnboundedFanOuts } from './unbounded-fan-outs.ts';

export interface Saturation extends Spot {
  /** What starts all of them, as it is written: `gather`. */
  readonly by: string;
  /** What takes a thread for each: `asyncio.to_thread`. */
  readonly offload: string;
  readonly offloadAt: { readonly path: string; readonly span: Span };
}

export class ExecutorSaturation {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #fanOuts: FanOuts;
  readonly #unbounded: UnboundedFanOuts;

  constructor(p: Evaluator, catalogue: Catalogue, fanOuts: FanOuts, unbounded: UnboundedFanOuts) {
    this.#p = p;
    this.#catalogue = catalogue;
    this.#fanOuts = fanOuts;
    this.#unbounded = unbounded;
  }

  in(module: Module): Saturation[] {
    const found = new Map<Value, Saturation>();
    for (const scope of module.summary.scopes) {
      if (!scope.isAsync) continue;
      const frame = this.#p.genericFrame(module, scope.id);
      for (const fanOut of this.#fanOuts.in(frame)) {
        const hop = this.#hop(frame, fanOut.element);
        if (!hop || !this.#unbounded.isUnbounded(frame, fanOut)) continue;
        const { summary } = hop.frame.module;
        const offload = calleeName(calleeNames(this.#p, hop.frame, summary.a(hop.call)).at(-1) ?? '');
        found.set(fanOut.call, {
          ...spotOf(frame, fanOut.call),
          by: lastName(frame, module.summary.a(fanOut.call)),
          offload,
          offloadAt: { path: hop.frame.module.path, span: summary.span(hop.call) },
        });
      }
    }
    return [...found.values()];
  }

  /** The call that takes a thread of the shared pool: what is started, or what a coroutine of the program awaits first. */
  #hop(frame: Frame, element: Value): { readonly frame: Frame; readonly call: Value } | undefined {
    const { summary } = frame.module;
    if (summary.op(element) !== Op.Call) return undefined;
    if (this.#takesThread(frame, element)) return { frame, call: element };
    const [made, ...others] = alternatives(this.#p.typeOf(frame, element));
    if (made?.kind !== 'coroutine' || others.length > 0 || made.frame.module.origin !== 'workspace')
      return undefined;
    const { scope, module } = made.frame;
    for (let row = scope.first; row < scope.end; row++) {
      if (module.summary.op(row) !== Op.Await) continue;
      const awaited = module.summary.a(row);
      const isCall = module.summary.op(awaited) === Op.Call;
      return isCall && this.#takesThread(made.frame, awaited)
        ? { frame: made.frame, call: awaited }
        : undefined;
    }
    return undefined;
  }

  /** Those with an executor of their own have a pool that was made for them. */
  #takesThread(frame: Frame, call: Value): boolean {
    const { summary } = frame.module;
    const handover = this.#catalogue.handover(calleeNames(this.#p, frame, summary.a(call)));
    if (handover?.to !== 'worker' || handover.wraps === true || handover.pool === undefined) return false;
    const { executor } = handover;
    if (!executor) return true;
    const given = argumentOf(frame, call, executor.param, executor.position);
    return given !== undefined && summary.op(given) === Op.Literal && summary.literal(given) === Literal.None;
  }
}
