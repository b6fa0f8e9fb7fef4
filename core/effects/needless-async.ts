/** Coroutine functions that never wait, and which nobody needs to be async. */
import type { Place } from '../model/rewriter.ts';
import type { Span } from '../model/span.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { freeFunction, isBlank, isOpen, suspends } from './free-functions.ts';
import type { Overrides } from './overrides.ts';
import type { Reference, References } from './function-references.ts';
import type { Verdicts } from './verdict.ts';

export interface NeedlessAsync {
  readonly span: Span;
  readonly function: string;
  /** The calls that await it. */
  readonly calls: readonly Place[];
}

export function needlessAsync(
  p: Evaluator,
  overrides: Overrides,
  references: References,
  verdicts: Verdicts,
  module: Module,
): NeedlessAsync[] {
  const found: NeedlessAsync[] = [];
  for (const scope of module.summary.scopes) {
    if (!scope.isAsync || suspends(module, scope) || isOpen(module, scope) || isBlank(module, scope))
      continue;
    const symbol = freeFunction(p, overrides, module, scope);
    const uses = symbol && references.of(symbol);
    // Whoever hands it on, or starts a task of it, may need a coroutine function.
    if (!uses || uses.length === 0 || !uses.every(({ awaited }) => awaited)) continue;
    // What blocks in it has to move off the loop first.
    if (verdicts.ofFunction(p.genericFrame(module, scope.id)).kind === 'blocks') continue;
    found.push({ span: scope.nameSpan, function: scope.qualname, calls: uses.flatMap(placeOf) });
  }
  return found;
}

function placeOf({ frame: { module }, call }: Reference): Place | [] {
  return call === undefined ? [] : { path: module.path, span: module.summary.span(call) };
}
