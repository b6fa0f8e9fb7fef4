/** What blocks not only where it is called, but again as its result is used. */
import { Op, type Value } from '../model/summary.ts';
import type { CallSite } from '../program/call-sites.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { alternatives } from '../program/types.ts';
import { lastName } from './callee-names.ts';

/** Whether what blocks at a site is over when its value is there: not so with blocks, loops and iterators. */
export function goesOn(p: Evaluator, frame: Frame, { kind, value }: CallSite): boolean {
  if (kind === 'enter' || kind === 'exit' || kind === 'iterate') return true;
  return isIterator(p, frame, value);
}

/** Whether a plain loop goes over what a site gives, and each turn may wait for the next element. */
export function isStream(p: Evaluator, frame: Frame, { kind, value }: CallSite): boolean {
  if (kind === 'iterate') return true;
  if (kind !== 'call' || !isLoopedOver(frame, value)) return false;
  return isIterator(p, frame, value) || SAYS_SO.test(lastName(frame, frame.module.summary.a(value)));
}

/** What gives an iterator and is not typed has it in its name: `iter_lines`. */
const SAYS_SO = /^_?iter(?:_|$)/;

function isLoopedOver({ module: { summary }, scope }: Frame, value: Value): boolean {
  for (let row = value + 1; row < scope.end; row++) {
    if (summary.op(row) === Op.Iterate && summary.a(row) === value && summary.b(row) === 0) return true;
  }
  return false;
}

function isIterator(p: Evaluator, frame: Frame, value: Value): boolean {
  return alternatives(p.typeOf(frame, value)).some(
    (type) =>
      type.kind === 'generator' ||
      (type.kind === 'instance' && /(?:Iterator|Generator)$/.test(type.class.name)),
  );
}
