/** The names that what is called may go by: what it leads to, and what is written. */
import { type FileSummary, Op, type Value } from '../model/summary.ts';
import { NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { writtenPath } from '../program/names.ts';

export function calleeNames(p: Evaluator, frame: Frame, callee: Value): readonly string[] {
  const names = p.callTargets(p.typeOf(frame, callee), NO_ARGUMENTS).flatMap((target) => target.names);
  const written = writtenPath(p, frame, callee);
  return written === undefined ? names : [...names, written];
}

/** The last part of what is called, by its own name where it was imported under another: a sieve before anything is resolved. */
export function lastName({ module: { summary } }: Pick<Frame, 'module'>, callee: Value): string {
  switch (summary.op(callee)) {
    case Op.Attribute:
      return summary.string(summary.b(callee));
    case Op.Lookup:
      return originalName(summary, summary.string(summary.a(callee)));
    case Op.Import:
      return summary.data.imports[summary.a(callee)]?.name ?? '';
    default:
      return '';
  }
}

/** `from time import sleep as pause` at the top of a file: `pause` is `sleep`. */
function originalName(summary: FileSummary, name: string): string {
  const bind = summary.names(0).get(name)?.at(-1) ?? -1;
  const value = bind < 0 ? -1 : summary.a(bind);
  if (value < 0 || summary.op(value) !== Op.Import) return name;
  return summary.data.imports[summary.a(value)]?.name ?? name;
}
