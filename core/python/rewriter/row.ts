/** Statements in a row that all block: one hop does for them. */
import type { Span } from '../../model/span.ts';
import type { Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, spans } from './children.ts';
import type { Path } from './placement.ts';
import type { Source } from './source.ts';

export interface Row {
  /** To the first of the statements. */
  readonly path: Path;
  readonly statements: readonly Statement[];
}

/** The row in which the statement at the end of a path stands; undefined when one call is all that blocks in it. */
export function rowOfBlocking(source: Source, path: Path, blocking: readonly Span[]): Row | undefined {
  const statement = path.at(-1) as Statement;
  const siblings = blockOf(source, path);
  const isBlocking = (one: Statement | undefined) =>
    one !== undefined && blocking.some((span) => spans(one, span));
  let first = siblings.indexOf(statement);
  if (first < 0) return undefined;
  let last = first;
  while (isBlocking(siblings[first - 1])) first--;
  while (isBlocking(siblings[last + 1])) last++;
  const statements = siblings.slice(first, last + 1);
  const inside = blocking.filter((span) => statements.some((one) => spans(one, span)));
  const apart = inside.filter((span) => !inside.some((other) => other !== span && spans(other, span)));
  const [opening] = statements;
  return apart.length < 2 || !opening ? undefined : { path: [...path.slice(0, -1), opening], statements };
}

/** The statements among which the one at the end of a path stands. */
export function blockOf({ module }: Source, path: Path): readonly Statement[] {
  const statement = path.at(-1) as Statement;
  const around = path.at(-2);
  return around ? (blocksOf(around).find((block) => block.includes(statement)) ?? []) : module.body;
}

/** The blocks of a compound statement. */
export function blocksOf(around: AnyNode): (readonly Statement[])[] {
  switch (around.kind) {
    case Kind.FunctionDef:
    case Kind.ClassDef:
    case Kind.With:
      return [around.body];
    case Kind.If:
    case Kind.For:
    case Kind.While:
      return [around.body, around.otherwise];
    case Kind.Match:
      return around.cases.map(({ body }) => body);
    case Kind.Try:
      return [around.body, around.otherwise, around.final, ...around.handlers.map(({ body }) => body)];
    default:
      return [];
  }
}
