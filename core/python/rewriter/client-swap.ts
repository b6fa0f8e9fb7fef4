/** A client that blocks, made of its async class instead: what it does is awaited, entered and iterated then. */
import type { ClientSwap, Edit, ProjectFacts } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { SwappedClass } from '../../model/swap.ts';
import type { Argument, Call } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, children } from './children.ts';
import { Imports } from './imports.ts';
import { Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';
import { moduleOf, renameClasses } from './swap-names.ts';
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
  const known = [...makings(source, swap)];
  for (const making of known) {
    const { type, to } = making;
    if (type.package !== undefined && !project.imports(type.package)) continue;
    const [trace, made] = traced(source, making, known, swap);
    if (!trace.touched.some((span) => isSame(span, place))) continue;
    const edits = trace.obstacle ?? obstacleTo(trace, made, swap) ?? written(source, trace, made, swap);
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
  const [receiver = ''] = /^(?:self\.)?\w*/.exec(source.of(value)) ?? [];
  for (const type of classes.values()) {
    const [[from, to] = []] = Object.entries(type.made ?? {});
    if (from === undefined || to === undefined || !memberOf(type, name)?.isAwaited) continue;
    if (type.package !== undefined && !project.imports(type.package)) continue;
    const [module] = moduleOf(from);
    const isFunction = isNamed(source, path, `${module}.${name}`, source.of(call.callee));
    const reason = isFunction
      ? 'an object of its own would be made for each call'
      : `how \`${receiver}\` is made is not to be seen here`;
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

/** Everything that becomes of an object from where it is made, and of others that go by the same name. */
function traced(
  source: Source,
  first: Making,
  known: readonly Making[],
  { classes }: ClientSwap,
): [SwapTrace, readonly Making[]] {
  const trace = new SwapTrace(source, classes);
  const made: Making[] = [];
  for (let next: Making | undefined = first; next; next = nextOf(trace, first, made, known)) {
    made.push(next);
    trace.touched.push(next.call);
    if (next.type.isMadeAwaited === true) trace.awaited(next.path);
    trace.follow(next.path, next.type);
  }
  return [trace, made];
}

function nextOf(
  trace: SwapTrace,
  { type }: Making,
  made: readonly Making[],
  known: readonly Making[],
): Making | undefined {
  const values = new Set([...trace.strangers()].map(({ value }) => value));
  return known.find((one) => values.has(one.call) && one.type === type && !made.includes(one));
}

function obstacleTo({ names, isClosed }: SwapTrace, made: readonly Making[], swap: ClientSwap) {
  for (const { scope, name } of names) {
    if (scope === undefined && swap.isMentionedElsewhere(name))
      return new Obstacle(`other files use \`${name}\` too`);
    if (scope?.kind === Kind.ClassDef && swap.isAttributeUsedElsewhere(scope.nameStart, name))
      return new Obstacle(`\`${name}\` may be used outside of \`${scope.name}\``);
  }
  const isLocal = names.every(({ scope }) => scope?.kind === Kind.FunctionDef);
  const reasons = made.map(({ call, path, type, from }) => {
    const isInFunction = path.some(({ kind }) => kind === Kind.FunctionDef);
    const module = from.slice(0, from.indexOf('.'));
    if (call.args.some((argument) => isBound(argument, type)))
      return 'it is made with parts that are not async';
    if (type.closedBy && isInFunction && isLocal && !isClosed)
      return 'nothing closes it, and an async one has to be closed';
    return type.errors && swap.speaksOf(module, type.errors)
      ? `the program names errors of \`${module}\`, which the other class does not raise`
      : undefined;
  });
  const reason = reasons.find((one) => one !== undefined);
  return reason === undefined ? undefined : new Obstacle(reason);
}

function isBound({ name, stars }: Argument, { unlike }: SwappedClass): boolean {
  return stars > 0 || (name !== undefined && (BOUND_ARGUMENT.test(name) || unlike?.includes(name) === true));
}

function written(
  source: Source,
  { annotations, edits }: SwapTrace,
  made: readonly Making[],
  swap: ClientSwap,
): Edit[] | Obstacle {
  const names = renameClasses(
    source,
    made.map(({ path, call: { callee }, to }) => ({ path, callee, to })),
    annotations,
    swap,
  );
  return names instanceof Obstacle ? names : merged([...names, ...edits, ...made.flatMap(added)]);
}

/** What the twin has to be told to do the same. */
function added({ call, type: { adds = [] } }: Making): Edit[] {
  const missing = adds.filter((one) => call.args.every(({ name }) => name !== one.split('=', 1)[0]));
  const last = call.args.at(-1);
  const at = last?.end ?? call.end - 1;
  const text = (last ? ', ' : '') + missing.join(', ');
  return missing.length === 0 ? [] : [{ span: { start: at, end: at }, text }];
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
