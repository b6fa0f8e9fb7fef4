/** Time limits for what waits as long as it takes. */
import type { Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import { Kind, type Statement } from '../syntax/tree.ts';
import { pathTo } from './children.ts';
import { Imports } from './imports.ts';
import { Obstacle, type Path } from './placement.ts';
import { indented } from './reindent.ts';
import type { Source } from './source.ts';

/** Seconds: a guess, for whoever knows the other side to change. */
export const SECONDS = 10;

/** Libraries that have a time limit of their own for a block. */
const OTHERS = ['trio', 'anyio'] as const;

export interface TimeLimit {
  readonly span: Span;
  /** The parameter that takes it; undefined when there is none. */
  readonly param: string | undefined;
  /** `asyncio.timeout` is there: Python 3.11. */
  readonly hasBlock: boolean;
}

export function limitTime(
  source: Source,
  { span, param, hasBlock }: TimeLimit,
): Edit[] | Obstacle | undefined {
  const path = pathTo(source.module.body, span.start, span.end);
  const call = path.at(-1);
  if (call?.kind !== Kind.Call) return undefined;
  if (param !== undefined) return withArgument(source, call, `${param}=${SECONDS}`);
  const awaited = path.at(-2);
  const other = OTHERS.find((one) => source.imported.has(one));
  if (awaited?.kind !== Kind.Await) return undefined;
  if (other !== undefined && !source.imported.has('asyncio'))
    return inBlock(source, path, other, 'fail_after') ?? new Obstacle('it is part of a larger statement');
  const block = hasBlock ? inBlock(source, path, 'asyncio', 'timeout') : undefined;
  if (block) return block;
  const imports = new Imports(source, path);
  const wait = imports.name('asyncio', 'wait_for');
  const text = `${wait}(${source.of(call)}, timeout=${SECONDS})`;
  return [...imports.edits(), { span, text }];
}

/** One more argument, in the form of those that are there. */
function withArgument(
  source: Source,
  { args, end }: { args: readonly Span[]; end: number },
  text: string,
): Edit[] | Obstacle {
  const last = args.at(-1);
  const closing = end - 1;
  if (!last) return [{ span: { start: closing, end: closing }, text }];
  const behind = source.text.slice(last.end, closing);
  if (behind.includes('#') && !behind.includes(',')) return new Obstacle('a comment stands in the way');
  if (!behind.includes(',')) return [{ span: { start: last.end, end: last.end }, text: `, ${text}` }];
  const comma = last.end + behind.indexOf(',') + 1;
  const isBroken = /[\r\n]/.test(behind);
  const indent = source.newline + source.indentAt(last.start);
  const isOwnLine = source.beginsLine(last.start);
  const inserted = isBroken && isOwnLine ? `${indent}${text},` : ` ${text}`;
  const at = isBroken && isOwnLine ? Math.max(comma, source.lineEnd(comma)) : comma;
  return [{ span: { start: at, end: at }, text: inserted }];
}

/** The whole statement under a limit, where it is a simple one. */
function inBlock(source: Source, path: Path, module: string, name: string): Edit[] | undefined {
  const statement = path.findLast(({ kind }) => kind >= Kind.FunctionDef) as Statement | undefined;
  if (!statement || !isSimple(statement)) return undefined;
  if (!source.beginsLine(statement.start) || !source.endsLine(statement.end)) return undefined;
  if (path.some(({ kind }) => kind === Kind.Lambda || kind === Kind.Comprehension)) return undefined;
  const imports = new Imports(source, path);
  const span = { start: source.lineStart(statement.start), end: source.lineEnd(statement.end) };
  const indent = source.indentAt(statement.start);
  const isAsync = module === 'asyncio' ? 'async ' : '';
  const head = `${indent}${isAsync}with ${imports.name(module, name)}(${SECONDS}):`;
  return [...imports.edits(), { span, text: head + source.newline + indented(source, [statement], span) }];
}

function isSimple({ kind }: Statement): boolean {
  return (
    kind === Kind.Assign ||
    kind === Kind.AnnAssign ||
    kind === Kind.ExpressionStatement ||
    kind === Kind.Return
  );
}
