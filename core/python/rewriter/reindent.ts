/** Lines of code one level deeper; what is inside a string stays as it is. */
import type { Span } from '../../model/span.ts';
import type { Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { below } from './children.ts';
import type { Source } from './source.ts';

/** The lines of `span`, which hold `statements`. */
export function indented(source: Source, statements: readonly Statement[], span: Span): string {
  const verbatim = statements.flatMap((statement) => [...stringsAcrossLines(source, statement)]);
  let result = '';
  for (let start = span.start; start < span.end || start === span.start;) {
    const next = Math.min(source.nextLine(start), span.end);
    const line = source.text.slice(start, next);
    const isInString = verbatim.some((string) => string.start < start && start < string.end);
    result += (isInString || line.trim() === '' ? '' : source.indentUnit) + line;
    if (next <= start) break;
    start = next;
  }
  return result;
}

/** String literals that go over several lines, in which white space counts. */
function* stringsAcrossLines(source: Source, statement: Statement): Generator<Span> {
  for (const node of below(statement)) {
    if (node.kind !== Kind.String && node.kind !== Kind.FString) continue;
    const text = source.of(node);
    if (/[\r\n]/.test(text) && /"""|'''|\\\r?\n/.test(text)) yield node;
  }
}
