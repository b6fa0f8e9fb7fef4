/** The text of a module as an editor sees it: lines, indentation, quotes, line ends. */
import { parseModule } from '../syntax/parser.ts';
import type { Module, Node } from '../syntax/tree.ts';

export class Source {
  readonly text: string;
  readonly module: Module;

  constructor(text: string) {
    this.text = text;
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

  /** The quotation mark that it uses more. */
  get quote(): string {
    const double = this.text.split('"').length;
    return this.text.split("'").length > double ? "'" : '"';
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

  /** Nothing but white space stands before it on its line. */
  beginsLine(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === '';
  }

  /** Nothing but white space or a comment stands behind it on its line. */
  endsLine(offset: number): boolean {
    return /^[ \t\f]*(?:#.*)?$/.test(this.text.slice(offset, this.lineEnd(offset)));
  }
}
