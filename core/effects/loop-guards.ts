/** Code that runs only when no event loop does, or only off the loop's thread, by what was asked before. */
import { Op, RegionKind, type RegionId, type Scope, type Value } from '../model/summary.ts';
import { frameOfCall, NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { writtenPath } from '../program/names.ts';
import { isWithin } from './regions.ts';

const ASKS_FOR_LOOP =
  /^(asyncio|asyncio\.events)\.(get_running_loop|_get_running_loop|current_task)$|^sniffio\.current_async_library$/;

export function onlyWithoutLoop(p: Evaluator, frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  for (let at = summary.region(value); at >= 0; at = summary.regionParent(at)) {
    switch (summary.regionKind(at)) {
      // `try: get_running_loop()` … `except RuntimeError:`
      case RegionKind.Except:
        if (asksForLoop(p, frame, summary.regionLink(at))) return true;
        break;
      case RegionKind.Then:
        if (saysNoLoop(p, frame, summary.regionValue(at), true)) return true;
        break;
      case RegionKind.Otherwise:
        if (saysNoLoop(p, frame, summary.regionValue(at), false)) return true;
        break;
      default:
    }
  }
  return leftWhenThereIsALoop(p, frame, value) || leftWhenTold(p, frame, value);
}

/** `if loop.is_running(): …` `return` …: likewise. */
function leftWhenTold(p: Evaluator, frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  const region = summary.region(value);
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    const op = summary.op(row);
    if (op !== Op.Return && op !== Op.Raise) continue;
    const left = summary.region(row);
    if (summary.regionKind(left) !== RegionKind.Then || summary.start(value) < summary.regionSpan(left).end)
      continue;
    if (!isWithin(frame.module.summary, region, summary.regionParent(left))) continue;
    if (saysNoLoop(p, frame, summary.regionValue(left), false)) return true;
  }
  return false;
}

/** Whether a test that came out `truthy` says that no loop runs in this thread. */
function saysNoLoop(p: Evaluator, frame: Frame, test: Value, truthy: boolean): boolean {
  const { summary } = frame.module;
  switch (summary.op(test)) {
    case Op.Not:
      return saysNoLoop(p, frame, summary.a(test), !truthy);
    case Op.Call: {
      const callee = summary.a(test);
      const isAsked =
        summary.op(callee) === Op.Attribute && summary.string(summary.b(callee)) === 'is_running';
      return !truthy && (isAsked || tellsOfLoop(p, frame, callee));
    }
    case Op.Compare:
      return comparisonSaysNoLoop(p, frame, test, truthy);
    // `loop and loop.is_running()`: one part is enough when all hold; else each has to say so.
    case Op.Truth: {
      const says = (part: Value) => saysNoLoop(p, frame, part, truthy);
      const parts = [...summary.list(summary.a(test))];
      return truthy ? parts.some(says) : parts.every(says);
    }
    default:
      return !truthy && isRunningLoop(p, frame, test);
  }
}

/** A function of the program that asks for the running loop, and answers yes or no. */
function tellsOfLoop(p: Evaluator, frame: Frame, callee: Value): boolean {
  const type = p.typeOf(frame, callee);
  if (type.kind !== 'function' || type.function.module.origin === 'stub') return false;
  const { module, scope } = type.function;
  const { summary } = module;
  const asked = frameOfCall(p, type, NO_ARGUMENTS);
  let asks = false;
  for (let row = scope.first; row < scope.end; row++) {
    asks ||= isLoopCall(p, asked, row);
    const value = summary.op(row) === Op.Return ? summary.a(row) : undefined;
    if (value !== undefined && (value < 0 || summary.op(value) !== Op.Literal)) return false;
  }
  return asks;
}

/** `loop is None`, `current_thread() is not main_thread()`. */
function comparisonSaysNoLoop(p: Evaluator, frame: Frame, test: Value, truthy: boolean): boolean {
  const { summary } = frame.module;
  const [left, right] = summary.list(summary.a(test));
  const [operator] = summary.list(summary.b(test));
  if (left === undefined || right === undefined || operator === undefined) return false;
  const sign = summary.string(operator);
  const holds =
    sign === 'is' || sign === '==' ? truthy : sign === 'is not' || sign === '!=' ? !truthy : undefined;
  if (holds === undefined) return false;
  if (isThreadCall(p, frame, left) && isThreadCall(p, frame, right)) return !holds;
  return holds && summary.op(right) === Op.Literal && isRunningLoop(p, frame, left);
}

function isThreadCall(p: Evaluator, frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  if (summary.op(value) !== Op.Call) return false;
  return /^threading\.(current_thread|main_thread|get_ident)$/.test(
    writtenPath(p, frame, summary.a(value)) ?? '',
  );
}

/** A value that is the running loop, or nothing where there is none. */
function isRunningLoop(p: Evaluator, frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  if (summary.op(value) === Op.Choice) {
    return [...summary.list(summary.a(value))].some((each) => each !== value && isLoopCall(p, frame, each));
  }
  return isLoopCall(p, frame, value);
}

function isLoopCall(p: Evaluator, frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  if (value < 0 || summary.op(value) !== Op.Call) return false;
  return ASKS_FOR_LOOP.test(writtenPath(p, frame, summary.a(value)) ?? '');
}

/** `try: get_running_loop()` … `return` …: what stands behind is reached without a loop alone. */
function leftWhenThereIsALoop(p: Evaluator, frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  const region = summary.region(value);
  return questionsIn(p, frame).answered.some((asked) => {
    if (
      isWithin(frame.module.summary, region, asked) ||
      !isWithin(frame.module.summary, region, summary.regionParent(asked))
    )
      return false;
    return summary.start(value) > summary.regionSpan(asked).end;
  });
}

function asksForLoop(p: Evaluator, frame: Frame, region: RegionId): boolean {
  return questionsIn(p, frame).asking.has(region);
}

/** Where a function asks for the running loop. */
export interface Questions {
  /** Regions in which the running loop is asked for. */
  readonly asking: ReadonlySet<RegionId>;
  /** Those `try` regions among them that are left by `return` when there is one. */
  readonly answered: readonly RegionId[];
}

const questions = new WeakMap<Scope, Questions>();

/** Asked for at every call of a function, and the same for all of them. */
export function questionsIn(p: Evaluator, frame: Frame): Questions {
  let known = questions.get(frame.scope);
  if (!known) questions.set(frame.scope, (known = findQuestions(p, frame)));
  return known;
}

function findQuestions(p: Evaluator, frame: Frame): Questions {
  const { summary } = frame.module;
  const asking = new Set<RegionId>();
  const answered = new Set<RegionId>();
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    if (!isLoopCall(p, frame, row)) continue;
    for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) asking.add(at);
  }
  if (asking.size > 0) {
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (summary.op(row) !== Op.Return) continue;
      const region = summary.region(row);
      const kind = summary.regionKind(region);
      const asked =
        kind === RegionKind.Try ? region : kind === RegionKind.Else ? summary.regionLink(region) : -1;
      if (asking.has(asked)) answered.add(asked);
    }
  }
  return { asking, answered: [...answered] };
}
