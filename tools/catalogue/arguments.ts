// Which argument a function reads from or writes to: `fp` of `json.load(fp)`.
import { Op, type Value } from '../../core/model/summary.ts';
import type { BlockingKind } from '../../core/model/blocking-kind.ts';
import type { Effect, Reach } from '../../core/effects/reach.ts';
import type { Frame } from '../../core/program/frame.ts';

export interface ArgumentUse {
  readonly param: string;
  /** Without `self`. */
  readonly position: number;
  /** What is called on it. */
  readonly method: string;
}

/** A kind that nothing else has, so that what an argument is used for hides nothing, and nothing hides it. */
export const ARGUMENT = 'argument' as BlockingKind;

/** Follows the use of something handed in back to the parameter by which it came. */
export function argumentIn(reach: Reach, frame: Frame, seen = new Set<Frame>()): ArgumentUse | undefined {
  const effect = reach.effects(frame).get(ARGUMENT);
  if (!effect || seen.has(frame)) return undefined;
  seen.add(frame);
  if (!effect.next) return directUse(frame, effect);
  const use = argumentIn(reach, effect.next, seen);
  if (!use || effect.site.kind !== 'call') return undefined;
  const { summary } = frame.module;
  const args = summary.args(effect.site.value);
  const given =
    args.find(({ keyword }) => keyword === use.param) ??
    args.filter(({ keyword }) => keyword === undefined)[use.position];
  return given && parameterUse(frame, given.value, use.method);
}

function directUse(frame: Frame, { site, record }: Effect): ArgumentUse | undefined {
  const { summary } = frame.module;
  const method = record.name.slice(record.name.lastIndexOf('.') + 1);
  if (site.kind === 'call') {
    const callee = summary.a(site.value);
    return summary.op(callee) === Op.Attribute ? parameterUse(frame, summary.a(callee), method) : undefined;
  }
  return site.kind === 'iterate' ? parameterUse(frame, summary.a(site.value), '__next__') : undefined;
}

function parameterUse(
  { module: { summary }, scope, function: symbol }: Frame,
  value: Value,
  method: string,
): ArgumentUse | undefined {
  let at = value;
  while ([Op.Narrow, Op.Exclude, Op.Annotated].includes(summary.op(at))) at = summary.a(at);
  if (summary.op(at) !== Op.Parameter) return undefined;
  const index = summary.a(at);
  const isMethod = symbol?.owner !== undefined && !symbol.modifiers.isStatic;
  const parameter = scope.parameters[index];
  const position = isMethod ? index - 1 : index;
  if (!parameter || position < 0 || parameter.form === 'args' || parameter.form === 'kwargs')
    return undefined;
  return { param: parameter.name, position, method };
}
