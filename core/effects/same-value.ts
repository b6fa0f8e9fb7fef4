/** Whether two places of a function mean the same object. */
import { Op, type Value } from '../model/summary.ts';
import type { Frame } from '../program/frame.ts';

/** Whether two values are the same object as far as the text tells: one local, or one attribute of it. */
export function isSameValue(frame: Frame, a: Value, b: Value): boolean {
  if (a === b) return true;
  const { summary } = frame.module;
  if (summary.op(a) !== summary.op(b)) return false;
  if (summary.op(a) === Op.Lookup) return summary.a(a) === summary.a(b);
  if (summary.op(a) !== Op.Attribute || summary.b(a) !== summary.b(b)) return false;
  return isSameValue(frame, summary.a(a), summary.a(b));
}
