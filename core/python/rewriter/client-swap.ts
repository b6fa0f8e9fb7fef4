/** A client that blocks, made of its async class instead: what it does is awaited, entered and iterated then. */
import type { ClientSwap, Edit, ProjectFacts } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { SwappedClass } from '../../model/swap.ts';
import type { Call } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, children } from './children.ts';
import { Imports } from './imports.ts';
import { Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';
import { moduleOf, renameClass } from './swap-names.ts';
import { SwapTrace } from './swap-trace.ts';
import { memberOf } from './swapped-class.ts';

/** Such arguments are made for the class that was there. */
const BOUND_ARGUMENT = /client|transport|session|pool/;

/** One place at which an object is made that has an async twin. */
interface Making {
  /** Leads to the call. */
  readonly path: Path;
  readonly call: Call;
  readonly type: SwappedClass;
  /** What is called there, and what is to be called. */
  readonly from: string;
  readonly to: string;
}

export interface SwappedClient {
  readonly title: string;
  readonly edits: Edit[] | Obstacle;
}

/** `path` leads to what blocks; undefined where it is no use of a client that is made in the same file. */
export function swapClient(
  source: Source,
  path: Path,
  swap: ClientSwap,
  project: ProjectFacts,
): SwappedClient | undefined {
  const place = path.at(-1) as AnyNode;
  for (const making of makings(source, swap)) {
    const { type, to } = making;
    if (type.package !== undefined && !project.imports(type.package)) continue;
    const trace = traced(source, making, swap);
    if (!trace.touched.some((span) => isSame(span, place))) continue;
    const edits = trace.obstacle ?? obstacleTo(trace, making, swap) ?? written(source, trace, making, swap);
    return { title: titleFor(to, type), edits };
  }
  return outOfSight(source, path, swap, project);
}

/** Why a use is left as it is whose client is not made in the same file. */
function outOfSight(
  source: Source,
  path: Path,
  { classes }: ClientSwap,
  project: ProjectFacts,
): SwappedClient | undefined {
  const call = path.at(-1);
  if (call?.kind !== Kind.Call || call.callee.kind !== Kind.Attribute) return undefined;
  const { name, value } = call.callee;
  for (const type of classes.values()) {
    const [[from, to] = []] = Object.entries(type.made ?? {});
    if (from === undefined || to === undefined || !memberOf(type, name)?.isAwaited) continue;
    if (type.package !== undefined && !project.imports(type.package)) continue;
    const [module] = moduleOf(from);
    const isFunction = isNamed(source, path, `${module}.${name}`, source.of(call.callee));
    const reason = isFunction
      ? 'an object of its own would be made for each call'
      : `how \`${source.of(value)}\` is made is not to be seen here`;
    return { title: titleFor(to, type), edits: new Obstacle(reason) };
  }
  return undefined;
}

function titleFor(to: string, { package: other, differs }: SwappedClass): string {
  const name = other === undefined ? to.replace(/^.*\.(?=[A-Z])/, '') : to;
  const note = differs === undefined ? '' : ` (${differs})`;
  return `Make it \`${name}\`, and await what it does${note}`;
}

function* makings(source: Source, { classes }: ClientSwap): Generator<Making> {
  for (const path of calls(source.module.body, [])) {
    const call = path.at(-1) as Call;
    const text = source.of(call.callee);
    const last = text.slice(text.lastIndexOf('.') + 1);
    for (const type of classes.values()) {
      for (const [from, to] of Object.entries(type.made ?? {})) {
        // Who imports it by another name is left alone.
        if (from.endsWith(`.${last}`) && isNamed(source, path, from, text))
          yield { path, call, type, from, to };
      }
    }
  }
}

function* calls(nodes: readonly AnyNode[], above: Path): Generator<Path> {
  for (const node of nodes) {
    const path = [...above, node];
    if (node.kind === Kind.Call) yield path;
    yield* calls(children(node), path);
  }
}

/** Whether a dotted name means, at the end of a path, what goes by the name `from`. */
function isNamed(source: Source, path: Path, from: string, text: string): boolean {
  const imports = new Imports(source, path);
  const [module, name] = moduleOf(from);
  return imports.name(module, name) === text && imports.edits().length === 0;
}

/** Everything that becomes of an object from where it is made. */
function traced(source: Source, { path, call, type }: Making, { classes }: ClientSwap): SwapTrace {
  const trace = new SwapTrace(source, classes);
  trace.touched.push(call);
  if (type.isMadeAwaited === true) trace.awaited(path);
  trace.follow(path, type);
  return trace;
}

function obstacleTo({ names, isClosed }: SwapTrace, { call, path, type, from }: Making, swap: ClientSwap) {
  const bound = ({ name, stars }: Call['args'][number]) =>
    stars > 0 || (name !== undefined && (BOUND_ARGUMENT.test(name) || type.unlike?.includes(name) === true));
  if (call.args.some(bound)) return new Obstacle('it is made with parts that are not async');
  for (const { scope, name } of names) {
    if (scope === undefined && swap.isMentionedElsewhere(name))
      return new Obstacle(`other files use \`${name}\` too`);
    if (scope?.kind === Kind.ClassDef && swap.isAttributeUsedElsewhere(scope.nameStart, name))
      return new Obstacle(`\`${name}\` may be used outside of \`${scope.name}\``);
  }
  const isKept = names.some(({ scope }) => scope?.kind !== Kind.FunctionDef);
  const isInFunction = path.some(({ kind }) => kind === Kind.FunctionDef);
  if (type.closedBy && isInFunction && !isKept && !isClosed)
    return new Obstacle('nothing closes it, and an async one has to be closed');
  const [module = ''] = from.split('.');
  return type.errors && swap.speaksOf(module, type.errors)
    ? new Obstacle(`the program names errors of \`${module}\`, which the other class does not raise`)
    : undefined;
}

function written(source: Source, trace: SwapTrace, making: Making, swap: ClientSwap): Edit[] | Obstacle {
  const { call, path, type, to } = making;
  const { args, callee } = call;
  const names = renameClass(source, { path, callee, annotations: trace.annotations, to }, swap);
  if (names instanceof Obstacle) return names;
  const missing = (type.adds ?? []).filter((one) => args.every(({ name }) => name !== one.split('=', 1)[0]));
  const last = args.at(-1);
  const at = last?.end ?? call.end - 1;
  const added = (last ? ', ' : '') + missing.join(', ');
  const adds = missing.length === 0 ? [] : [{ span: { start: at, end: at }, text: added }];
  return merged([...names, ...trace.edits, ...adds]);
}

/** Edits in the order of their place, those that meet made one; what is written later stands around what was before. */
function merged(edits: readonly Edit[]): Edit[] {
  const done: Edit[] = [];
  const inOrder = edits.toReversed().sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const edit of inOrder) {
    const last = done.at(-1);
    const { start, end } = edit.span;
    if (last?.span.end === start) {
      done[done.length - 1] = { span: { start: last.span.start, end }, text: last.text + edit.text };
    } else done.push(edit);
  }
  return done;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
