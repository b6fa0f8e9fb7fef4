/** Statements moved off the loop as a whole: into a function of their own, which runs in one hop. */
import type { Edit } from '../../model/rewriter.ts';
import { boundNames } from '../summarise/bound-names.ts';
import type { FunctionDef, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type Names, NO_NAMES, surelyBound, union } from './binding.ts';
import { type AnyNode, below, spans } from './children.ts';
import type { Dialect } from './dialects.ts';
import { Imports } from './imports.ts';
import { flowBehind, neededBefore, read } from './liveness.ts';
import { mentionedNames } from './names.ts';
import { boundToCoroutine, coroutineAround, Obstacle, type Path } from './placement.ts';
import { indented } from './reindent.ts';
import type { Source } from './source.ts';

interface Shape {
  /** Names that the statements bind and need a value of from before. */
  readonly takes: readonly string[];
  /** Names that they bind and that are needed behind them. */
  readonly gives: readonly string[];
  /** Control never gets behind them. */
  readonly returns: boolean;
}

export class Block {
  readonly #source: Source;
  readonly #path: Path;
  readonly #statements: readonly Statement[];
  readonly #shape: Shape;
  readonly #name: string;

  private constructor(
    source: Source,
    path: Path,
    statements: readonly Statement[],
    shape: Shape,
    name: string,
  ) {
    this.#source = source;
    this.#path = path;
    this.#statements = statements;
    this.#shape = shape;
    this.#name = name;
  }

  /** `path` leads to the first of some statements that stand side by side; `name` is what the function may be called. */
  static plan(source: Source, path: Path, statements: readonly Statement[], name: string): Block | Obstacle {
    const [first] = statements;
    const last = statements.at(-1);
    const coroutine = coroutineAround(path);
    if (coroutine instanceof Obstacle) return coroutine;
    if (!first || !last || !source.beginsLine(first.start) || !source.endsLine(last.end))
      return new Obstacle('it shares a line with other code');
    const obstacle = boundToCoroutine(statements) ?? leavesByItself(statements);
    if (obstacle) return obstacle;
    const shape = shapeOf(source, coroutine, statements);
    if (shape instanceof Obstacle) return shape;
    return new Block(source, path, statements, shape, freeName(source, name));
  }

  write(dialect: Dialect): Edit[] {
    const { newline, indentUnit } = this.#source;
    const [first] = this.#statements as [Statement];
    const { start } = first;
    const end = this.#source.lineEnd((this.#statements.at(-1) as Statement).end);
    const lineStart = this.#source.lineStart(start);
    const indent = this.#source.indentAt(start);
    const { takes, gives, returns } = this.#shape;

    const imports = new Imports(this.#source, this.#path);
    const hop = `await ${dialect.write({ callee: this.#name, args: takes.join(', '), keywords: [] }, imports)}`;
    const results = gives.length === 0 ? '' : `${gives.join(', ')} = `;
    const lines = [
      ...(this.#standsApart(lineStart) ? [] : ['']),
      `${indent}def ${this.#name}(${takes.join(', ')}):`,
      indented(this.#source, this.#statements, { start: lineStart, end }),
      ...(gives.length === 0 ? [] : [`${indent}${indentUnit}return ${gives.join(', ')}`]),
      '',
      `${indent}${returns ? `return ${hop}` : results + hop}`,
    ];
    return [...imports.edits(), { span: { start: lineStart, end }, text: lines.join(newline) }];
  }

  /** A block opens, a comment or an empty line stands above: the function needs no empty line of its own. */
  #standsApart(lineStart: number): boolean {
    const above = this.#source.text.slice(0, lineStart).trimEnd();
    const line = this.#source.text.slice(0, lineStart).replace(/\r?\n$|\r$/, '');
    const own = line.slice(Math.max(line.lastIndexOf('\n'), line.lastIndexOf('\r')) + 1).trim();
    return own === '' || own.startsWith('#') || above.endsWith(':') || /:\s*#/.test(own);
  }
}

/** Why control may leave the statements by another way than their end or a return. */
function leavesByItself(statements: readonly Statement[]): Obstacle | undefined {
  const isOwn = (node: AnyNode) => statements.some((statement) => spans(statement, node));
  for (const statement of statements) {
    for (const [node, loops] of withLoops(statement, 0)) {
      if ((node.kind === Kind.Break || node.kind === Kind.Continue) && loops === 0 && isOwn(node))
        return new Obstacle('it leaves the loop around it');
      if (node.kind === Kind.Global || node.kind === Kind.Nonlocal)
        return new Obstacle('it declares names of another scope');
      if (node.kind === Kind.Delete && node.targets.some(({ kind }) => kind === Kind.Name))
        return new Obstacle('it deletes a name');
    }
  }
  return undefined;
}

/** The statements inside a statement, each with the number of loops around it. */
function* withLoops(node: AnyNode, loops: number): Generator<[AnyNode, number]> {
  yield [node, loops];
  if (node.kind === Kind.FunctionDef || node.kind === Kind.ClassDef || node.kind === Kind.Lambda) return;
  const inner = node.kind === Kind.For || node.kind === Kind.While ? node.body : [];
  for (const child of childrenOf(node)) {
    yield* withLoops(child, loops + (inner.includes(child as Statement) ? 1 : 0));
  }
}

function childrenOf(node: AnyNode): AnyNode[] {
  const [, ...inside] = [...below(node, (one) => one === node)];
  return inside;
}

function shapeOf(source: Source, fn: FunctionDef, statements: readonly Statement[]): Shape | Obstacle {
  const first = statements[0] as Statement;
  const last = statements.at(-1) as Statement;
  const { names: bound } = boundNames(source.module, statements);
  const declared = boundNames(source.module, fn.body);
  for (const name of bound) {
    if (declared.globals.has(name) || declared.nonlocals.has(name))
      return new Obstacle(`it binds \`${name}\` of another scope`);
  }
  const flow = flowBehind(fn, first, last);
  const captured = readByClosures(fn, statements);
  const behind = union(flow.next, captured);
  const gives = [...bound].filter((name) => behind.has(name));
  const takes = [...neededBefore(statements, { ...flow, next: new Set(gives) })].filter((name) =>
    bound.has(name),
  );

  const sure = surelyBound(statements);
  const hasReturn = statements.some((one) =>
    [...withLoops(one, 0)].some(([node]) => node.kind === Kind.Return),
  );
  if (hasReturn && sure) return new Obstacle('it returns on some paths and goes on from others');
  if (hasReturn && isGenerator(fn)) return new Obstacle('a generator cannot return a value');
  const lost = [...bound].find((name) => flow.raises.has(name));
  if (lost !== undefined) return new Obstacle(`\`${lost}\` is used where its exceptions are handled`);
  const given = surelyBoundBefore(fn, first);
  const missing = sure ? gives.filter((name) => !sure.has(name) && !takes.includes(name)) : [];
  const needed = [...takes, ...missing];
  const unsure = needed.find((name) => !given.has(name));
  if (unsure !== undefined) return new Obstacle(`\`${unsure}\` may have no value there`);
  return { takes: needed, gives: sure ? gives : [], returns: sure === undefined && hasReturn };
}

function isGenerator(fn: FunctionDef): boolean {
  const isOwn = (node: AnyNode) =>
    node === fn || (node.kind !== Kind.FunctionDef && node.kind !== Kind.Lambda);
  return [...below(fn, isOwn)].some(({ kind }) => kind === Kind.Yield);
}

/** Names that functions inside a function read, outside of some statements: they may do so at any time. */
function readByClosures(fn: FunctionDef, statements: readonly Statement[]): Names {
  const names: Names[] = [];
  for (const statement of fn.body) {
    for (const node of below(statement, (one) => !statements.includes(one as Statement))) {
      if (statements.includes(node as Statement)) continue;
      if (node.kind === Kind.FunctionDef || node.kind === Kind.Lambda) names.push(read([node]));
    }
  }
  return union(...names);
}

/** Names that are sure to have a value where a statement begins. */
function surelyBoundBefore(fn: FunctionDef, statement: Statement): Names {
  let names: Names = new Set(fn.parameters.map(({ name }) => name));
  let body: readonly Statement[] = fn.body;
  while (!body.includes(statement)) {
    const at = body.findIndex((one) => spans(one, statement));
    const around = body[at];
    if (!around) return names;
    names = union(names, surelyBound(body.slice(0, at)) ?? NO_NAMES, openedBy(around));
    body = blockAround(around, statement);
  }
  return union(names, surelyBound(body.slice(0, body.indexOf(statement))) ?? NO_NAMES);
}

function openedBy(around: Statement): Names {
  const names = new Set<string>();
  const opening = around.kind === Kind.For ? [around.target] : [];
  if (around.kind === Kind.With) opening.push(...around.items.flatMap(({ target }) => target ?? []));
  for (const target of opening)
    for (const part of below(target)) if (part.kind === Kind.Name) names.add(part.id);
  return names;
}

function blockAround(around: Statement, inner: Statement): readonly Statement[] {
  const blocks: (readonly Statement[])[] = [];
  if ('body' in around) blocks.push(around.body);
  if ('otherwise' in around) blocks.push(around.otherwise);
  if (around.kind === Kind.Try) blocks.push(around.final, ...around.handlers.map(({ body }) => body));
  if (around.kind === Kind.Match) blocks.push(...around.cases.map(({ body }) => body));
  return blocks.find((body) => body.some((one) => spans(one, inner))) ?? [];
}

/** The name, with a number behind it where somebody has it already. */
function freeName(source: Source, name: string): string {
  const isTaken = mentionedNames(source.text);
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name}_${number}`;
  return free;
}
