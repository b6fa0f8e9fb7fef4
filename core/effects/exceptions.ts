/** The exceptions that a handler catches, by name. */
import { Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { writtenPath } from '../program/names.ts';

/** Of `except (A, B)` both; nothing for what is worked out, or handed in. */
export function caughtNames(p: Evaluator, frame: Frame, type: Value): readonly string[] {
  const { summary } = frame.module;
  if (summary.op(type) === Op.Display) {
    return [...summary.list(summary.a(type))].flatMap((each) => caughtNames(p, frame, each));
  }
  const written = writtenPath(p, frame, type);
  return written === undefined ? [] : [written];
}
