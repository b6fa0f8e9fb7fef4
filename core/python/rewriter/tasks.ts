/** Tasks that are kept until they are done, and loops that let the others run. */
import type { Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import { Kind } from '../syntax/tree.ts';
import { freeName } from './block.ts';
import { type AnyNode, pathToFirst } from './children.ts';
import { Imports } from './imports.ts';
import { coroutineAround, Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

/** The task that a statement starts and forgets is put into a set of the module, which it leaves when it is done. */
export function keepTask(source: Source, path: Path): Edit[] | Obstacle | undefined {
  const call = path.at(-1) as AnyNode;
  const statement = path.at(-2);
  if (statement?.kind !== Kind.ExpressionStatement) return undefined;
  const fn = path.findLast(({ kind }) => kind === Kind.FunctionDef);
  if (!fn) return undefined;
  if (!source.beginsLine(statement.start) || !source.endsLine(statement.end))
    return new Obstacle('it shares a line with other code');
  const imports = new Imports(source, path);
  const tasks = imports.set('background_tasks');
  const task = freeName(source.of(fn), { stem: 'task', number: 1 });
  const indent = source.indentAt(statement.start);
  const lines = ['', `${tasks}.add(${task})`, `${task}.add_done_callback(${tasks}.discard)`];
  return [
    ...imports.edits(),
    { span: { start: call.start, end: call.start }, text: `${task} = ` },
    {
      span: { start: source.lineEnd(statement.end), end: source.lineEnd(statement.end) },
      text: lines.join(source.newline + indent),
    },
  ];
}

/** A loop awaits nothing for a moment at the beginning of each round. */
export function suspendInLoop(source: Source, path: Path): Edit[] | Obstacle | undefined {
  const loop = path.at(-1) as AnyNode;
  if (loop.kind !== Kind.While && loop.kind !== Kind.For) return undefined;
  const [first] = loop.body;
  const coroutine = coroutineAround(first ? [...path, first] : path);
  if (coroutine instanceof Obstacle) return coroutine;
  if (!first || !source.beginsLine(first.start)) return new Obstacle('it stands on one line');
  const imports = new Imports(source, path);
  const library = ['trio', 'anyio'].find((one) => source.imported.has(one)) ?? 'asyncio';
  const line = `await ${imports.name(library, 'sleep')}(0)`;
  const start = source.lineStart(first.start);
  const text = source.indentAt(first.start) + line + source.newline;
  return [...imports.edits(), { span: { start, end: start }, text }];
}

/** The path to the loop that has its head at a place: a head is no node by itself. */
export function loopAt({ module }: Source, head: Span): Path | undefined {
  const isLoop = ({ kind, start }: AnyNode) =>
    (kind === Kind.While || kind === Kind.For) && start === head.start;
  return pathToFirst(module.body, head, isLoop);
}

/** The same call of another function of its module. */
export function renameCallee(source: Source, path: Path, module: string, name: string): Edit[] | undefined {
  const node = path.at(-1) as AnyNode;
  if (node.kind !== Kind.Call) return undefined;
  return renamed(source, path, node.callee, module, name);
}

/** Another name for what stands at the end of a path; of a builtin, by itself. */
export function rename(
  source: Source,
  path: Path,
  module: string,
  name: string,
): Edit[] | Obstacle | undefined {
  const node = path.at(-1) as AnyNode;
  if (module === 'builtins' && source.globals.has(name))
    return new Obstacle(`\`${name}\` means something else in this file`);
  return renamed(source, path, node, module, name);
}

function renamed(source: Source, path: Path, { start, end }: AnyNode, module: string, name: string): Edit[] {
  const imports = new Imports(source, path);
  const text = module === 'builtins' ? name : imports.name(module, name);
  return [...imports.edits(), { span: { start, end }, text }];
}
