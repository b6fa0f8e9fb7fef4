/** Time limits around work in threads: the wait ends, and the thread goes on. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Span } from '../model/span.ts';
import { Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { calleeNames } from './callee-names.ts';
import { calleeName } from './chain.ts';
import { argumentOf, named, namedCalls, type Spot, spotOf } from './named-calls.ts';
import { isLimit, LIMITS } from './time-limits.ts';

export interface ThreadTimeout extends Spot {
  /** What sets the limit. */
  readonly limit: string;
  /** What runs in a thread: `asyncio.to_thread`. */
  readonly offload: string;
  readonly offloadAt: Span;
}

export function threadTimeouts(p: Evaluator, catalogue: Catalogue, module: Module): ThreadTimeout[] {
  const { summary } = module;
  const found: ThreadTimeout[] = [];
  for (const { frame, call, names } of namedCalls(p, module, LIMITS, named(/./))) {
    if (!isLimit(p, frame, call)) continue;
    const inside = [...awaitedUnder(frame, call)].find((row) => handsToThread(p, catalogue, frame, row));
    if (inside === undefined) continue;
    const offload = calleeName(calleeNames(p, frame, summary.a(inside)).at(-1) ?? '');
    const limit = calleeName(names.at(-1) ?? '');
    found.push({ ...spotOf(frame, call), limit, offload, offloadAt: summary.span(inside) });
  }
  return found;
}

/** The calls whose results are waited for under a limit: the argument of `wait_for`, what a block awaits. */
function* awaitedUnder({ module: { summary }, scope }: Frame, limit: Value): Iterable<Value> {
  for (const { value } of summary.args(limit)) if (summary.op(value) === Op.Call) yield value;
  for (let row = limit + 1; row < scope.end; row++) {
    if (summary.op(row) !== Op.Await || summary.op(summary.a(row)) !== Op.Call) continue;
    for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) {
      const kind = summary.regionKind(at);
      if (kind !== RegionKind.With && kind !== RegionKind.AsyncWith) continue;
      if (summary.a(summary.regionValue(at)) === limit) yield summary.a(row);
    }
  }
}

function handsToThread(p: Evaluator, catalogue: Catalogue, frame: Frame, call: Value): boolean {
  // Whoever says what becomes of the thread knows that it goes on.
  if (argumentOf(frame, call, 'abandon_on_cancel') !== undefined) return false;
  const handover = catalogue.handover(calleeNames(p, frame, frame.module.summary.a(call)));
  return handover?.to === 'worker' && handover.wraps !== true;
}
