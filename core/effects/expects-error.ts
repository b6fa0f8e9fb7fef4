/** Code that is there to fail, under `with pytest.raises(…)`, or may, under `with suppress(…)`. */
import { Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { writtenPath } from '../program/names.ts';
import { calleeNames } from './callee-names.ts';

const EXPECTS_ERROR = /^pytest\.raises$|^unittest\.case\.TestCase\.assert(Raises|Warns)\w*$/;

export function expectsError(p: Evaluator, frame: Frame, value: Value): boolean {
  for (const manager of managersAround(frame, value)) {
    if (calledIn(p, frame, manager, EXPECTS_ERROR)) return true;
  }
  return false;
}

const SUPPRESSES = /^contextlib\.suppress(\.__\w+__)?$/;
const RUNTIME_ERROR = /^builtins\.(RuntimeError|Exception|BaseException)$/;

/** `with suppress(RuntimeError):`, which is what asyncio raises where a loop runs already. */
export function suppressesRuntimeError(p: Evaluator, frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  for (const manager of managersAround(frame, value)) {
    const errors = summary.args(manager).map((argument) => writtenPath(p, frame, argument.value) ?? '');
    if (errors.some((error) => RUNTIME_ERROR.test(error)) && calledIn(p, frame, manager, SUPPRESSES))
      return true;
  }
  return false;
}

function calledIn(p: Evaluator, frame: Frame, call: Value, names: RegExp): boolean {
  return calleeNames(p, frame, frame.module.summary.a(call)).some((name) => names.test(name));
}

/** The calls that make the context managers around a value. */
function* managersAround({ module: { summary } }: Frame, value: Value): Iterable<Value> {
  for (let region = summary.region(value); region >= 0; region = summary.regionParent(region)) {
    if (summary.regionKind(region) !== RegionKind.With) continue;
    const manager = summary.a(summary.regionValue(region));
    if (summary.op(manager) === Op.Call) yield manager;
  }
}
