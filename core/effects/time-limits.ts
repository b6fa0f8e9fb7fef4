/** Code under a time limit that asyncio, anyio or trio enforces: it ends by an exception at the next await. */
import { Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { calleeNames, lastName } from './callee-names.ts';

/** Calls that limit what they are given, or the block that they open. */
export const LIMITS = /^(wait_for|timeout|timeout_at|fail_after|fail_at|move_on_after|move_on_at)$/;
const LIMIT_PATHS =
  /^(asyncio\.([a-z_]\w*\.)?(wait_for|timeout|timeout_at)|async_timeout(\.\w+)?\.(timeout|timeout_at|Timeout)|(anyio|trio)(\.[a-z_]\w*)*\.(fail_after|fail_at|move_on_after|move_on_at))$/;

export function isLimit(p: Evaluator, frame: Frame, call: Value): boolean {
  const callee = frame.module.summary.a(call);
  if (!LIMITS.test(lastName(frame, callee))) return false;
  return calleeNames(p, frame, callee).some((name) => LIMIT_PATHS.test(name));
}

/** Whether a function sets any limit itself. */
export function hasLimit(p: Evaluator, frame: Frame): boolean {
  const { first, end } = frame.scope;
  for (let row = first; row < end; row++) {
    if (frame.module.summary.op(row) === Op.Call && isLimit(p, frame, row)) return true;
  }
  return false;
}

/** The call that limits an operation, by its block or as its argument; undefined when nothing in the function does. */
function limitAround(p: Evaluator, frame: Frame, row: Value): Value | undefined {
  const { summary } = frame.module;
  for (const call of limitsAround(frame, row)) if (isLimit(p, frame, call)) return call;
  const { first, end } = frame.scope;
  for (let call = first; call < end; call++) {
    if (summary.op(call) !== Op.Call || call === row) continue;
    const holds = summary.start(call) <= summary.start(row) && summary.end(row) <= summary.end(call);
    if (holds && isLimit(p, frame, call)) return call;
  }
  return undefined;
}

/** The calls that open the `with` blocks around an operation. */
function* limitsAround({ module: { summary } }: Frame, row: Value): Iterable<Value> {
  for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) {
    const kind = summary.regionKind(at);
    if (kind !== RegionKind.With && kind !== RegionKind.AsyncWith) continue;
    const opened = summary.a(summary.regionValue(at));
    if (summary.op(opened) === Op.Call) yield opened;
  }
}

/** How far calls are followed from a limit, by name alone. */
const ROUNDS = 3;

/** The names of functions that the program calls under a limit somewhere, and of those that they call. */
export function limitedNames(p: Evaluator, modules: Iterable<Module>): ReadonlySet<string> {
  const calls: { readonly name: string; readonly by: string; readonly isLimited: boolean }[] = [];
  for (const module of modules) {
    const { summary } = module;
    const hasLimits = summary.data.strings.some((text) => LIMITS.test(text));
    for (const scope of summary.scopes) {
      if (!scope.isAsync) continue;
      const frame = hasLimits ? p.genericFrame(module, scope.id) : undefined;
      for (let row = scope.first; row < scope.end; row++) {
        if (summary.op(row) !== Op.Call) continue;
        const name = lastName({ module }, summary.a(row));
        const isLimited = frame !== undefined && limitAround(p, frame, row) !== undefined;
        if (name !== '') calls.push({ name, by: scope.name, isLimited });
      }
    }
  }
  const limited = new Set(calls.filter(({ isLimited }) => isLimited).map(({ name }) => name));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, by } of calls) if (limited.has(by)) limited.add(name);
  }
  return limited;
}
