/** The nodes directly inside a node, in the order of the text. */
import type { Span } from '../../model/span.ts';
import type { Argument, Comprehension, Expression, Parameter, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';

export type AnyNode = Expression | Statement;

// One flat switch reads better than a visitor here: each line says what a node is made of.

export function children(node: AnyNode): readonly AnyNode[] {
  switch (node.kind) {
    case Kind.Attribute:
    case Kind.Await:
    case Kind.Starred:
    case Kind.YieldFrom:
    case Kind.ExpressionStatement:
      return [node.value];
    case Kind.Call:
      return [node.callee, ...values(node.args)];
    case Kind.Subscript:
      return [node.value, node.index];
    case Kind.Slice:
      return node.parts;
    case Kind.Binary:
      return [node.left, node.right];
    case Kind.Unary:
      return [node.operand];
    case Kind.Bool:
    case Kind.FString:
      return node.values;
    case Kind.Compare:
      return node.operands;
    case Kind.Conditional:
      return [node.body, node.test, node.otherwise];
    case Kind.Lambda:
      return [...inParameters(node.parameters), node.body];
    case Kind.List:
    case Kind.Tuple:
    case Kind.Set:
      return node.items;
    case Kind.Dict:
      return node.values.flatMap((value, at) => present(node.keys[at], value));
    case Kind.Comprehension:
      return [...present(node.element, node.value), ...inClauses(node)];
    case Kind.NamedExpression:
      return [node.target, node.value];
    case Kind.Yield:
    case Kind.Return:
      return present(node.value);
    case Kind.FunctionDef:
      return [...node.decorators, ...inParameters(node.parameters), ...present(node.returns), ...node.body];
    case Kind.ClassDef:
      return [...node.decorators, ...values(node.args), ...node.body];
    case Kind.Delete:
      return node.targets;
    case Kind.Assign:
      return [...node.targets, node.value];
    case Kind.AugAssign:
      return [node.target, node.value];
    case Kind.AnnAssign:
      return present(node.target, node.annotation, node.value);
    case Kind.TypeAlias:
      return [node.name, node.value];
    case Kind.For:
      return [node.target, node.iterable, ...node.body, ...node.otherwise];
    case Kind.While:
    case Kind.If:
      return [node.test, ...node.body, ...node.otherwise];
    case Kind.With:
      return [...node.items.flatMap(({ context, target }) => present(context, target)), ...node.body];
    case Kind.Match:
      return [
        node.subject,
        ...node.cases.flatMap((one) => [...one.values, ...one.captures, ...present(one.guard), ...one.body]),
      ];
    case Kind.Raise:
      return present(node.exception, node.cause);
    case Kind.Try:
      return [
        ...node.body,
        ...node.handlers.flatMap(({ type, body }) => [...present(type), ...body]),
        ...node.otherwise,
        ...node.final,
      ];
    case Kind.Assert:
      return present(node.test, node.message);
    case Kind.Invalid:
      return node.parts;
    default:
      return [];
  }
}

function present(...nodes: (AnyNode | undefined)[]): AnyNode[] {
  return nodes.filter((node) => node !== undefined);
}

function values(args: readonly Argument[]): Expression[] {
  return args.map(({ value }) => value);
}

function inParameters(parameters: readonly Parameter[]): AnyNode[] {
  return parameters.flatMap((parameter) => present(parameter.annotation, parameter.default));
}

function inClauses({ clauses }: Comprehension): Expression[] {
  return clauses.flatMap(({ target, iterable, conditions }) => [target, iterable, ...conditions]);
}

/** A node and all below it, outer ones first; `enter` says whether to look inside. */
export function* below(node: AnyNode, enter: (node: AnyNode) => boolean = () => true): Generator<AnyNode> {
  yield node;
  if (enter(node)) for (const child of children(node)) yield* below(child, enter);
}

/** From a statement of `body` down to the innermost node that spans exactly `start` to `end`; empty when there is none. */
export function pathTo(body: readonly AnyNode[], start: number, end: number): AnyNode[] {
  const path: AnyNode[] = [];
  let inside: readonly AnyNode[] = body;
  for (;;) {
    const next = inside.find((node) => node.start <= start && end <= node.end);
    if (!next) break;
    path.push(next);
    inside = children(next);
  }
  const last = path.at(-1);
  return last?.start === start && last.end === end ? path : [];
}

/** From a statement of `body` down to the outermost node around a place that is meant; undefined when there is none. */
export function pathToFirst(
  body: readonly AnyNode[],
  place: Span,
  isMeant: (node: AnyNode) => boolean,
): AnyNode[] | undefined {
  const path: AnyNode[] = [];
  let inside = body;
  for (;;) {
    const next = inside.find((node) => spans(node, place));
    if (!next) return undefined;
    path.push(next);
    if (isMeant(next)) return path;
    inside = children(next);
  }
}

export function spans(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
