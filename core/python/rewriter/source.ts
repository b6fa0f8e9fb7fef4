/** The text of a module as an editor sees it: lines, indentation, quotes, line ends. */
import { parseModule } from '../syntax/parser.ts';
import type { Module, Node } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type Bindings, bindingsIn, importsOf } from './names.ts';

export class Source {
  readonly text: string;
  readonly module: Module;
  readonly isNotebook: boolean;
  #globals: Bindings | undefined;
  #imported: ReadonlySet<string> | undefined;
  readonly #calls = new Map<string, boolean>();

  /** `isNotebook`: its cells one after the other, which may await at their top level. */
  constructor(text: string, { isNotebook = false } = {}) {
    this.text = text;
    this.isNotebook = isNotebook;
    this.module = parseModule(text);
  }

  /** What ends its lines. */
  get newline(): string {
    return /\r\n|\r|\n/.exec(this.text)?.[0] ?? '\n';
  }

  /** What one level of indentation is made of. */
  get indentUnit(): string {
    return /:[ \t]*(?:#.*)?(?:\r\n|\r|\n)([ \t]+)\S/.exec(this.text)?.[1] ?? '    ';
  }

  /** What its strings mostly stand in. */
  get quote(): string {
    const count = (form: RegExp) => this.text.match(form)?.length ?? 0;
    return count(/'[^'"\r\n]*'/g) > count(/"[^'"\r\n]*"/g) ? "'" : '"';
  }

  /** What its names mean outside of functions. */
  get globals(): Bindings {
    return (this.#globals ??= bindingsIn(this.module.body));
  }

  /** The modules that it imports at its top, and what it imports from them. */
  get imported(): ReadonlySet<string> {
    return (this.#imported ??= new Set(
      this.module.body.flatMap((statement) =>
        statement.kind === Kind.Import || statement.kind === Kind.ImportFrom
          ? importsOf(statement).map(({ module }) => module)
          : [],
      ),
    ));
  }

  /** Whether it calls something of this name somewhere. */
  calls(name: string): boolean {
    const known = this.#calls.get(name) ?? this.text.includes(`${name}(`);
    this.#calls.set(name, known);
    return known;
  }

  of({ start, end }: Pick<Node, 'start' | 'end'>): string {
    return this.text.slice(start, end);
  }

  lineStart(offset: number): number {
    return Math.max(this.text.lastIndexOf('\n', offset - 1), this.text.lastIndexOf('\r', offset - 1)) + 1;
  }

  /** The end of a line, its line end not included. */
  lineEnd(offset: number): number {
    const match = /[\r\n]/g;
    match.lastIndex = offset;
    return match.exec(this.text)?.index ?? this.text.length;
  }

  /** Where the next line begins. */
  nextLine(offset: number): number {
    const end = this.lineEnd(offset);
    return end + (this.text.startsWith('\r\n', end) ? 2 : end < this.text.length ? 1 : 0);
  }

  /** The white space at the beginning of a line. */
  indentAt(offset: number): string {
    return /^[ \t\f]*/.exec(this.text.slice(this.lineStart(offset), offset))?.[0] ?? '';
  }

  /** Whether an empty line lies in a stretch of text. */
  hasEmptyLine(span: Pick<Node, 'start' | 'end'>): boolean {
    const lines = this.of(span).split(/\r\n|\r|\n/);
    return lines.slice(1, -1).some((line) => line.trim() === '');
  }

  /** Nothing but white space stands before it on its line. */
  beginsLine(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === '';
  }

  /** Nothing but white space or a comment stands behind it on its line. */
  endsLine(offset: number): boolean {
    return /^[ \t\f]*(?:#.*)?$/.test(this.text.slice(offset, this.lineEnd(offset)));
  }
}
