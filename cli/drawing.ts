/** Draws what is said of code beside a margin of line numbers: places, lines of source with marks under them, notes. */
import { excerpt } from './excerpt.ts';
import type { Look } from './formats/format.ts';
import { positionText } from './formats/headline.ts';
import type { Place } from './report.ts';
import { printable, wrapped } from './terminal.ts';

export class Drawing {
  readonly #look: Look;
  readonly #margin: number;
  readonly #lines: string[];

  /** `places`: all whose lines are going to be drawn. */
  constructor(headline: string, places: readonly (Place | undefined)[], look: Look) {
    this.#look = look;
    this.#margin = Math.max(...places.map((place) => String(place?.from.line ?? 0).length)) + 1;
    this.#lines = [headline];
  }

  /** A line of source, and under it what it is about. */
  source({ line, from, to }: Place, mark: string, colour: (text: string) => string): void {
    const end = to.line > from.line ? line.length + 1 : to.column;
    const { code, underline } = excerpt(line, from.column, end, mark, this.#look.columns - this.#margin - 3);
    this.beside('|', code, String(from.line));
    this.beside('|', colour(underline));
  }

  note(label: string, message: string): void {
    const { colours, columns } = this.#look;
    const indent = ' '.repeat(label.length + 2);
    const [first = '', ...rest] = wrapped(
      printable(message),
      Math.max(40, columns - this.#margin - 3 - indent.length),
    );
    this.beside('=', `${colours.bold(label)}: ${first}`);
    for (const line of rest) this.beside(' ', indent + line);
  }

  beside(rail: string, content = '', number = ''): void {
    const { colours } = this.#look;
    this.#lines.push(`${colours.blue(`${number.padStart(this.#margin)} ${rail}`)} ${content}`.trimEnd());
  }

  /** Of a project elsewhere, the headline has the whole path, and what is behind it the rest. */
  where({ path, from }: Place): string {
    const { shown, relative } = this.#look;
    const name = shown(path) === path ? relative(path) : shown(path);
    return `${printable(name)}:${positionText(from)}`;
  }

  text(): string {
    return this.#lines.join('\n');
  }
}
