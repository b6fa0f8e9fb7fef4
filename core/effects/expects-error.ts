/** Code that is there to fail: in a test, under `with pytest.raises(…)`. */
import { Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { calleeNames } from './callee-names.ts';

const EXPECTS_ERROR = /^pytest\.raises$|^unittest\.case\.TestCase\.assert(Raises|Warns)\w*$/;

export function expectsError(p: Evaluator, frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  for (let region = summary.region(value); region >= 0; region = summary.regionParent(region)) {
    if (summary.regionKind(region) !== RegionKind.With) continue;
    const manager = summary.a(summary.regionValue(region));
    if (summary.op(manager) !== Op.Call) continue;
    if (calleeNames(p, frame, summary.a(manager)).some((name) => EXPECTS_ERROR.test(name))) return true;
  }
  return false;
}
