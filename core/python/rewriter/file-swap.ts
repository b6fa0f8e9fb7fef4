/** A file that is opened by a library of coroutines: what is read from it is awaited. */
import type { Edit } from '../../model/rewriter.ts';
import { Kind } from '../syntax/tree.ts';
import type { AnyNode } from './children.ts';
import { awaitAt } from './colour.ts';
import { Imports } from './imports.ts';
import { mentions } from './name-uses.ts';
import { coroutineAround, Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

/** What is awaited of such a file; others have the same name and wait for nothing. */
const METHODS = /^(?:read|read1|readinto|readline|readlines|write|writelines|seek|tell|truncate|flush)$/;

/** `with open(…) as file` becomes `async with aiofiles.open(…) as file`; `path` leads to the call. */
export function swapFile(source: Source, path: Path): Edit[] | Obstacle | undefined {
  const [around, call] = path.slice(-2);
  if (around?.kind !== Kind.With || call?.kind !== Kind.Call || source.of(call.callee) !== 'open')
    return undefined;
  const [item, ...others] = around.items;
  const file = item?.target;
  if (around.isAsync || others.length > 0 || file?.kind !== Kind.Name) return undefined;
  const coroutine = coroutineAround(path.slice(0, -1));
  if (coroutine instanceof Obstacle) return coroutine;
  const edits: Edit[] = [];
  for (const use of [...mentions(coroutine, file.id, [])].filter((one) => one.at(-1) !== file)) {
    const edit = around.body.some((one) => use.includes(one)) ? awaitedUse(source, use) : undefined;
    if (!edit) return new Obstacle(`\`${file.id}\` is used by what does not await`);
    edits.push(...edit);
  }
  const imports = new Imports(source, path);
  const { start, end } = call.callee;
  const opening = imports.name('aiofiles', 'open');
  return [
    ...imports.edits(),
    { span: { start: around.start, end: around.start }, text: 'async ' },
    { span: { start, end }, text: opening },
    ...edits,
  ];
}

/** `await file.read()`, `async for line in file`; undefined for other uses. */
function awaitedUse(source: Source, use: Path): Edit[] | undefined {
  const [around, file] = use.slice(-2) as [AnyNode, AnyNode];
  if (coroutineAround(use) instanceof Obstacle) return undefined;
  if (around.kind === Kind.For && around.iterable === file && !around.isAsync)
    return [{ span: { start: around.start, end: around.start }, text: 'async ' }];
  const path = callOn(use);
  const call = path.at(-1);
  const isMethod =
    call?.kind === Kind.Call && call.callee.kind === Kind.Attribute && call.callee.value === file;
  return isMethod && METHODS.test(source.of(call.callee).split('.').at(-1) ?? '') ? awaitAt(path) : undefined;
}

/** The path to the call of which a name is the root: `file.readline()`; empty where it is used otherwise. */
function callOn(use: Path): Path {
  let at = use.length - 2;
  while (use[at]?.kind === Kind.Attribute) at--;
  const call = use[at];
  const isCalled = call?.kind === Kind.Call && call.callee === use[at + 1] && at < use.length - 2;
  return isCalled ? use.slice(0, at + 1) : [];
}
