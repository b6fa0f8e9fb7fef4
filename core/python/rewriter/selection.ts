/** What somebody selected: an expression, or statements that stand side by side. */
import type { Span } from '../../model/span.ts';
import { Kind, type Statement } from '../syntax/tree.ts';
import { pathTo, spans } from './children.ts';
import type { Path } from './placement.ts';
import { blocksOf } from './row.ts';
import type { Source } from './source.ts';

export interface Selection {
  /** To the expression, or to the first of the statements. */
  readonly path: Path;
  /** Undefined for an expression. */
  readonly statements: readonly Statement[] | undefined;
}

/** White space and comments around it do not count. */
export function selectionAt(source: Source, span: Span): Selection | undefined {
  const text = source.of(span);
  const start = span.start + (text.length - text.trimStart().length);
  const end = span.end - (text.length - text.trimEnd().length);
  if (start >= end) return undefined;
  const path = pathTo(source.module.body, start, end);
  const last = path.at(-1);
  if (last && last.kind < Kind.FunctionDef) return { path, statements: undefined };
  return statementsIn(source, source.module.body, { start, end });
}

/** The statements that fill a stretch of text. */
export function statementsIn(
  source: Source,
  body: readonly Statement[],
  selected: Span,
): Selection | undefined {
  const path: Statement[] = [];
  let block: readonly Statement[] | undefined = body;
  while (block) {
    const statements = block.filter((statement) => spans(selected, statement));
    const [first] = statements;
    if (first)
      return isCovered(source, statements, selected) ? { path: [...path, first], statements } : undefined;
    const around: Statement | undefined = block.find((statement) => spans(statement, selected));
    if (!around) return undefined;
    path.push(around);
    block = blocksOf(around).find((inner) =>
      inner.some((statement) => spans(statement, selected) || spans(selected, statement)),
    );
  }
  return undefined;
}

/** Nothing but comments is selected besides the statements. */
function isCovered(source: Source, statements: readonly Statement[], { start, end }: Span): boolean {
  const [first, last] = [statements[0], statements.at(-1)];
  const around = `${source.text.slice(start, first?.start)}\n${source.text.slice(last?.end, end)}`;
  return around.split(/\r\n|\r|\n/).every((line) => /^\s*(?:#.*)?$/.test(line));
}
