/** The audit of guidelines 128 to 131: for each coroutine every call that is not awaited, and what stands behind it. */
import type { Span } from '../model/span.ts';
import { callSites } from '../program/call-sites.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { calleeName } from './chain.ts';
import { displayName } from './scopes.ts';
import type { Verdict, Verdicts } from './verdict.ts';

/** A call in a coroutine that is not awaited. */
export interface AuditedCall {
  /** The coroutine. */
  readonly function: string;
  readonly span: Span;
  /** What is called, as people would name it; undefined when nobody knows. */
  readonly callee: string | undefined;
  readonly verdict: Verdict;
}

export function auditOf(p: Evaluator, verdicts: Verdicts, module: Module): AuditedCall[] {
  const { summary } = module;
  return summary.scopes
    .filter(({ isAsync }) => isAsync)
    .flatMap((scope) => {
      const frame = p.genericFrame(module, scope.id);
      return callSites(p, frame).flatMap(({ kind, value, targets, awaited }) => {
        if (kind !== 'call' || awaited) return [];
        // A coroutine that is made here and awaited elsewhere answers for itself.
        if (targets.some(({ frame: body, mode }) => body?.scope.isAsync === true && mode === 'later'))
          return [];
        const [first] = targets;
        const callee = first?.frame
          ? displayName(first.frame)
          : first && calleeName(first.written ?? first.names[0] ?? '');
        const verdict = verdicts.ofCall(frame, value);
        return [{ function: scope.qualname, span: summary.span(value), callee, verdict }];
      });
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
