/** The project's own coroutines that run a function off the loop: `async def in_thread(function, *args): …`. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { OffloadHelper } from '../model/rewriter.ts';
import { ArgumentForm, type FileSummary, Op, type Scope, type Value } from '../model/summary.ts';
import { callSites } from '../program/call-sites.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';

/** Hand over to a thread without a copy of the context. */
const FORGETS_CONTEXT = /\.(?:run_in_executor|submit|async_add_executor_job)$/;

export function offloadHelpers(
  p: Evaluator,
  catalogue: Catalogue,
  modules: Iterable<Module>,
): OffloadHelper[] {
  const found: OffloadHelper[] = [];
  for (const module of modules) {
    for (const scope of module.summary.scopes) {
      if (!mayHelp(scope)) continue;
      const hop = callSites(p, p.genericFrame(module, scope.id)).find(
        ({ kind, value, targets }) =>
          kind === 'call' &&
          targets.some(({ names }) => catalogue.handover(names)?.to === 'worker') &&
          handsOn(module.summary, value) &&
          isGivenBack(module.summary, scope, value),
      );
      const keywords = scope.parameters.some(({ form }) => form === 'kwargs');
      if (!hop) continue;
      const keepsContext = !hop.targets.some(({ names }) => names.some((name) => FORGETS_CONTEXT.test(name)));
      found.push({ module: module.name, name: scope.name, keywords, keepsContext });
    }
  }
  return found;
}

/** A coroutine of a module that takes a function and its arguments, and needs nothing else. */
function mayHelp({
  kind,
  isAsync,
  isGenerator,
  parent,
  parameters: [first, second, ...others],
}: Scope): boolean {
  if (kind !== 'function' || !isAsync || isGenerator || parent !== 0) return false;
  const isFunction = first?.form === 'plain' || first?.form === 'positional-only';
  return (
    isFunction && second?.form === 'args' && others.every((one) => one.form === 'kwargs' || one.default >= 0)
  );
}

/** Whether a call is given the function, and the arguments behind it. */
function handsOn(summary: FileSummary, call: Value): boolean {
  const isParameter = (value: Value, index: number) =>
    summary.op(value) === Op.Parameter && summary.a(value) === index;
  const args = summary.args(call);
  const at = args.findIndex(({ value, form }) => form === ArgumentForm.Positional && isParameter(value, 0));
  const next = args[at + 1];
  return at >= 0 && next?.form === ArgumentForm.Star && isParameter(next.value, 1);
}

/** Whether what a call gives is awaited and returned. */
function isGivenBack(summary: FileSummary, { first, end }: Scope, call: Value): boolean {
  for (let row = first; row < end; row++) {
    if (summary.op(row) !== Op.Return) continue;
    const value = summary.a(row);
    if (value >= 0 && summary.op(value) === Op.Await && summary.a(value) === call) return true;
  }
  return false;
}
