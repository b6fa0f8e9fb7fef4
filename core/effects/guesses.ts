/** What a call of something unknown may do, by its name alone: for those who would rather look twice than miss one. */
import type { BlockingRecord, Catalogue } from '../knowledge/catalogue.ts';
import { Op } from '../model/summary.ts';
import type { CallSite } from '../program/call-sites.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';

/** Classes whose methods are on every object's lips: `x.read()` is a guess, `x.get()` is none. */
const COMMON = ['object', 'str', 'bytes', 'int', 'list', 'tuple', 'dict', 'set', 'BaseException'];

/** A method of an unknown object that is not awaited. */
export function guessed(
  p: Evaluator,
  catalogue: Catalogue,
  frame: Frame,
  { kind, value, targets, awaited }: CallSite,
): BlockingRecord | undefined {
  if (kind !== 'call' || targets.length > 0 || awaited) return undefined;
  const { summary } = frame.module;
  const callee = summary.a(value);
  if (summary.op(callee) !== Op.Attribute) return undefined;
  if (p.typeOf(frame, summary.a(callee)).kind !== 'unknown') return undefined;
  const name = summary.string(summary.b(callee));
  const isCommon = COMMON.some((builtin) => {
    const symbol = p.builtin(builtin);
    return symbol !== undefined && p.hasOwn(symbol, name);
  });
  return isCommon ? undefined : catalogue.guess(name);
}
