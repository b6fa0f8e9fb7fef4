/** What is worked out from a value, as far as one function goes. */
import { Op, type Value } from '../model/summary.ts';
import type { Frame } from '../program/frame.ts';
import type { Uses } from './uses.ts';

/** All operations that use a value, or what comes of it. */
export function derivedFrom(uses: Uses, value: Value): ReadonlySet<Value> {
  const derived = new Set([value]);
  // A Set visits what is added while it is walked.
  for (const each of derived) for (const { by } of uses.of(each)) if (by >= 0) derived.add(by);
  return derived;
}

/** Whether a nested function reads one of the names that values were given. */
export function isCaptured({ module: { summary }, scope }: Frame, values: ReadonlySet<Value>): boolean {
  const names = new Set<number>();
  for (const value of values) if (summary.op(value) === Op.Bind) names.add(summary.b(value));
  if (names.size === 0) return false;
  for (let row = scope.end; row < summary.size; row++) {
    if (summary.op(row) === Op.Lookup && names.has(summary.a(row)) && summary.b(row) >= scope.id) return true;
  }
  return false;
}
