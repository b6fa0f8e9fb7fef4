/** Events and queues of threads that a coroutine makes for itself alone. */
import { type FileSummary, Op, type ScopeId, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import type { BusyWait } from './busy-waits.ts';
import { calleeName } from './chain.ts';
import { named, namedCalls, type Spot, spotOf } from './named-calls.ts';
import { type Uses, usesOf } from './uses.ts';

export interface ThreadPrimitive extends Spot {
  /** As people write it: `threading.Event`. */
  readonly primitive: string;
  /** What asyncio has in its place. */
  readonly twin: string;
}

const SIEVE =
  /^(Event|Condition|Semaphore|BoundedSemaphore|Barrier|Queue|LifoQueue|PriorityQueue|SimpleQueue)$/;
const PRIMITIVES =
  /^(threading\.(Event|Condition|Semaphore|BoundedSemaphore|Barrier)|_?queue\.(Queue|LifoQueue|PriorityQueue|SimpleQueue))$/;

/** A loop that polls one of these has a finding of its own. */
export function threadPrimitives(
  p: Evaluator,
  waits: readonly BusyWait[],
  module: Module,
): ThreadPrimitive[] {
  const polled = new Set(waits.flatMap(({ subjects }) => subjects));
  const found: ThreadPrimitive[] = [];
  let uses: Uses | undefined;
  for (const { frame, call, names } of namedCalls(p, module, SIEVE, named(PRIMITIVES))) {
    if (!frame.scope.isAsync || polled.has(call)) continue;
    uses ??= usesOf(module.summary);
    if (!staysHere(module.summary, uses, call)) continue;
    const primitive = calleeName(names.at(-1) ?? '');
    const name = primitive.slice(primitive.lastIndexOf('.') + 1).replace('SimpleQueue', 'Queue');
    found.push({ ...spotOf(frame, call), primitive, twin: `asyncio.${name}` });
  }
  return found;
}

/** Whether it gets a local name and only its methods are used, so that no thread can get hold of it. */
function staysHere(summary: FileSummary, uses: Uses, call: Value): boolean {
  const seen = new Set<Value>();
  let isUsed = false;
  const stays = (value: Value): boolean => {
    if (seen.has(value)) return true;
    seen.add(value);
    return uses.of(value).every(({ role, by }) => {
      switch (role) {
        case 'same':
          return stays(by);
        case 'named':
          return summary.c(by) === summary.scopeOf(by).id && !isCaptured(summary, uses, by);
        case 'attribute': {
          isUsed = true;
          return uses.of(by).every((use) => use.role === 'called');
        }
        case 'entered':
        case 'left':
          isUsed = true;
          return true;
        default:
          return role === 'tested' || role === 'compared';
      }
    });
  };
  return stays(call) && isUsed;
}

/** Whether a function inside has it that may run in a thread: any but a coroutine that is only called here. */
function isCaptured(summary: FileSummary, uses: Uses, bind: Value): boolean {
  for (let row = 0; row < summary.size; row++) {
    if (summary.op(row) !== Op.Lookup || summary.a(row) !== summary.b(bind)) continue;
    if (summary.b(row) !== summary.c(bind)) continue;
    const inside = summary.scopeOf(row);
    if (!inside.isAsync || !isOnlyCalled(summary, uses, inside.id) || !isMethodCalled(summary, uses, row))
      return true;
  }
  return false;
}

function isOnlyCalled(summary: FileSummary, uses: Uses, id: ScopeId): boolean {
  for (let row = 0; row < summary.size; row++) {
    if (summary.op(row) !== Op.Function || summary.a(row) !== id) continue;
    return uses
      .of(row)
      .every(({ role, by }) => role === 'called' || (role === 'named' && !isRead(summary, by)));
  }
  return false;
}

/** Whether a function inside reads a name. */
function isRead(summary: FileSummary, bind: Value): boolean {
  for (let row = 0; row < summary.size; row++) {
    if (
      summary.op(row) === Op.Lookup &&
      summary.a(row) === summary.b(bind) &&
      summary.b(row) === summary.c(bind)
    )
      return true;
  }
  return false;
}

/** `event.set()`, but not `target=event.set`: a method that is not called here may be called anywhere. */
function isMethodCalled(summary: FileSummary, uses: Uses, value: Value): boolean {
  return uses
    .of(value)
    .every(({ role, by }) => role === 'attribute' && uses.of(by).every((use) => use.role === 'called'));
}
