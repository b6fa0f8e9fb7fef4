/** `await gather(…)` made to a task group: what fails ends the others, and nothing runs on unwatched. */
import type { Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { Await, Call, Expression, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { WIDTH } from './at-once.ts';
import { type AnyNode, below, pathTo } from './children.ts';
import { beginsStatement, opening } from './first-evaluated.ts';
import { coroutineAround, Obstacle, obstacleToAwait, type Path } from './placement.ts';
import type { Source } from './source.ts';
import { Starts } from './starts.ts';
import { groupIsHandled, TaskGroup } from './task-group.ts';

/** What is handed to `gather`, with the comments that belong to it. */
interface Given {
  readonly value: Expression;
  /** `*coroutines`. */
  readonly isMany: boolean;
  readonly above: readonly string[];
  readonly behind: string;
}

/** A call of `gather` and what becomes of its results. */
interface Gathered {
  readonly path: Path;
  readonly statement: Statement;
  readonly awaited: Await;
  readonly given: readonly Given[];
  /** The text of what is around. */
  readonly around: string;
}

/** The awaited call of `gather` at a place becomes a task group in front of its statement. */
export function grouped(source: Source, span: Span): Edit[] | Obstacle | undefined {
  const path = pathTo(source.module.body, span.start, span.end);
  const [awaited, call] = path.slice(-2);
  if (call?.kind !== Kind.Call || awaited?.kind !== Kind.Await) return undefined;
  const statement = beginsStatement(path.slice(0, -1));
  if (!statement) return new Obstacle('something else in its statement comes first');
  const obstacle = groupIsHandled(path) ?? obstacleToAwait(path, source.isNotebook);
  if (obstacle) return obstacle;
  const given = givenTo(source, call);
  if (given instanceof Obstacle) return given;
  const before = opening(source, statement);
  if (before instanceof Obstacle) return before;
  const fn = coroutineAround(path);
  const around = fn instanceof Obstacle ? source.text : source.of(fn);
  return written(source, before, { path, statement, awaited, given, around });
}

function givenTo(source: Source, call: Call): Given[] | Obstacle {
  const option = call.args.find(({ name, stars }) => name !== undefined || stars === 2);
  const isDefault = option?.name === 'return_exceptions' && source.of(option.value) === 'False';
  if (option && !isDefault) return new Obstacle('a task group has no such option');
  const args = call.args.filter((one) => one !== option);
  if (args.some(({ value }) => [...below(value)].some(suspends)))
    return new Obstacle('one of them would run before the others are made');
  const comments = commentsIn(source, call);
  if (comments.at(-1)?.slice(1).some(Boolean)) return new Obstacle('a comment would be lost');
  return args.map((one) => ({
    value: one.value,
    isMany: one.stars === 1,
    ...commentsOf(comments, call.args.indexOf(one)),
  }));
}

function suspends(node: AnyNode): boolean {
  const isAsync = node.kind === Kind.Comprehension && node.clauses.some((clause) => clause.isAsync);
  return isAsync || node.kind === Kind.Await || node.kind === Kind.Yield || node.kind === Kind.YieldFrom;
}

/** The lines of comments between the arguments: before the first, behind each. */
function commentsIn(source: Source, { callee, args, end }: Call): string[][] {
  const ends = [source.text.indexOf('(', callee.end), ...args.map((one) => one.end)];
  const starts = [...args.map((one) => one.start), end];
  return ends.map((from, at) =>
    source.text
      .slice(from, starts[at])
      .split(/\r\n|\r|\n/)
      .map((line) => /#.*/.exec(line)?.[0] ?? ''),
  );
}

function commentsOf(comments: readonly string[][], at: number): Pick<Given, 'above' | 'behind'> {
  const behind = comments[at + 1]?.[0] ?? '';
  const before = comments[at] ?? [];
  return {
    above: (at === 0 ? before : before.slice(1)).filter(Boolean),
    behind: behind && `  ${behind}`,
  };
}

function written(source: Source, before: Span, gathered: Gathered): Edit[] {
  const { path, statement, awaited, given, around } = gathered;
  const group = new TaskGroup(source, path, around);
  const indent = source.indentAt(statement.start);
  const isDiscarded = statement.kind === Kind.ExpressionStatement && statement.value === awaited;
  const names = unpackedNames(gathered);
  const starts = new Starts(source, group, indent + source.indentUnit);
  const started = given.map(({ value, isMany }, at) => {
    if (isDiscarded) return isMany ? starts.each(value, around) : starts.one(value);
    return isMany ? starts.kept(value) : starts.named(value, names?.[at] ?? '');
  });
  const lines = started.flatMap(({ lines: own }, at) => {
    const { above = [], behind = '' } = given[at] ?? {};
    return [...above, ...own.slice(0, -1), `${own.at(-1) ?? ''}${behind}`];
  });
  const block = [indent + group.head, ...lines.map((line) => indent + source.indentUnit + line)];
  const edits = group.imports.edits();
  if (isDiscarded) {
    const text = block.join(source.newline).slice(indent.length);
    return [...edits, { span: { start: statement.start, end: statement.end }, text }];
  }
  const results = started.map(({ result }) => result);
  const text = resultText(source, gathered, results, names !== undefined);
  return [
    ...edits,
    { span: before, text: block.join(source.newline) + source.newline },
    { span: { start: awaited.start, end: awaited.end }, text },
  ];
}

/** `a, b = await gather(…)`: what each result is called. */
function unpackedNames({ statement, awaited, given }: Gathered): string[] | undefined {
  if (statement.kind !== Kind.Assign || statement.value !== awaited || given.some(({ isMany }) => isMany))
    return undefined;
  const [target, ...others] = statement.targets;
  if (target?.kind !== Kind.Tuple || others.length > 0 || target.items.length !== given.length)
    return undefined;
  const names = target.items.flatMap((item) => (item.kind === Kind.Starred ? [] : [nameOf(item)]));
  return names.length === given.length ? names : undefined;
}

function nameOf(item: Expression): string {
  const name = item.kind === Kind.Name ? item.id : item.kind === Kind.Attribute ? item.name : '';
  return name.replace(/^_+/, '');
}

/** All results: in a row where they are unpacked, in a list elsewhere. */
function resultText(
  source: Source,
  { statement, awaited }: Gathered,
  results: readonly string[],
  isRow: boolean,
): string {
  const [only] = results;
  if (only?.startsWith('*') && results.length === 1) return `[${only.slice(2, -1)}]`;
  const line = isRow ? results.join(', ') : `[${results.join(', ')}]`;
  const rest =
    source.text.slice(source.lineStart(statement.start), awaited.start) +
    source.text.slice(awaited.end, statement.end);
  if (rest.length + line.length <= WIDTH || /[\r\n]/.test(rest)) return line;
  const indent = source.newline + source.indentAt(statement.start);
  const items = results.map((result) => `${indent}${source.indentUnit}${result},`).join('');
  return isRow ? `(${items}${indent})` : `[${items}${indent}]`;
}
