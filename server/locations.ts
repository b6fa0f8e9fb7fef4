/** Where stretches of code are shown, as of one analysis. */
import type { Location, Position } from 'vscode-languageserver';
import type { Analysis } from '../core/index.ts';
import type { Span } from '../core/model/span.ts';
import type { OpenFile, OpenFiles } from './open-files.ts';
import { uriOf } from './paths.ts';

export class Locations {
  readonly #analysis: Analysis;
  readonly #open: OpenFiles;

  constructor(analysis: Analysis, open: OpenFiles) {
    this.#analysis = analysis;
    this.#open = open;
  }

  of(path: string, span: Span): Location | undefined {
    const file = this.#open.get(path);
    return file ? inOpenFile(file, span) : this.#inClosedFile(path, span);
  }

  #inClosedFile(path: string, { start, end }: Span): Location | undefined {
    const summary = this.#analysis.summary(path);
    if (!summary) return undefined;
    const at = (offset: number): Position => {
      const { line, column } = summary.position(offset);
      return { line: line - 1, character: column - 1 };
    };
    return { uri: uriOf(path), range: { start: at(start), end: at(end) } };
  }
}

/** In the document that holds its beginning: the only one, or a cell. */
function inOpenFile({ text, parts }: OpenFile, { start, end }: Span): Location | undefined {
  const from = text.positionAt(start);
  const to = text.positionAt(end);
  const part = parts.findLast(({ firstLine }) => firstLine <= from.line);
  if (!part) return undefined;
  const within = ({ line, character }: Position) => ({ line: line - part.firstLine, character });
  return { uri: part.uri, range: { start: within(from), end: within(to) } };
}

/** The offset of a place in the whole of an open file. */
export function offsetIn({ text, parts }: OpenFile, uri: string, { line, character }: Position): number {
  const firstLine = parts.find((part) => part.uri === uri)?.firstLine ?? 0;
  return text.offsetAt({ line: firstLine + line, character });
}
