/** Offloads of functions that are done before a thread could be woken for them. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Span } from '../model/span.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { isPartlyKnown } from '../program/partial.ts';
import { bodyOf, givenFunctions, offloadsIn } from './offloads.ts';
import { displayName } from './scopes.ts';
import type { Triviality } from './triviality.ts';

export interface TrivialOffload {
  readonly span: Span;
  readonly function: string;
  /** What is handed over, as people would name it. */
  readonly given: string;
  /** Where that stands. */
  readonly givenAt: Span;
}

export function trivialOffloads(
  p: Evaluator,
  catalogue: Catalogue,
  trivial: Triviality,
  module: Module,
): TrivialOffload[] {
  const { summary } = module;
  const found: TrivialOffload[] = [];
  for (const scope of summary.scopes) {
    if (!scope.isAsync) continue;
    const frame = p.genericFrame(module, scope.id);
    for (const { call, given, awaited, to } of offloadsIn(p, catalogue, frame)) {
      if (!awaited || to !== 'worker') continue;
      const functions = givenFunctions(p, frame, given);
      const isTrivial = functions.every((type) => {
        const body = bodyOf(p, type);
        return body?.module.origin === 'workspace' && trivial.isTrivial(body);
      });
      const [first] = functions;
      if (!first || !isTrivial || isPartlyKnown(p, frame, given)) continue;
      const name = first.function.scope.kind === 'lambda' ? 'lambda' : displayName(first.function);
      found.push({
        span: summary.span(call),
        function: scope.qualname,
        given: name,
        givenAt: summary.span(given),
      });
    }
  }
  return found;
}
