/** A client that blocks, made of its async class instead: all its calls are awaited then. */
import type { ClientSwap, Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { Call, Name } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, children } from './children.ts';
import { Imports } from './imports.ts';
import { awaitNeedsParentheses, coroutineAround, Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

/** Such arguments are made for the class that was there. */
const BOUND_ARGUMENT = /client|transport|session|pool/;

/** Where a client is made, and where it is used: paths to the names. */
interface Client {
  readonly made: Path;
  readonly uses: readonly Path[];
  readonly isGlobal: boolean;
}

/** `path` leads to a call that blocks; `blocking` are all places that do. */
export function swapClient(
  source: Source,
  path: Path,
  swap: ClientSwap,
  blocking: readonly Span[],
): Edit[] | Obstacle | undefined {
  const call = path.at(-1);
  const root = call?.kind === Kind.Call ? rootOf(call) : undefined;
  const client = root && clientNamed(source, path, root.id);
  if (!root || !client) return undefined;
  if (client.isGlobal && swap.isMentionedElsewhere(root.id))
    return new Obstacle(`other files use \`${root.id}\` too`);
  const construction = constructionIn(source, client.made, swap.from);
  if (!construction || construction instanceof Obstacle) return construction;
  const awaits: Edit[] = [];
  for (const use of client.uses) {
    const edit = awaitedUse(source, use, blocking);
    if (edit instanceof Obstacle) return edit;
    awaits.push(...edit);
  }
  const imports = new Imports(source, client.made);
  const [module, name] = split(swap.to);
  const { callee } = construction;
  const text = imports.name(module, name, callee.kind === Kind.Name ? 'from' : 'module');
  const entered = client.made.at(-2);
  const keyword =
    entered?.kind === Kind.With
      ? [{ span: { start: entered.start, end: entered.start }, text: 'async ' }]
      : [];
  return [
    ...imports.edits(),
    ...keyword,
    { span: { start: callee.start, end: callee.end }, text },
    ...awaits,
  ];
}

function rootOf({ callee }: Call): Name | undefined {
  let node: AnyNode = callee;
  while (node.kind === Kind.Attribute) node = node.value;
  return node.kind === Kind.Name && node !== callee ? node : undefined;
}

/** The client that goes by a name at the end of a path: of the function around, or else of the module. */
function clientNamed({ module: { body } }: Source, path: Path, id: string): Client | undefined {
  const fn = path.findLast(({ kind }) => kind === Kind.FunctionDef);
  const at = fn ? path.indexOf(fn) : -1;
  if (fn?.kind === Kind.FunctionDef && fn.parameters.some(({ name }) => name === id)) return undefined;
  const inFunction = fn ? [...mentions(fn, id, path.slice(0, at))] : [];
  const isLocal = inFunction.some(isBinding);
  const all = isLocal ? inFunction : body.flatMap((statement) => [...mentions(statement, id, [])]);
  const [made, ...others] = all.filter(isBinding);
  if (!made || others.length > 0) return undefined;
  const isGlobal = !isLocal;
  if (isGlobal && made.some(({ kind }) => kind === Kind.FunctionDef)) return undefined;
  return { made, uses: all.filter((one) => one !== made), isGlobal };
}

/** Paths to a name below a node. */
export function* mentions(node: AnyNode, id: string, above: Path): Generator<Path> {
  const path = [...above, node];
  if (node.kind === Kind.Name && node.id === id) yield path;
  for (const child of children(node)) yield* mentions(child, id, path);
}

/** `client = …`, or `with … as client`. */
function isBinding(path: Path): boolean {
  const [around, name] = path.slice(-2);
  if (around?.kind === Kind.Assign) return around.targets.length === 1 && around.targets[0] === name;
  return around?.kind === Kind.With && around.items.length === 1 && around.items[0]?.target === name;
}

/** The call that makes the client, of the class that it is known to be. */
function constructionIn(source: Source, made: Path, from: string): Call | Obstacle | undefined {
  const around = made.at(-2);
  const value =
    around?.kind === Kind.Assign
      ? around.value
      : around?.kind === Kind.With
        ? around.items[0]?.context
        : undefined;
  if (value?.kind !== Kind.Call || !around) return undefined;
  if (around.kind === Kind.With) {
    const coroutine = coroutineAround(made.slice(0, -1));
    if (coroutine instanceof Obstacle) return coroutine;
    if (around.isAsync) return undefined;
  }
  const imports = new Imports(source, made);
  const [module, name] = split(from);
  if (imports.name(module, name) !== source.of(value.callee) || imports.edits().length > 0) return undefined;
  return value.args.some((arg) => BOUND_ARGUMENT.test(arg.name ?? '') || arg.stars > 0)
    ? new Obstacle('it is made with parts that are not async')
    : value;
}

/** Takes more from what it is given than its value. */
const READS: ReadonlySet<Kind> = new Set([Kind.For, Kind.With, Kind.Comprehension]);

/** The path to the call of which a name is the root: `client.models.list()`; empty where it is used otherwise. */
export function callOn(use: Path): Path {
  let at = use.length - 2;
  while (use[at]?.kind === Kind.Attribute) at--;
  const call = use[at];
  const isCalled = call?.kind === Kind.Call && call.callee === use[at + 1] && at < use.length - 2;
  return isCalled ? use.slice(0, at + 1) : [];
}

/** The call that a client is used for, awaited. */
function awaitedUse(source: Source, use: Path, blocking: readonly Span[]): Edit[] | Obstacle {
  const path = callOn(use);
  const call = path.at(-1);
  const around = path.at(-2);
  if (
    call?.kind !== Kind.Call ||
    !blocking.some(({ start, end }) => start === call.start && end === call.end)
  )
    return new Obstacle(`\`${source.of(use.at(-1) as AnyNode)}\` is used by what does not await`);
  if (call.args.some((arg) => arg.name === 'stream'))
    return new Obstacle('what it streams is read in another way');
  if (around && READS.has(around.kind))
    return new Obstacle('what it gives is iterated or entered, and not awaited');
  const coroutine = coroutineAround(path);
  if (coroutine instanceof Obstacle) return coroutine;
  return awaitAt(path);
}

/** `await` in front of what stands at the end of a path. */
export function awaitAt(path: Path): Edit[] {
  const { start, end } = path.at(-1) as AnyNode;
  const [opening, closing] = awaitNeedsParentheses(path.at(-1) as AnyNode, path.at(-2))
    ? ['(await ', ')']
    : ['await ', ''];
  const edits = [{ span: { start, end: start }, text: opening }];
  return closing === '' ? edits : [...edits, { span: { start: end, end }, text: closing }];
}

function split(path: string): [string, string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
}
