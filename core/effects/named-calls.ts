/** The calls in a module of what goes by certain names. */
import type { Span } from '../model/span.ts';
import { type Argument, ArgumentForm, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { calleeNames, lastName } from './callee-names.ts';

/** A place, and the function around it. */
export interface Spot {
  readonly span: Span;
  readonly function: string;
}

export interface NamedCall {
  readonly frame: Frame;
  readonly call: Value;
  /** The names that it may go by. */
  readonly names: readonly string[];
}

/** What may be meant, by the last part of its name as it is written: asked before anything is resolved. */
export interface Sieve {
  test(name: string): boolean;
}

/** The calls of a module of which the names satisfy. */
export function* namedCalls(
  p: Evaluator,
  module: Module,
  last: Sieve,
  satisfy: (names: readonly string[]) => boolean,
): Iterable<NamedCall> {
  const { summary } = module;
  for (const scope of summary.scopes) {
    let frame: Frame | undefined;
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.op(row) !== Op.Call || !last.test(lastName({ module }, summary.a(row)))) continue;
      frame ??= p.genericFrame(module, scope.id);
      if (!p.runs(frame, summary.region(row))) continue;
      const names = calleeNames(p, frame, summary.a(row));
      if (satisfy(names)) yield { frame, call: row, names };
    }
  }
}

/** Whether one of several names is meant. */
export function named(pattern: RegExp): (names: readonly string[]) => boolean {
  return (names) => names.some((name) => pattern.test(name));
}

export function spotOf(frame: Frame, value: Value): Spot {
  return { span: frame.module.summary.span(value), function: frame.scope.qualname };
}

/** An argument by its name, or by its position without `self`. */
export function argumentOf(
  { module: { summary } }: Frame,
  call: Value,
  name: string,
  position?: number,
): Value | undefined {
  const args = summary.args(call);
  const byName = args.find(({ keyword }) => keyword === name);
  if (byName) return byName.value;
  return position === undefined ? undefined : positional(args)[position]?.value;
}

/** Whether a call takes arguments that its text does not show: `*args`, `**options`. */
export function hidesArguments({ module: { summary } }: Frame, call: Value): boolean {
  return summary
    .args(call)
    .some(({ form }) => form === ArgumentForm.Star || form === ArgumentForm.DoubleStar);
}

function positional(args: readonly Argument[]): readonly Argument[] {
  return args.filter(({ form }) => form === ArgumentForm.Positional);
}
