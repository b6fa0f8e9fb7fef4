/** Statements moved off the loop as a whole: into a function of their own, which runs in one hop. */
import type { Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import { Kind, type Statement } from '../syntax/tree.ts';
import type { Dialect } from './dialects.ts';
import { Imports } from './imports.ts';
import { mentionedNames } from './names.ts';
import { boundToCoroutine, coroutineAround, Obstacle, type Path } from './placement.ts';
import { indented } from './reindent.ts';
import { type Shape, shapeOf } from './shape.ts';
import type { Source } from './source.ts';

export interface BlockName {
  readonly stem: string;
  /** 2 for the second of its kind in a function. */
  readonly number: number;
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
  static plan(
    source: Source,
    path: Path,
    statements: readonly Statement[],
    name: BlockName,
  ): Block | Obstacle {
    const [first] = statements;
    const last = statements.at(-1);
    const coroutine = coroutineAround(path);
    if (coroutine instanceof Obstacle) return coroutine;
    if (!first || !last || !source.beginsLine(first.start) || !source.endsLine(last.end))
      return new Obstacle('it shares a line with other code');
    if (first.kind === Kind.If && source.text.startsWith('elif', first.start))
      return new Obstacle('it is one branch of a longer `if`');
    const shape = boundToCoroutine(statements) ?? shapeOf(source, coroutine, statements);
    if (shape instanceof Obstacle) return shape;
    return new Block(source, path, statements, shape, freeName(source.of(coroutine), name));
  }

  /** What runs elsewhere. */
  get span(): Span {
    const [first, last] = [this.#statements[0], this.#statements.at(-1)] as [Statement, Statement];
    return { start: first.start, end: last.end };
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

/** The name, with a number behind it where the function mentions it already: what others call so is hidden to no one. */
export function freeName(fn: string, { stem, number }: BlockName): string {
  const isTaken = mentionedNames(fn);
  let free = number === 1 ? stem : `${stem}_${number}`;
  for (let next = Math.max(2, number + 1); isTaken(free); next++) free = `${stem}_${next}`;
  return free;
}
