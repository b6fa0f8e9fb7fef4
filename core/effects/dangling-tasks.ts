/** Tasks that nobody keeps: the loop holds them weakly, so they may vanish, and their errors do. */
import { Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { alternatives } from '../program/types.ts';
import { calleeName } from './chain.ts';
import { expectsError } from './expects-error.ts';
import { Fates } from './fates.ts';
import { argumentOf, named, namedCalls, type Spot, spotOf } from './named-calls.ts';

export interface DanglingTask extends Spot {
  /** What starts it, as people write it. */
  readonly starter: string;
  /** The local name that nobody reads, where it has one. */
  readonly name: string | undefined;
}

const SIEVE = /^(create_task|ensure_future)$/;

/** A `TaskGroup` keeps its tasks. */
const STARTS =
  /^asyncio\.([a-z_]\w*\.)?(create_task|ensure_future)$|^asyncio\.(\w+\.)*\w*EventLoop\.create_task$/;

export function danglingTasks(p: Evaluator, module: Module): DanglingTask[] {
  const found: DanglingTask[] = [];
  let fates: Fates | undefined;
  for (const { frame, call, names } of namedCalls(p, module, SIEVE, named(STARTS))) {
    fates ??= new Fates(p, module.summary);
    const fate = fates.of(frame, call);
    if (fate?.fate !== 'discarded' && fate?.fate !== 'assigned') continue;
    if (!startsSomething(p, frame, argumentOf(frame, call, 'coro', 0)) || expectsError(p, frame, call))
      continue;
    found.push({ ...spotOf(frame, call), starter: calleeName(names.at(-1) ?? ''), name: fate.name });
  }
  return found;
}

/** `ensure_future` of what is a future already starts nothing, so the argument has to be made here. */
function startsSomething(p: Evaluator, frame: Frame, value: Value | undefined): boolean {
  if (value === undefined || frame.module.summary.op(value) !== Op.Call) return false;
  return !alternatives(p.typeOf(frame, value)).some(
    (type) => type.kind === 'instance' && /\.(Future|Task)$/.test(type.class.name),
  );
}
