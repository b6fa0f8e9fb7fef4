/** What enters or iterates something, where that becomes async: the statements, and the calls that collect. */
import type { Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { SwappedClass } from '../../model/swap.ts';
import type { Expression } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import type { AnyNode } from './children.ts';
import { switchProtocol } from './colour.ts';
import { coroutineAround, Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

export interface Step {
  readonly edits: readonly Edit[];
  /** What waits now. */
  readonly touched: readonly Span[];
  /** What is bound to what was entered. */
  readonly target?: Expression | undefined;
}

const NEITHER = new Obstacle('what it gives is iterated or entered, and not awaited');

/** `async with`; the path leads to what is entered. Undefined where it is not. */
export function entered(source: Source, path: Path, type: SwappedClass): Step | Obstacle | undefined {
  const [around, node] = path.slice(-2) as [AnyNode, AnyNode];
  const item = around.kind === Kind.With ? around.items.find(({ context }) => context === node) : undefined;
  if (!item) return undefined;
  const step = type.entered === undefined ? NEITHER : switched(source, path);
  return step && !(step instanceof Obstacle) ? { ...step, target: item.target } : step;
}

/** `async for`, also of a comprehension; the path leads to what is iterated. */
export function iterated(source: Source, path: Path, type: SwappedClass): Step | Obstacle | undefined {
  const [around, node] = path.slice(-2) as [AnyNode, AnyNode];
  const isIterable =
    around.kind === Kind.For
      ? around.iterable === node
      : around.kind === Kind.Comprehension && around.clauses.some(({ iterable }) => iterable === node);
  if (!isIterable) return undefined;
  if (type.iterated !== true) return NEITHER;
  return around.kind === Kind.Comprehension && around.form === 'generator'
    ? new Obstacle('a generator that awaits is another kind of generator')
    : switched(source, path);
}

function switched(source: Source, path: Path): Step | Obstacle | undefined {
  const edits = switchProtocol(source, path);
  return edits && !(edits instanceof Obstacle) ? { edits, touched: [path.at(-1) as AnyNode] } : edits;
}

/** `list(client.find())`: a comprehension collects it then. The path leads to the argument. */
export function collected(source: Source, path: Path, type: SwappedClass): Step | Obstacle | undefined {
  const [call, node] = path.slice(-2) as [AnyNode, AnyNode];
  if (type.iterated !== true || call.kind !== Kind.Call || call.callee.kind !== Kind.Name) return undefined;
  const { id } = call.callee;
  const [argument, ...others] = call.args;
  if (argument?.value !== node || argument.stars > 0 || others.length > 0) return undefined;
  const brackets = { list: '[]', set: '{}' }[id];
  if (brackets === undefined || source.globals.has(id)) return undefined;
  const around = coroutineAround(path);
  if (around instanceof Obstacle) return around;
  const [open = '', close = ''] = brackets;
  const edits = [
    { span: { start: call.start, end: node.start }, text: `${open}item async for item in ` },
    { span: { start: node.end, end: call.end }, text: close },
  ];
  return { edits, touched: [node, call] };
}
