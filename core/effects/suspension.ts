/** Where a coroutine lets other tasks run, and which coroutines never do although they are awaited. */
import { type FileSummary, Op, type Value } from '../model/summary.ts';
import { argumentsOf } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { CoroutineFunctions } from './coroutine-functions.ts';

export class Suspension {
  readonly #p: Evaluator;
  readonly #functions: CoroutineFunctions;
  readonly #never = new Map<Frame, boolean>();

  constructor(p: Evaluator, functions: CoroutineFunctions) {
    this.#p = p;
    this.#functions = functions;
  }

  /** Whether other tasks may run at an operation; what cannot be followed may well let them. */
  isPoint(frame: Frame, row: Value): boolean {
    const { summary } = frame.module;
    if (!mayWait(summary, row)) return false;
    return summary.op(row) !== Op.Await || !this.#isInVain(frame, summary.a(row));
  }

  /** Whether a coroutine runs from its start to its end in one go, whatever it awaits. */
  neverSuspends(frame: Frame): boolean {
    const known = this.#never.get(frame);
    if (known !== undefined) return known;
    // A coroutine that awaits itself comes to an end some other way, or never does.
    this.#never.set(frame, true);
    const { scope, module } = frame;
    const isRead = module.origin !== 'stub' && !scope.isStub;
    const never = isRead && !this.#hasPoint(frame);
    this.#never.set(frame, never);
    return never;
  }

  #hasPoint(frame: Frame): boolean {
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (this.#p.runs(frame, frame.module.summary.region(row)) && this.isPoint(frame, row)) return true;
    }
    return false;
  }

  /** `await f()` where all that `f` may mean never suspends. */
  #isInVain(frame: Frame, awaited: Value): boolean {
    const { summary } = frame.module;
    if (summary.op(awaited) !== Op.Call || !this.#functions.madeBy(frame, awaited)) return false;
    const callee = this.#p.typeOf(frame, summary.a(awaited));
    const targets = this.#p.callTargets(callee, argumentsOf(this.#p, frame, awaited));
    return (
      targets.length > 0 &&
      targets.every(({ frame: body }) => body?.scope.isAsync === true && this.neverSuspends(body))
    );
  }
}

/** `await`, `async for`, `async with` and `yield`. */
function mayWait(summary: FileSummary, row: Value): boolean {
  switch (summary.op(row)) {
    case Op.Await:
    case Op.Yield:
    case Op.YieldFrom:
      return true;
    case Op.Iterate:
    case Op.Enter:
    case Op.Exit:
      return summary.b(row) === 1;
    default:
      return false;
  }
}
