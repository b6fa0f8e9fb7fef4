/** What stands at a place in a file: the function that is defined there, or the innermost call around it. */
import type { Span } from '../model/span.ts';
import { type FileSummary, Op, type Scope, type Value } from '../model/summary.ts';

export type Place =
  | { readonly kind: 'function'; readonly scope: Scope; readonly span: Span }
  | { readonly kind: 'call'; readonly scope: Scope; readonly call: Value; readonly span: Span };

export function placeAt(summary: FileSummary, offset: number): Place | undefined {
  for (const scope of summary.scopes) {
    if (scope.kind !== 'function') continue;
    const { nameSpan } = scope;
    if (nameSpan.start <= offset && offset <= nameSpan.end)
      return { kind: 'function', scope, span: nameSpan };
  }
  let innermost: Value | undefined;
  let length = Infinity;
  for (let row = 0; row < summary.size; row++) {
    if (summary.op(row) !== Op.Call) continue;
    const start = summary.start(row);
    const end = summary.end(row);
    if (start > offset || offset > end || end - start >= length) continue;
    innermost = row;
    length = end - start;
  }
  if (innermost === undefined) return undefined;
  const scope = summary.scopeOf(innermost);
  return { kind: 'call', scope, call: innermost, span: summary.span(innermost) };
}
