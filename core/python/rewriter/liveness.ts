/** Which names a stretch of a function needs from before, and which are needed behind it. */
import type { For, FunctionDef, Statement, Try, While } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { boundBy, type Names, NO_NAMES, targets, union, walruses, without } from './binding.ts';
import { type AnyNode, children, spans } from './children.ts';

/** The names that are needed wherever control may go from a place. */
export interface Flow {
  readonly next: Names;
  readonly breaks: Names;
  readonly continues: Names;
  /** What handlers need that an exception gets to. */
  readonly raises: Names;
}

const NOWHERE: Flow = { next: NO_NAMES, breaks: NO_NAMES, continues: NO_NAMES, raises: NO_NAMES };

/** Names that are needed before statements run. */
export function neededBefore(body: readonly Statement[], flow: Flow): Names {
  return body.reduceRight<Names>(
    (next, statement) => union(before(statement, { ...flow, next }), flow.raises),
    flow.next,
  );
}

/** The flow behind statements that stand side by side somewhere in a function. */
export function flowBehind(fn: FunctionDef, first: Statement, last: Statement): Flow {
  let body = fn.body;
  let flow = NOWHERE;
  while (!body.includes(first)) {
    const at = body.findIndex((statement) => spans(statement, first));
    const around = body[at];
    if (!around) return flow;
    flow = { ...flow, next: neededBefore(body.slice(at + 1), flow) };
    const inner = blocksOf(around, flow).find(([block]) =>
      block.some((statement) => spans(statement, first)),
    );
    if (!inner) return flow;
    [body, flow] = inner;
  }
  return { ...flow, next: neededBefore(body.slice(body.indexOf(last) + 1), flow) };
}

/** The blocks of a compound statement, each with the flow at its end. */
function blocksOf(node: Statement, flow: Flow): [readonly Statement[], Flow][] {
  switch (node.kind) {
    case Kind.If:
      return [
        [node.body, flow],
        [node.otherwise, flow],
      ];
    case Kind.For:
    case Kind.While:
      return [
        [node.body, insideLoop(node, flow)],
        [node.otherwise, flow],
      ];
    case Kind.With:
      return [[node.body, flow]];
    case Kind.Match:
      return node.cases.map(({ body }) => [body, flow]);
    case Kind.Try:
      return blocksOfTry(node, flow);
    default:
      return [];
  }
}

function blocksOfTry(node: Try, flow: Flow): [readonly Statement[], Flow][] {
  const final = neededBefore(node.final, flow);
  // An exception may come from anywhere inside, and runs what is needed for `finally` and beyond.
  const behind = { ...flow, next: final, raises: union(final, flow.raises) };
  const handlers = union(
    ...node.handlers.map(({ type, body }) => union(read(type ? [type] : []), neededBefore(body, behind))),
  );
  const body = {
    ...behind,
    next: neededBefore(node.otherwise, behind),
    raises: union(behind.raises, handlers),
  };
  return [
    [node.body, body],
    ...node.handlers.map((handler): [readonly Statement[], Flow] => [handler.body, behind]),
    [node.otherwise, behind],
    [node.final, flow],
  ];
}

/** The flow at the end of a loop's body, which is that before its next round. */
function insideLoop(node: For | While, flow: Flow): Flow {
  const after = neededBefore(node.otherwise, flow);
  const head =
    node.kind === Kind.While ? union(after, read([node.test])) : union(after, readByTarget(node.target));
  let round: Flow = { ...flow, next: head, breaks: flow.next, continues: head };
  // The second time round, all that a round needs is known.
  for (let times = 0; times < 2; times++) {
    const next = union(head, without(neededBefore(node.body, round), bindsItself(node)));
    round = { ...round, next, continues: next };
  }
  return round;
}

// One flat switch reads better than a visitor here: each line says where control goes.

function before(node: Statement, flow: Flow): Names {
  const inner = blocksOf(node, flow).map(([body, end]) => neededBefore(body, end));
  switch (node.kind) {
    case Kind.Return:
    case Kind.Raise:
      return read([node]);
    case Kind.Break:
      return flow.breaks;
    case Kind.Continue:
      return flow.continues;
    case Kind.For:
      return union(read([node.iterable]), insideLoop(node, flow).next);
    case Kind.While:
      return insideLoop(node, flow).next;
    case Kind.Try:
      return union(inner[0] ?? NO_NAMES, ...inner.slice(1));
    case Kind.If:
    case Kind.With:
    case Kind.Match:
      // A `match` may have no case that fits.
      return union(
        readAround(node),
        without(union(...inner, node.kind === Kind.Match ? flow.next : NO_NAMES), bindsItself(node)),
      );
    default:
      return union(read([node]), without(flow.next, boundBy(node) ?? NO_NAMES));
  }
}

/** Names that a compound statement binds before any of its blocks runs. */
function bindsItself(node: Statement): Names {
  switch (node.kind) {
    case Kind.For:
      return targets(node.target);
    case Kind.With:
      return targets(...node.items.map(({ target }) => target));
    case Kind.If:
      return walruses(node.test);
    default:
      return NO_NAMES;
  }
}

/** What a compound statement reads outside its blocks. */
function readAround(node: Statement): Names {
  const blocks = new Set<AnyNode>(blocksOf(node, NOWHERE).flatMap(([body]) => body));
  const bound = bindingChildren(node);
  return read(children(node).filter((child) => !blocks.has(child) && !bound.has(child)));
}

/** Names that nodes read; what functions inside them read is read whenever they are called, so that counts as well. */
export function read(nodes: readonly AnyNode[]): Names {
  const names = new Set<string>();
  for (const node of nodes) collect(node, names, false);
  return names;
}

/** What a target reads that is no plain name: `rows[index]`. */
function readByTarget(target: AnyNode): Names {
  const names = new Set<string>();
  collect(target, names, true);
  return names;
}

function collect(node: AnyNode, names: Set<string>, isTarget: boolean): void {
  if (node.kind === Kind.Name) {
    if (!isTarget) names.add(node.id);
    return;
  }
  const bound = bindingChildren(node);
  const passesOn =
    isTarget && (node.kind === Kind.Tuple || node.kind === Kind.List || node.kind === Kind.Starred);
  for (const child of children(node)) collect(child, names, bound.has(child) || passesOn);
}

/** The children of a node that it binds instead of reading them. */
export function bindingChildren(node: AnyNode): ReadonlySet<AnyNode> {
  switch (node.kind) {
    case Kind.Assign:
      return new Set(node.targets);
    case Kind.AnnAssign:
    case Kind.For:
    case Kind.NamedExpression:
      return new Set([node.target]);
    case Kind.Comprehension:
      return new Set(node.clauses.map(({ target }) => target));
    case Kind.With:
      return new Set(node.items.flatMap(({ target }) => target ?? []));
    case Kind.Match:
      return new Set(node.cases.flatMap(({ captures }) => captures));
    default:
      return new Set();
  }
}
