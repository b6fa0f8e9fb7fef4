/** What statements would need and give as a function of their own, and why they may be no function. */
import { boundNames } from '../summarise/bound-names.ts';
import type { FunctionDef, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type Names, NO_NAMES, surelyBound, targets, union } from './binding.ts';
import { type AnyNode, below, children, spans } from './children.ts';
import { flowBehind, neededBefore, read } from './liveness.ts';
import { Obstacle } from './placement.ts';
import type { Source } from './source.ts';

export interface Shape {
  /** Names that the statements bind and need a value of from before. */
  readonly takes: readonly string[];
  /** Names that they bind and that are needed behind them. */
  readonly gives: readonly string[];
  /** Control never gets behind them. */
  readonly returns: boolean;
}

/** The shape of statements that stand side by side in a function. */
export function shapeOf(source: Source, fn: FunctionDef, statements: readonly Statement[]): Shape | Obstacle {
  const bound = namesBound(source, fn, statements);
  if (bound instanceof Obstacle) return bound;
  const obstacle = leavesByItself(statements);
  if (obstacle) return obstacle;
  // Undefined when control never gets behind them.
  const sure = surelyBound(statements);
  const hasReturn = statements.some((one) =>
    [...withLoops(one, 0)].some(([{ kind }]) => kind === Kind.Return),
  );
  if (hasReturn && sure) return new Obstacle('it returns on some paths and goes on from others');
  if (hasReturn && isGenerator(fn)) return new Obstacle('a generator cannot return a value');
  return withNames(fn, statements, bound, sure, hasReturn);
}

function withNames(
  fn: FunctionDef,
  statements: readonly Statement[],
  bound: Names,
  sure: Names | undefined,
  returns: boolean,
): Shape | Obstacle {
  const [first, last] = [statements[0] as Statement, statements.at(-1) as Statement];
  const flow = flowBehind(fn, first, last);
  const lost = [...bound].find((name) => flow.raises.has(name));
  if (lost !== undefined) return new Obstacle(`\`${lost}\` is used where its exceptions are handled`);
  const behind = union(flow.next, readByClosures(fn, statements));
  const gives = sure ? [...bound].filter((name) => behind.has(name)) : [];
  const needed = neededBefore(statements, { ...flow, next: new Set(gives) });
  // What they may leave unbound they hand through.
  const takes = [...bound].filter((name) => needed.has(name) || (gives.includes(name) && !sure?.has(name)));
  const given = surelyBoundBefore(fn, first);
  const unsure = takes.find((name) => !given.has(name));
  if (unsure !== undefined) return new Obstacle(`\`${unsure}\` may have no value there`);
  return { takes, gives, returns: !sure && returns };
}

function namesBound(source: Source, fn: FunctionDef, statements: readonly Statement[]): Names | Obstacle {
  const { names } = boundNames(source.module, statements);
  const { globals, nonlocals } = boundNames(source.module, fn.body);
  const foreign = [...names].find((name) => globals.has(name) || nonlocals.has(name));
  return foreign === undefined ? names : new Obstacle(`it binds \`${foreign}\` of another scope`);
}

/** Why control may leave the statements by another way than their end or a return. */
function leavesByItself(statements: readonly Statement[]): Obstacle | undefined {
  for (const statement of statements) {
    for (const [node, loops] of withLoops(statement, 0)) {
      if ((node.kind === Kind.Break || node.kind === Kind.Continue) && loops === 0)
        return new Obstacle('it leaves the loop around it');
      if (node.kind === Kind.Global || node.kind === Kind.Nonlocal)
        return new Obstacle('it declares names of another scope');
      if (node.kind === Kind.Delete && targets(...node.targets).size > 0)
        return new Obstacle('it deletes a name');
    }
  }
  return undefined;
}

/** The nodes inside a statement, each with the number of loops around it; inner scopes have their own. */
function* withLoops(node: AnyNode, loops: number): Generator<[AnyNode, number]> {
  yield [node, loops];
  if (node.kind === Kind.FunctionDef || node.kind === Kind.ClassDef || node.kind === Kind.Lambda) return;
  const round: readonly AnyNode[] = node.kind === Kind.For || node.kind === Kind.While ? node.body : [];
  for (const child of children(node)) yield* withLoops(child, loops + (round.includes(child) ? 1 : 0));
}

function isGenerator(fn: FunctionDef): boolean {
  const isOwn = (node: AnyNode) =>
    node === fn || (node.kind !== Kind.FunctionDef && node.kind !== Kind.Lambda);
  return [...below(fn, isOwn)].some(({ kind }) => kind === Kind.Yield);
}

/** Names that functions inside a function read, outside of some statements: they may do so at any time. */
function readByClosures(fn: FunctionDef, statements: readonly AnyNode[]): Names {
  const found: Names[] = [];
  for (const statement of fn.body) {
    for (const node of below(statement, (one) => !statements.includes(one))) {
      const isInside = statements.includes(node);
      if (!isInside && (node.kind === Kind.FunctionDef || node.kind === Kind.Lambda))
        found.push(read([node]));
    }
  }
  return union(...found);
}

/** Names that are sure to have a value where a statement begins. */
function surelyBoundBefore(fn: FunctionDef, statement: Statement): Names {
  let names: Names = new Set(fn.parameters.map(({ name }) => name));
  let body: readonly Statement[] = fn.body;
  while (!body.includes(statement)) {
    const at = body.findIndex((one) => spans(one, statement));
    const around = body[at];
    if (!around) return names;
    names = union(names, surelyBound(body.slice(0, at)) ?? NO_NAMES, boundOnEntry(around));
    body = blockAround(around, statement);
  }
  return union(names, surelyBound(body.slice(0, body.indexOf(statement))) ?? NO_NAMES);
}

function boundOnEntry(around: Statement): Names {
  if (around.kind === Kind.For) return targets(around.target);
  return around.kind === Kind.With ? targets(...around.items.map(({ target }) => target)) : NO_NAMES;
}

/** The block of a compound statement in which another statement lies. */
function blockAround(around: Statement, inner: Statement): readonly Statement[] {
  const blocks: (readonly Statement[])[] = [];
  if ('body' in around) blocks.push(around.body);
  if ('otherwise' in around) blocks.push(around.otherwise);
  if (around.kind === Kind.Try) blocks.push(around.final, ...around.handlers.map(({ body }) => body));
  if (around.kind === Kind.Match) blocks.push(...around.cases.map(({ body }) => body));
  return blocks.find((body) => body.some((one) => spans(one, inner))) ?? [];
}
