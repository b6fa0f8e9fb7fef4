/** Awaits that stand in a row, made to run at once: in a task group, or gathered. */
import type { Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { AnnAssign, Assign, Await } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { pathTo } from './children.ts';
import { Imports } from './imports.ts';
import { coroutineAround, Obstacle, type Path } from './placement.ts';
import { blockOf } from './row.ts';
import type { Source } from './source.ts';
import { groupIsHandled, moved, TaskGroup } from './task-group.ts';

/** Lines longer than this are broken up. */
export const WIDTH = 88;

interface Waiting {
  readonly path: Path;
  readonly statement: Assign | AnnAssign;
  readonly value: Await;
}

/** `a = await f()` and `b = await g()`, one below the other. */
export interface WaitingRow {
  readonly waits: readonly [Waiting, ...Waiting[]];
  /** The text of the coroutine around. */
  readonly fn: string;
}

/** The row in which some awaits stand. */
export function rowOfAwaits(source: Source, spans: readonly Span[]): WaitingRow | Obstacle {
  const waits: Waiting[] = [];
  for (const { start, end } of spans) {
    const path = pathTo(source.module.body, start, end);
    const [statement, value] = path.slice(-2);
    if (value?.kind !== Kind.Await || (statement?.kind !== Kind.Assign && statement?.kind !== Kind.AnnAssign))
      return new Obstacle('the awaits are parts of other statements');
    if (statement.value !== value) return new Obstacle('it assigns to what is awaited');
    waits.push({ path: path.slice(0, -1), statement, value });
  }
  const [first, ...others] = waits;
  if (!first) return new Obstacle('there is nothing to await');
  const siblings = blockOf(source, first.path);
  const at = siblings.indexOf(first.statement);
  if (!others.every(({ statement }, index) => siblings[at + index + 1] === statement))
    return new Obstacle('other statements stand between them');
  if (waits.some(({ statement: { start, end } }) => !source.beginsLine(start) || !source.endsLine(end)))
    return new Obstacle('they share a line');
  if (!usesAsyncio(source)) return new Obstacle('another library than asyncio runs the loop');
  const fn = coroutineAround(first.path);
  return fn instanceof Obstacle ? fn : { waits: [first, ...others], fn: source.of(fn) };
}

/** Whether what runs at once here is asyncio's business. */
export function usesAsyncio({ imported }: Source): boolean {
  return imported.has('asyncio') || !(imported.has('trio') || imported.has('anyio'));
}

/** These give futures, which a task group takes for no coroutines. */
const GIVES_FUTURE = /(?:run_in_executor|executor_job|ensure_future|create_task|wrap_future|submit)\s*\(/;

/** Each is started in a task group; what came of it is taken behind that. */
export function inTaskGroup(source: Source, { waits, fn }: WaitingRow): Edit[] | Obstacle {
  const [first] = waits;
  const handled = groupIsHandled(first.path);
  if (handled) return handled;
  if (waits.some(({ value }) => GIVES_FUTURE.test(source.of(value))))
    return new Obstacle('a task group takes coroutines only, and this is a future');
  const group = new TaskGroup(source, first.path, fn);
  const indent = source.indentAt(first.statement.start);
  const started: string[] = [];
  const taken: string[] = [];
  let behind = source.lineStart(first.statement.start);
  for (const { statement, value } of waits) {
    const target = targetText(source, statement);
    const task = group.name(/^\w+$/.test(target) ? `${target}_task` : 'task');
    const end = source.lineEnd(statement.end);
    const above = source.text.slice(behind, source.lineStart(statement.start));
    const comment = source.text.slice(statement.end, end);
    started.push(
      ...linesOf(above).map((line) => deeper(source, line)),
      deeper(
        source,
        `${indent}${task} = ${group.start(moved(source, value.value, source.of(value.value), indent + source.indentUnit))}${comment}`,
      ),
    );
    taken.push(`${indent}${source.text.slice(statement.start, value.start)}${task}.result()`);
    behind = source.nextLine(statement.end);
  }
  const lines = [indent + group.head, ...started, ...taken];
  return [...group.imports.edits(), replacement(source, waits, lines)];
}

/** All are gathered, in the order in which they stood. */
export function gathered(source: Source, { waits }: WaitingRow): Edit[] | Obstacle {
  const [first] = waits;
  const last = waits.at(-1) ?? first;
  if (source.text.slice(first.statement.start, source.lineEnd(last.statement.end)).includes('#'))
    return new Obstacle('a comment would be lost');
  if (waits.some(({ statement }) => statement.kind === Kind.AnnAssign || statement.targets.length > 1))
    return new Obstacle('a row of names takes no annotations');
  const imports = new Imports(source, first.path);
  const indent = source.indentAt(first.statement.start);
  const targets = waits.map(({ statement }) => {
    const text = targetText(source, statement);
    return text.includes(',') && !/^[([]/.test(text) ? `(${text})` : text;
  });
  const calls = waits.map(({ value }) =>
    moved(source, value.value, source.of(value.value), indent + source.indentUnit),
  );
  const opening = `${indent}${targets.join(', ')} = await ${imports.name('asyncio', 'gather')}(`;
  const line = `${opening}${calls.join(', ')})`;
  const isShort = line.length <= WIDTH && !/[\r\n]/.test(line);
  const lines = isShort
    ? [line]
    : [opening, ...calls.map((call) => `${indent}${source.indentUnit}${call},`), `${indent})`];
  return [...imports.edits(), replacement(source, waits, lines)];
}

function targetText(source: Source, statement: Assign | AnnAssign): string {
  return source.of(statement.kind === Kind.Assign ? (statement.targets[0] ?? statement) : statement.target);
}

function replacement(source: Source, waits: readonly Waiting[], lines: readonly string[]): Edit {
  const [first, last] = [waits[0], waits.at(-1)] as [Waiting, Waiting];
  const span = {
    start: source.lineStart(first.statement.start),
    end: source.lineEnd(last.statement.end),
  };
  return { span, text: lines.join(source.newline) };
}

/** A line one level deeper. */
function deeper({ indentUnit }: Source, text: string): string {
  return text.trim() === '' ? '' : indentUnit + text;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
}
