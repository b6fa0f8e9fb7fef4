/** Many coroutines at once, but not all of them: a semaphore lets a few through at a time. */
import type { Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { FunctionDef } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { usesAsyncio } from './at-once.ts';
import { freeName } from './block.ts';
import { type AnyNode, pathTo } from './children.ts';
import { Imports } from './imports.ts';
import { opening } from './first-evaluated.ts';
import { isFirstIterable, Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

/** How many are let through: a guess, for whoever knows the other side to change. */
export const AT_ONCE = 10;

/** The coroutine that is started for each item has to wait for a semaphore. */
export function boundFanOut(source: Source, element: Span): Edit[] | Obstacle | undefined {
  const path = pathTo(source.module.body, element.start, element.end);
  const node = path.at(-1);
  const fn = path.findLast((around) => around.kind === Kind.FunctionDef);
  if (node?.kind !== Kind.Call || !fn) return undefined;
  if (!usesAsyncio(source)) return new Obstacle('another library than asyncio runs the loop');
  if (/create_subprocess_\w+$/.test(source.of(node.callee)))
    return new Obstacle('the process would run on when its start has been waited for');
  const statement = outermostLoop(path, fn);
  if (!statement) return undefined;
  const before = opening(source, statement);
  if (before instanceof Obstacle) return before;
  const imports = new Imports(source, path);
  const text = source.of(fn);
  const semaphore = freeName(text, { stem: 'semaphore', number: 1 });
  const limited = freeName(text, { stem: 'limited', number: 1 });
  const [indent, unit] = [source.indentAt(statement.start), source.indentUnit];
  const lines = [
    `${indent}${semaphore} = ${imports.name('asyncio', 'Semaphore')}(${AT_ONCE})`,
    '',
    `${indent}async def ${limited}(coroutine):`,
    `${indent}${unit}async with ${semaphore}:`,
    `${indent}${unit}${unit}return await coroutine`,
    '',
    '',
  ];
  return [
    ...imports.edits(),
    { span: before, text: lines.join(source.newline) },
    { span: { start: element.start, end: element.start }, text: `${limited}(` },
    { span: { start: element.end, end: element.end }, text: ')' },
  ];
}

/** The statement around all loops in which something is started. */
function outermostLoop(path: Path, fn: FunctionDef): AnyNode | undefined {
  const inside = path.slice(path.indexOf(fn) + 1);
  const at = inside.findIndex(
    (node, index) =>
      (node.kind === Kind.For || node.kind === Kind.While || node.kind === Kind.Comprehension) &&
      !isFirstIterable(node, inside[index + 1] ?? node),
  );
  return at < 0 ? undefined : inside.slice(0, at + 1).findLast(({ kind }) => kind >= Kind.FunctionDef);
}
