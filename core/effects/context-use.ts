/** Context variables behind some code: a worker thread has a copy of them, or knows nothing of them. */
import type { ContextUse } from '../model/rewriter.ts';
import type { Span } from '../model/span.ts';
import { Op } from '../model/summary.ts';
import { type CallSite, callSites } from '../program/call-sites.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';

const USES = /^_?contextvars\.ContextVar\.(get|set|reset)$/;

/** Functions that are looked at behind one place. */
const BUDGET = 200;

/** The gravest use in a stretch of a function, and in the functions of the program that it calls. */
export function contextUse(p: Evaluator, root: Frame, span: Span): ContextUse | undefined {
  const { summary } = root.module;
  const isInside = ({ value }: CallSite) =>
    span.start <= summary.start(value) && summary.end(value) <= span.end;
  const frames = new Set<Frame>();
  let use = usesIn(p, root, callSites(p, root).filter(isInside), frames);
  for (const frame of frames) {
    if (use?.isSet || frames.size > BUDGET) break;
    const found = usesIn(p, frame, callSites(p, frame), frames);
    use = found?.isSet ? found : (use ?? found);
  }
  return use;
}

/** What is set for a while, and set back, is nobody else's business. */
function usesIn(
  p: Evaluator,
  frame: Frame,
  sites: readonly CallSite[],
  behind: Set<Frame>,
): ContextUse | undefined {
  const found = new Map<string, string>();
  for (const { value, targets } of sites) {
    for (const { names, frame: target, mode } of targets) {
      const how = names.flatMap((name) => USES.exec(name)?.[1] ?? [])[0];
      if (how !== undefined) found.set(how, variableOf(frame, value));
      else if (target?.module.origin === 'workspace' && mode === 'run') behind.add(target);
    }
  }
  const [set, read] = [found.has('reset') ? undefined : found.get('set'), found.get('get')];
  if (set !== undefined) return { variable: set, isSet: true };
  return read === undefined || found.has('set') ? undefined : { variable: read, isSet: false };
}

/** The variable as it is written: `current` in `current.get()`. */
function variableOf({ module: { summary } }: Frame, call: number): string {
  const callee = summary.a(call);
  const variable = summary.op(callee) === Op.Attribute ? summary.a(callee) : callee;
  if (summary.op(variable) === Op.Lookup) return summary.string(summary.a(variable));
  return summary.op(variable) === Op.Attribute ? summary.string(summary.b(variable)) : 'a context variable';
}
