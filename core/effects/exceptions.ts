/** The exceptions that a handler catches, by name. */
import { Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { writtenPath } from '../program/names.ts';
import { alternatives } from '../program/types.ts';

/** Of `except (A, B)` both. */
export function caughtNames(p: Evaluator, frame: Frame, type: Value): readonly string[] {
  const { summary } = frame.module;
  if (summary.op(type) === Op.Display) {
    return [...summary.list(summary.a(type))].flatMap((each) => caughtNames(p, frame, each));
  }
  // `anyio.get_cancelled_exc_class()`: a cancellation that comes again, however often it is caught.
  if (summary.op(type) === Op.Call) return [];
  const names = alternatives(p.typeOf(frame, type)).flatMap((each) =>
    each.kind === 'class' ? [each.class.name] : each.kind === 'external' ? [each.path] : [],
  );
  const written = writtenPath(p, frame, type);
  return written === undefined ? names : [...names, written];
}
