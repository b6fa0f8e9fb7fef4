/** The names of the classes that a value is an instance of. */
import type { Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { ancestorNames } from '../program/hierarchy.ts';
import { alternatives, type Type } from '../program/types.ts';

/** For each thing that it may be, the names of its class and of those above; none for what is not known. */
export function classNames(p: Evaluator, frame: Frame, value: Value): readonly (readonly string[])[] {
  return alternatives(p.types.withoutNone(p.typeOf(frame, value))).map((type) => namesOf(p, type));
}

/** Whether everything that a value may be is an instance of a class of such a name. */
export function isInstance(p: Evaluator, frame: Frame, value: Value, pattern: RegExp): boolean {
  const all = classNames(p, frame, value);
  return all.length > 0 && all.every((names) => names.some((name) => pattern.test(name)));
}

/** The names of the class of a value and of those above it. */
export function namesOf(p: Evaluator, type: Type): readonly string[] {
  if (type.kind === 'external') return [type.path];
  if (type.kind !== 'instance') return [];
  return ancestorNames(p, type.class);
}
