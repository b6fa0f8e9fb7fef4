/** Locks of threads that a coroutine holds while other tasks run. */
import type { Span } from '../model/span.ts';
import { Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { type Spot, spotOf } from './named-calls.ts';
import { isSuspension } from './regions.ts';
import { classNames, isInstance } from './type-names.ts';

export interface LockOverAwait extends Spot {
  /** The class of the lock, as people write it. */
  readonly lock: string;
  /** The first place in the block where other tasks may run. */
  readonly suspendsAt: Span;
}

const THREAD_LOCK =
  /^(_thread\.|threading\.|multiprocessing\.(synchronize\.)?)_?(lock|LockType|R?Lock|Condition|(Bounded)?Semaphore)$/;

export function locksOverAwaits(p: Evaluator, module: Module): LockOverAwait[] {
  const { summary } = module;
  const found: LockOverAwait[] = [];
  for (const scope of summary.scopes) {
    if (!scope.isAsync) continue;
    const frame = p.genericFrame(module, scope.id);
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.op(row) !== Op.Enter || summary.b(row) === 1 || !p.runs(frame, summary.region(row)))
        continue;
      const suspension = suspensionIn(frame, row);
      if (suspension === undefined || !isInstance(p, frame, summary.a(row), THREAD_LOCK)) continue;
      const lock = lockName(classNames(p, frame, summary.a(row)));
      found.push({ ...spotOf(frame, row), lock, suspendsAt: summary.span(suspension) });
    }
  }
  return found;
}

/** The first suspension in the block that a context opens. */
function suspensionIn({ module: { summary }, scope }: Frame, enter: Value): Value | undefined {
  for (let row = enter + 1; row < scope.end; row++) {
    if (!isSuspension(summary, row)) continue;
    for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) {
      if (summary.regionKind(at) === RegionKind.With && summary.regionValue(at) === enter) return row;
    }
  }
  return undefined;
}

/** As it is imported: the class of what `threading.Lock()` makes goes by a name of its own. */
function lockName(classes: readonly (readonly string[])[]): string {
  const [module = '', ...rest] = (classes[0]?.[0] ?? '').split('.');
  const written = rest.at(-1) ?? '';
  const name = /lock/i.test(written) ? (written.includes('R') ? 'RLock' : 'Lock') : written;
  return `${module.replace('_thread', 'threading')}.${name}`;
}
