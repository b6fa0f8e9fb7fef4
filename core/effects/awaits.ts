/** `await` where it cannot stand, and before what cannot be awaited. */
import type { Span } from '../model/span.ts';
import { Op, RegionKind, type Scope, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { isAskedAbout } from './colour-checks.ts';
import type { PlainValues } from './plain-values.ts';
import { mayAwait } from './scopes.ts';

/** The keyword that is out of place. */
export type AsyncKeyword = 'await' | 'async for' | 'async with';

export type WrongAwait =
  | {
      readonly kind: 'outside';
      readonly span: Span;
      readonly function: string;
      readonly keyword: AsyncKeyword;
      readonly place: 'function' | 'lambda' | 'class' | 'module';
    }
  | {
      readonly kind: 'not-awaitable';
      readonly span: Span;
      readonly function: string;
      /** What is awaited: `None, which the plain function \`f\` returns`. */
      readonly thing: string;
    };

/** The wrong `await`s of a file: the first of each scope where none may stand, and each that awaits nothing awaitable. */
export function wrongAwaits(p: Evaluator, plain: PlainValues, module: Module): WrongAwait[] {
  const { summary } = module;
  // Half a statement may leave an `await` anywhere.
  if (summary.data.problems.length > 0) return [];
  const found: WrongAwait[] = [];
  for (const scope of summary.scopes) {
    if (!mayAwait(summary, scope)) {
      const first = firstOutside(module, scope);
      if (first) found.push(first);
      continue;
    }
    const frame = p.genericFrame(module, scope.id);
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.op(row) !== Op.Await || !p.runs(frame, summary.region(row))) continue;
      const thing = plain.describe(frame, summary.a(row));
      if (thing !== undefined && !isAskedAbout(p, frame, summary.a(row))) {
        found.push({ kind: 'not-awaitable', span: summary.span(row), function: scope.qualname, thing });
      }
    }
  }
  return found;
}

function firstOutside(module: Module, scope: Scope): WrongAwait | undefined {
  const { summary } = module;
  for (let row = scope.first; row < scope.end; row++) {
    const keyword = keywordOf(module, row);
    if (keyword === undefined || inGenerator(module, row)) continue;
    return { kind: 'outside', span: summary.span(row), function: scope.qualname, keyword, place: scope.kind };
  }
  return undefined;
}

function keywordOf({ summary }: Module, row: Value): AsyncKeyword | undefined {
  switch (summary.op(row)) {
    case Op.Await:
      return 'await';
    case Op.Iterate:
      return summary.b(row) === 1 ? 'async for' : undefined;
    case Op.Enter:
      return summary.b(row) === 1 ? 'async with' : undefined;
    default:
      return undefined;
  }
}

/** A generator expression is a function of its own, and becomes an async one. */
function inGenerator({ summary }: Module, row: Value): boolean {
  for (let region = summary.region(row); region >= 0; region = summary.regionParent(region)) {
    if (summary.regionKind(region) === RegionKind.Generator) return true;
  }
  return false;
}
