/** Compiles what fixes wrote, many files at a time: starting CPython takes longer than its work. */
import type { Breach } from './breach.ts';
import { syntaxErrors } from './cpython.ts';

interface Written {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** The fixes that wrote it. */
  readonly id: string;
}

const AT_ONCE = 400;

export class Compiler {
  readonly #python: string | undefined;
  #waiting: Written[] = [];
  #breaches: Breach[] = [];

  constructor(python?: string) {
    this.#python = python;
  }

  add(written: Written): void {
    this.#waiting.push(written);
    if (this.#waiting.length >= AT_ONCE) this.#compile();
  }

  finish(): readonly Breach[] {
    if (this.#waiting.length > 0) this.#compile();
    return this.#breaches;
  }

  #compile(): void {
    const broken = withErrors(this.#waiting, ({ after }) => after, this.#python);
    // A file may be for a newer Python than this one.
    const files = broken.map(({ file }) => file);
    const old = withErrors(files, ({ before }) => before, this.#python).map(({ file }) => file);
    for (const { file, error } of broken) {
      if (!old.includes(file)) this.#breaches.push({ id: file.id, what: `${file.path}: ${error}` });
    }
    this.#waiting = [];
  }
}

function withErrors(
  files: readonly Written[],
  textOf: (file: Written) => string,
  python: string | undefined,
) {
  if (files.length === 0) return [];
  const errors = syntaxErrors(
    files.map((file, at) => [String(at), textOf(file)]),
    python,
  );
  return files.flatMap((file, at) => {
    const error = errors.get(String(at));
    return error === undefined ? [] : [{ file, error }];
  });
}
