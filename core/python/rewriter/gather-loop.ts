/** Loops that wait for one item after the other, made to ask for a few of them at once. */
import type { Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { Comprehension, Expression, For, FunctionDef, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { usesAsyncio } from './at-once.ts';
import { freeName } from './block.ts';
import { AT_ONCE } from './bounds.ts';
import { type AnyNode, below, pathTo } from './children.ts';
import { filling } from './filling.ts';
import { opening } from './first-evaluated.ts';
import { Imports } from './imports.ts';
import { awaitNeedsParentheses, coroutineAround, Obstacle, type Path } from './placement.ts';
import { indented } from './reindent.ts';
import { shapeOf } from './shape.ts';
import type { Source } from './source.ts';

/** The loop that awaits at a place asks for all its items at once. */
export function gatherLoop(source: Source, span: Span): Edit[] | Obstacle | undefined {
  const path = pathTo(source.module.body, span.start, span.end);
  const at = path.findLastIndex(({ kind }) => kind === Kind.For || kind === Kind.Comprehension);
  const loop = path[at];
  if (!usesAsyncio(source)) return new Obstacle('another library than asyncio runs the loop');
  if (loop?.kind === Kind.Comprehension) return gatherComprehension(source, path.slice(0, at + 1), loop);
  return loop?.kind === Kind.For ? gatherFor(source, path.slice(0, at + 1), loop) : undefined;
}

/** `[await f(x) for x in xs]`. */
function gatherComprehension(source: Source, path: Path, loop: Comprehension): Edit[] | Obstacle {
  const [clause, ...others] = loop.clauses;
  const fn = coroutineAround(path);
  if (fn instanceof Obstacle) return fn;
  if (!clause || others.length > 0 || clause.isAsync || loop.form !== 'list')
    return new Obstacle('only a list over one iterable is gathered');
  if (clause.conditions.some((one) => holdsAwait(one))) return new Obstacle('its condition awaits too');
  if ([...below(loop)].some(({ kind }) => kind === Kind.NamedExpression))
    return new Obstacle('it binds a name');
  const statement = path.findLast(({ kind }) => kind >= Kind.FunctionDef);
  if (!statement) return new Obstacle('the loop was not found');
  if (source.text.slice(loop.start, loop.element.start).includes('#')) return LOSES_COMMENT;
  const before = opening(source, statement);
  if (before instanceof Obstacle) return before;
  const head = oneItem(source, fn, clause.target);
  if (head instanceof Obstacle) return head;
  const imports = new Imports(source, path);
  const { name, args, semaphore } = head;
  const rest = source.text.slice(loop.element.end, loop.end);
  const gather = `await ${imports.name('asyncio', 'gather')}(*[${name}(${args})${rest})`;
  const text = awaitNeedsParentheses(loop, path.at(-2)) ? `(${gather})` : gather;
  const element = source.of(loop.element);
  const body = `return ${/[\r\n]/.test(element) ? `(${element})` : element}`;
  const lines = definition(
    source,
    source.indentAt(statement.start),
    head,
    imports.name('asyncio', 'Semaphore'),
  );
  return [
    ...imports.edits(),
    { span: before, text: [...lines(semaphore, body), '', ''].join(source.newline) },
    { span: { start: loop.start, end: loop.end }, text },
  ];
}

/** A loop that only fills a list or a dict. */
function gatherFor(source: Source, path: Path, loop: For): Edit[] | Obstacle {
  const fn = coroutineAround(path);
  if (fn instanceof Obstacle) return fn;
  if (loop.isAsync || loop.otherwise.length > 0) return new Obstacle('the loop is more than that');
  const filled = filling(source, loop, fn);
  if (filled instanceof Obstacle) return filled;
  const { statement: last } = filled;
  const obstacle = outsideOfTurns(source, fn, loop) ?? unwritable(source, loop, last);
  if (obstacle) return obstacle;
  const head = oneItem(source, fn, loop.target);
  if (head instanceof Obstacle) return head;
  const imports = new Imports(source, path);
  const indent = source.indentAt(loop.start);
  const { name, args, semaphore } = head;
  const items = `for ${source.of(loop.target)} in ${source.of(loop.iterable)}`;
  const gather = `await ${imports.name('asyncio', 'gather')}(*[${name}(${args}) ${items}])`;
  const start = source.nextLine(loop.iterable.end);
  const end = source.lineEnd(loop.end);
  const inside = indented(source, loop.body, { start, end: source.lineStart(last.start) });
  const lines = definition(source, indent, head, imports.name('asyncio', 'Semaphore'))(
    semaphore,
    `return ${filled.value}${source.text.slice(last.end, end)}`,
    inside === '' ? undefined : inside.replace(/(?:\r\n|\r|\n)$/, ''),
    source.indentAt(last.start) + source.indentUnit,
  );
  return [
    ...imports.edits(),
    {
      span: { start: source.lineStart(loop.start), end },
      text: [...lines, '', `${indent}${filled.into}(${gather})`].join(source.newline),
    },
  ];
}

/** Why a loop's turns are more than what each of them gives. */
function outsideOfTurns(source: Source, fn: FunctionDef, loop: For): Obstacle | undefined {
  const shape = shapeOf(source, fn, [loop]);
  if (shape instanceof Obstacle) return shape;
  const [kept] = [...shape.gives, ...shape.takes];
  if (kept !== undefined) return new Obstacle(`\`${kept}\` is used outside of its turn`);
  const endsEarly = loop.body.some((one) => [...below(one)].some(({ kind }) => kind === Kind.Continue));
  return endsEarly ? new Obstacle('some turns end early') : undefined;
}

/** Why the lines of a loop cannot be taken over. */
function unwritable(
  source: Source,
  { start, end, iterable, body }: For,
  last: Statement,
): Obstacle | undefined {
  const begins = [start, body[0]?.start ?? start, last.start].every((at) => source.beginsLine(at));
  if (!begins || !source.endsLine(end)) return new Obstacle('it shares a line with other code');
  const head = source.text.slice(start, source.lineEnd(iterable.end));
  return head.includes('#') || source.of(last).includes('#') ? LOSES_COMMENT : undefined;
}

const LOSES_COMMENT = new Obstacle('a comment would be lost');

/** The function for one item, and what it takes. */
interface OneItem {
  readonly name: string;
  readonly args: string;
  readonly semaphore: string;
}

function oneItem(source: Source, fn: FunctionDef, target: Expression): OneItem | Obstacle {
  const items = target.kind === Kind.Tuple ? target.items : [target];
  const names = items.flatMap((item) => (item.kind === Kind.Name ? item.id : []));
  if (names.length < items.length || names.includes('_') || new Set(names).size < names.length)
    return new Obstacle('its items have no names of their own');
  const text = source.of(fn);
  return {
    name: freeName(text, { stem: `read_${names.length === 1 ? (names[0] ?? '') : 'one'}`, number: 1 }),
    args: names.join(', '),
    semaphore: freeName(text, { stem: 'semaphore', number: 1 }),
  };
}

function definition(source: Source, indent: string, { name, args }: OneItem, type: string) {
  const unit = source.indentUnit;
  return (semaphore: string, last: string, inside?: string, deep = indent + unit + unit): string[] => [
    `${indent}${semaphore} = ${type}(${AT_ONCE})`,
    '',
    `${indent}async def ${name}(${args}):`,
    `${indent}${unit}async with ${semaphore}:`,
    ...(inside === undefined ? [] : [inside]),
    `${deep}${last}`,
  ];
}

function holdsAwait(node: AnyNode): boolean {
  return [...below(node)].some(({ kind }) => kind === Kind.Await);
}
