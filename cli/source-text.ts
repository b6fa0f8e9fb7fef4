/** A file's text by lines, for showing places in it. */
import type { Span } from '../core/model/span.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

export class SourceText {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
  }

  /** Line and column from 1; columns count UTF-16 code units, as the JSON and the editors do. */
  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The text of a line, without its end. */
  line(number: number): string {
    return this.#text.slice(this.#starts[number - 1], this.#starts[number]).replace(/[\r\n]+$/, '');
  }

  range({ start, end }: Span): { from: Position; to: Position } {
    return { from: this.position(start), to: this.position(end) };
  }
}
