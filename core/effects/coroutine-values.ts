/** What becomes of each coroutine that is made: awaited or handed on somewhere, or lost. */
import type { Span } from '../model/span.ts';
import { Op } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import type { CoroutineFunctions } from './coroutine-functions.ts';
import { expectsError } from './expects-error.ts';
import { type Fate, Fates } from './fates.ts';
import { displayName, mayAwait } from './scopes.ts';

/** A coroutine that nobody awaits, hands on, stores or returns. */
export interface LostCoroutine extends Fate {
  /** The call that makes it. */
  readonly span: Span;
  /** The function around. */
  readonly function: string;
  /** `await` may stand there. */
  readonly canAwait: boolean;
  /** The coroutine function, as people would name it. */
  readonly callee: string;
}

/** The coroutines that a file makes and loses, in order of their calls. */
export function lostCoroutines(p: Evaluator, functions: CoroutineFunctions, module: Module): LostCoroutine[] {
  const { summary } = module;
  const fates = new Fates(p, summary);
  const found: LostCoroutine[] = [];
  for (const scope of summary.scopes) {
    const frame = p.genericFrame(module, scope.id);
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.op(row) !== Op.Call) continue;
      const fate = fates.of(frame, row);
      if (!fate || !p.runs(frame, summary.region(row))) continue;
      const maker = functions.madeBy(frame, row);
      if (!maker || expectsError(p, frame, row)) continue;
      found.push({
        span: summary.span(row),
        function: scope.qualname,
        canAwait: mayAwait(summary, scope),
        callee: displayName(maker),
        ...fate,
      });
    }
  }
  return found;
}
