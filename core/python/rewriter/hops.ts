/** Hops to a thread taken back, and several of them made one. */
import type { Edit, HopPlace } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { Call, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { Block } from './block.ts';
import { type AnyNode, pathTo } from './children.ts';
import type { Dialect } from './dialects.ts';
import { Obstacle, type Path } from './placement.ts';
import { blockOf } from './row.ts';
import { statementsIn } from './selection.ts';
import { Source } from './source.ts';

/** What hops take for themselves, and do not hand on. */
const OPTIONS = /^(?:abandon_on_cancel|cancellable|limiter|thread_name|executor|thread_sensitive|func)$/;

/** `await to_thread(f, x)` becomes `f(x)`. */
export function unwrapHop(source: Source, { span, given }: HopPlace): Edit | Obstacle {
  const path = pathTo(source.module.body, span.start, span.end);
  const call = path.at(-1);
  const awaited = path.at(-2);
  if (call?.kind !== Kind.Call || awaited?.kind !== Kind.Await)
    return new Obstacle('what it gives is not awaited on the spot');
  const at = call.args.findIndex(({ value }) => value.start === given.start && value.end === given.end);
  const handed = call.args[at];
  if (!handed || handed.name !== undefined || handed.stars > 0)
    return new Obstacle('the function is not handed over by its place');
  if (call.args.slice(at + 1).some(({ name }) => name !== undefined && OPTIONS.test(name)))
    return new Obstacle('the hop has options of its own');
  if (source.text.slice(call.start, handed.start).includes('#'))
    return new Obstacle('a comment would be lost');
  const rest = source.text.slice(handed.end, call.end - 1).replace(/^\s*,[ \t]*/, '');
  const text = called(source, handed.value, call.args.length > at + 1 ? rest : '', path.slice(0, -2));
  return text instanceof Obstacle ? text : { span: withParentheses(source, path.slice(0, -1)), text };
}

/** A function that was handed over, called with some arguments. */
function called(source: Source, node: AnyNode, args: string, around: Path): string | Obstacle {
  const hasArgs = args.trim() !== '';
  if (node.kind === Kind.Lambda) {
    if (hasArgs || node.parameters.length > 0) return new Obstacle('the lambda has parameters');
    const isAlone = (around.at(-1)?.kind ?? 0) >= Kind.FunctionDef || node.body.kind <= Kind.Subscript;
    return isAlone ? source.of(node.body) : `(${source.of(node.body)})`;
  }
  if (node.kind === Kind.Call && /(?:^|\.)partial$/.test(source.of(node.callee))) {
    return ofPartial(source, node, args);
  }
  const callee = node.kind <= Kind.Subscript ? source.of(node) : `(${source.of(node)})`;
  return `${callee}(${args})`;
}

/** `partial(f, x)` called with more arguments is `f(x, …)`. */
function ofPartial(source: Source, partial: Call, args: string): string | Obstacle {
  const [first] = partial.args;
  if (!first || first.name !== undefined || first.stars > 0)
    return new Obstacle('what is called stands in a list of arguments');
  const own = source.text.slice(first.end, partial.end - 1).replace(/^\s*,[ \t]*/, '');
  if (own.trim() !== '' && args.trim() !== '') return new Obstacle('it hands arguments over in two ways');
  return `${source.of(first.value)}(${own.trim() === '' ? args : own})`;
}

/** `(await f()).x`: the parentheses were for the `await`. */
export function withParentheses({ text }: Source, path: Path): Span {
  const node = path.at(-1) as AnyNode;
  const around = path.at(-2);
  const isInner =
    (around?.kind === Kind.Attribute || around?.kind === Kind.Subscript) && around.value === node;
  const hasOwn = isInner && around.start === node.start - 1 && text[node.start - 1] === '(';
  return hasOwn && text[node.end] === ')'
    ? { start: node.start - 1, end: node.end + 1 }
    : { start: node.start, end: node.end };
}

/** Statements with several hops, or a loop with one, become one hop. */
export function mergeHops(
  source: Source,
  hops: readonly HopPlace[],
  inLoop: boolean,
): Edit[] | Obstacle | undefined {
  const rows = hops.map(({ span }) => statementPath(source, span, inLoop));
  const [path] = rows;
  const [hop] = hops;
  const first = path?.at(-1);
  if (!path || !first || !hop) return undefined;
  const siblings = blockOf(source, path);
  const places = rows.map((row) => siblings.indexOf(row?.at(-1) as Statement));
  if (places.includes(-1)) return new Obstacle('the hops stand in different blocks');
  const last = siblings[Math.max(...places)] as Statement;
  const edits: Edit[] = [];
  for (const each of hops) {
    const edit = unwrapHop(source, each);
    if (edit instanceof Obstacle) return edit;
    if (edits.some((other) => touches(other.span, edit.span)))
      return new Obstacle('one hop stands inside another');
    edits.push(edit);
  }
  return inOneHop(source, { start: first.start, end: last.end }, edits, asIn(source, hop));
}

/** The way in which a hop is made already. */
function asIn(source: Source, { span, given }: HopPlace): Dialect {
  const opening = source.text.slice(span.start, given.start).replace(/\(\s+/, '(').replace(/,\s+/g, ', ');
  const write: Dialect['write'] = ({ callee, args }) =>
    `${opening}${[callee, args].filter(Boolean).join(', ')})`;
  return { id: 'merged', title: opening, context: 'none', write };
}

/** Writes edits, and what they changed as one hop: all of it in terms of the text as it is. */
function inOneHop(source: Source, span: Span, edits: readonly Edit[], dialect: Dialect): Edit[] | Obstacle {
  const inOrder = [...edits].sort((a, b) => b.span.start - a.span.start);
  const text = inOrder.reduce(
    (before, edit) => before.slice(0, edit.span.start) + edit.text + before.slice(edit.span.end),
    source.text,
  );
  const growth = text.length - source.text.length;
  const flat = new Source(text, { isNotebook: source.isNotebook });
  const row = statementsIn(flat, flat.module.body, { start: span.start, end: span.end + growth });
  if (!row?.statements) return new Obstacle('the hops do not fill whole statements');
  const plan = Block.plan(flat, row.path, row.statements, { stem: 'work', number: 1 });
  if (plan instanceof Obstacle) return plan;
  const back = (at: number) => (at <= span.start ? at : at - growth);
  return plan
    .write(dialect)
    .map((edit) => ({ ...edit, span: { start: back(edit.span.start), end: back(edit.span.end) } }));
}

/** The path to the statement in which a hop stands, or to the loop around it. */
function statementPath(source: Source, { start, end }: Span, inLoop: boolean): Path | undefined {
  const path = pathTo(source.module.body, start, end);
  const fn = path.findLastIndex(({ kind }) => kind === Kind.FunctionDef || kind === Kind.Lambda);
  const at = path.findLastIndex(({ kind }) => kind >= Kind.FunctionDef);
  const loop = inLoop
    ? path.findLastIndex(({ kind }) => kind === Kind.For || kind === Kind.Comprehension)
    : at;
  const outer = path[loop]?.kind === Kind.Comprehension ? at : loop;
  return outer > fn ? path.slice(0, outer + 1) : undefined;
}

function touches(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
