/** What blocks not only where it is called, but again as its result is used. */
import type { CallSite } from '../program/call-sites.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { alternatives } from '../program/types.ts';

/** Whether what blocks at a site is over when its value is there: not so with blocks, loops and iterators. */
export function goesOn(p: Evaluator, frame: Frame, { kind, value }: CallSite): boolean {
  if (kind === 'enter' || kind === 'exit' || kind === 'iterate') return true;
  return alternatives(p.typeOf(frame, value)).some(
    (type) =>
      type.kind === 'generator' ||
      (type.kind === 'instance' && /(?:Iterator|Generator)$/.test(type.class.name)),
  );
}
