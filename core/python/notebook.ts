/** A Jupyter notebook as one module: its code cells one after the other, with magics blanked, and a map back. */

import { blankMagics } from './magics.ts';

export interface NotebookCell {
  /** Its place among all cells of the notebook. */
  readonly index: number;
  /** Where its code begins in `Notebook.text`. */
  readonly start: number;
  /** Where it ends, the line end that was put behind it not included. */
  readonly end: number;
}

export interface CellOffset {
  /** As in `NotebookCell`. */
  readonly cell: number;
  readonly offset: number;
}

export interface Notebook {
  /** All code of the notebook; each cell ends in a line end. Top-level `await` is legal in it. */
  readonly text: string;
  readonly cells: readonly NotebookCell[];
  /** To stand behind the name of the file. */
  readonly problem: string | undefined;
}

export function readNotebook(json: string): Notebook {
  let notebook: unknown;
  try {
    notebook = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return broken(`is not a notebook: it is no JSON (${reason})`);
  }
  if (!isObject(notebook)) return broken('is not a notebook: its JSON is not an object');
  const cells = cellsOf(notebook);
  if (cells === undefined) return broken('is not a notebook: it has no list of cells');
  const language = languageOf(notebook);
  // One that does not say is taken for Python.
  if (language === undefined || /python|sage/i.test(language)) return joinCells(cells);
  return broken(`is a notebook in ${language}, not in Python`);
}

/** Where an offset of the joined text lies; undefined for the line end behind a cell. */
export function toCell(notebook: Notebook, offset: number): CellOffset | undefined {
  const { cells } = notebook;
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const cell = cells[middle];
    if (cell && cell.end < offset) low = middle + 1;
    else high = middle;
  }
  const cell = cells[low];
  if (!cell || offset < cell.start) return undefined;
  return { cell: cell.index, offset: offset - cell.start };
}

/** The offset in the joined text; undefined when the cell holds no Python or is shorter. */
export function fromCell(notebook: Notebook, place: CellOffset): number | undefined {
  const cell = notebook.cells.find(({ index }) => index === place.cell);
  if (!cell || place.offset < 0 || place.offset > cell.end - cell.start) return undefined;
  return cell.start + place.offset;
}

type JsonObject = Readonly<Record<string, unknown>>;

function broken(problem: string): Notebook {
  return { text: '', cells: [], problem };
}

/** The cells of the notebook, or of the worksheets of an old one. */
function cellsOf(notebook: JsonObject): readonly unknown[] | undefined {
  const worksheets = asList(notebook.worksheets);
  return (
    asList(notebook.cells) ??
    worksheets?.flatMap((sheet) => (isObject(sheet) ? (asList(sheet.cells) ?? []) : []))
  );
}

function languageOf(notebook: JsonObject): string | undefined {
  const metadata = member(notebook, 'metadata');
  const kernel = member(metadata, 'kernelspec');
  const language = member(metadata, 'language_info').name ?? kernel.language ?? kernel.name;
  return typeof language === 'string' ? language : undefined;
}

function joinCells(cells: readonly unknown[]): Notebook {
  const parts: string[] = [];
  const places: NotebookCell[] = [];
  let start = 0;
  cells.forEach((cell, index) => {
    const source = isObject(cell) ? pythonSource(cell) : undefined;
    if (source === undefined) return;
    places.push({ index, start, end: start + source.length });
    parts.push(blankMagics(source), '\n');
    start += source.length + 1;
  });
  return { text: parts.join(''), cells: places, problem: undefined };
}

function pythonSource(cell: JsonObject): string | undefined {
  if (cell.cell_type !== 'code') return undefined;
  const language = member(member(cell, 'metadata'), 'vscode').languageId ?? cell.language;
  if (typeof language === 'string' && language !== 'python') return undefined;
  const source = cell.source ?? cell.input;
  const lines = asList(source);
  if (lines) return lines.filter((line) => typeof line === 'string').join('');
  return typeof source === 'string' ? source : '';
}

function asList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function member(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
