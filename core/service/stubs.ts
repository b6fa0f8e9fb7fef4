/** Stubs of the standard library: their text comes from the shell, their summaries are made when a module is first met. */
import type { FrontEnd } from '../model/front-end.ts';
import { FileSummary } from '../model/summary.ts';

/** The text of a standard library module's stub; undefined when there is no such module. */
export type ReadStub = (module: string) => { readonly text: string; readonly isPackage: boolean } | undefined;

interface Stub {
  readonly summary: FileSummary;
  readonly isPackage: boolean;
}

export class StubSource {
  readonly #read: ReadStub;
  readonly #frontEnd: FrontEnd;
  readonly #known = new Map<string, Stub | undefined>();

  constructor(read: ReadStub, frontEnd: FrontEnd) {
    this.#read = read;
    this.#frontEnd = frontEnd;
  }

  summary(module: string): Stub | undefined {
    if (this.#known.has(module)) return this.#known.get(module);
    const found = this.#read(module);
    const stub = found && {
      summary: new FileSummary(this.#frontEnd.read(`${module}.pyi`, found.text).data),
      isPackage: found.isPackage,
    };
    this.#known.set(module, stub);
    return stub;
  }
}
