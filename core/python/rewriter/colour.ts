/** `async` and `await` put where they are missing, and taken away where they cannot be. */
import type { Edit } from '../../model/rewriter.ts';
import type { Call } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import type { AnyNode } from './children.ts';
import {
  awaitNeedsParentheses,
  type IsCoroutine,
  obstacleToAwait,
  Obstacle,
  type Path,
} from './placement.ts';
import type { Source } from './source.ts';

/** Awaits what stands at the end of a path. */
export function addAwait(source: Source, path: Path): Edit[] | Obstacle {
  const obstacle = obstacleToAwait(path, source.isNotebook);
  if (obstacle) return obstacle;
  const node = path.at(-1) as AnyNode;
  return [awaited(node, path, source.of(node))];
}

/** `await` in front of what stands at the end of a path, whatever else is written there. */
export function awaitAt(path: Path): Edit[] {
  const { start, end } = path.at(-1) as AnyNode;
  const [opening, closing] = awaitNeedsParentheses(path.at(-1) as AnyNode, path.at(-2))
    ? ['(await ', ')']
    : ['await ', ''];
  const edits = [{ span: { start, end: start }, text: opening }];
  return closing === '' ? edits : [...edits, { span: { start: end, end }, text: closing }];
}

/** Leaves what is awaited as it is. */
export function dropAwait({ text }: Source, path: Path): Edit[] | undefined {
  const node = path.at(-1) as AnyNode;
  // The coroutines in a list, or in a condition, would be lost.
  if (node.kind !== Kind.Await || node.value.kind !== Kind.Call) return undefined;
  const [keyword = ''] = /^await\s*/.exec(text.slice(node.start, node.value.start)) ?? [];
  return [{ span: { start: node.start, end: node.start + keyword.length }, text: '' }];
}

/** `with` becomes `async with`, `for` becomes `async for`, and the reverse; the path leads to what is entered or iterated. */
export function switchProtocol(source: Source, path: Path): Edit[] | Obstacle | undefined {
  const node = path.at(-1) as AnyNode;
  const around = path.at(-2);
  if (around?.kind === Kind.With) {
    return around.items.length > 1
      ? new Obstacle('the statement enters other things too')
      : switched(source, path.slice(0, -1), around.start, around.isAsync);
  }
  if (around?.kind === Kind.For) return switched(source, path.slice(0, -1), around.start, around.isAsync);
  if (around?.kind !== Kind.Comprehension) return undefined;
  const clause = around.clauses.find(({ iterable }) => iterable === node);
  if (!clause) return undefined;
  const [keyword = ''] =
    /(?:async\s+)?for\s+\(*\s*$/.exec(source.text.slice(around.start, clause.target.start)) ?? [];
  return switched(source, path, clause.target.start - keyword.length, clause.isAsync);
}

/** `async` before a keyword, or not; `path` leads to what needs a coroutine around it. */
function switched(source: Source, path: Path, start: number, isAsync: boolean): Edit[] | Obstacle {
  const [keyword = ''] = /^async\s+/.exec(source.text.slice(start)) ?? [];
  if (isAsync) return [{ span: { start, end: start + keyword.length }, text: '' }];
  return obstacleToAwait(path, source.isNotebook) ?? [{ span: { start, end: start }, text: 'async ' }];
}

/** Awaits what a loop is started for: `asyncio.run(main())`, `loop.run_until_complete(task)`, `anyio.run(main, 1)`. */
export function awaitInsteadOfRun(
  source: Source,
  path: Path,
  start: string,
  isCoroutine?: IsCoroutine,
): Edit[] | Obstacle | undefined {
  const node = path.at(-1) as AnyNode;
  if (node.kind !== Kind.Call) return undefined;
  const obstacle = obstacleToAwait(path, source.isNotebook, isCoroutine);
  if (obstacle) return obstacle;
  const bridged = bridgedFunction(source, node);
  if (bridged !== undefined) {
    const args = source.text.slice(node.callee.end, node.end);
    return [awaited(node, path, bridged + args)];
  }
  const [first, ...rest] = node.args;
  if (!first || first.name !== undefined || first.stars > 0) return undefined;
  if (/(?:^|\.)run_until_complete$|^(?:asyncio|uvloop)\.run$|^asyncio\.Runner\.run$/.test(start)) {
    if (rest.some(({ name }) => name !== 'debug' && name !== 'loop_factory')) return undefined;
    const { value } = first;
    const isPlain = value.kind <= Kind.Subscript || value.kind === Kind.Constant;
    return [awaited(node, path, isPlain ? source.of(value) : `(${source.of(value)})`)];
  }
  if (!/^(?:anyio|trio)\.run$/.test(start)) return undefined;
  const options = rest.some(({ name }) => name !== undefined);
  const callee = source.of(first.value);
  if (options || !/^[\w.]+$/.test(callee)) return new Obstacle('options of the loop would be lost');
  return [
    awaited(
      node,
      path,
      `${callee}(${rest.map(({ start: at, end }) => source.text.slice(at, end)).join(', ')})`,
    ),
  ];
}

/** `f` of `async_to_sync(f)(…)`. */
function bridgedFunction(source: Source, { callee: bridge }: Call): string | undefined {
  if (bridge.kind !== Kind.Call || !/(?:^|\.)(?:async_to_sync|AsyncToSync)$/.test(source.of(bridge.callee)))
    return undefined;
  const [given, ...options] = bridge.args;
  return given && options.length === 0 && given.value.kind <= Kind.Subscript
    ? source.of(given.value)
    : undefined;
}

/** Some text awaited in the place of a node. */
function awaited(node: AnyNode, path: Path, text: string): Edit {
  const needsParentheses = awaitNeedsParentheses(node, path.at(-2));
  return {
    span: { start: node.start, end: node.end },
    text: needsParentheses ? `(await ${text})` : `await ${text}`,
  };
}
