/** What one analysis finds in each file, worked out when somebody asks and once only. */
import type { Module } from '../program/modules.ts';

export class PerFile<T> {
  readonly #modules: ReadonlyMap<string, Module>;
  readonly #look: (module: Module) => readonly T[];
  readonly #known = new Map<string, readonly T[]>();

  constructor(modules: ReadonlyMap<string, Module>, look: (module: Module) => readonly T[]) {
    this.#modules = modules;
    this.#look = look;
  }

  of(path: string): readonly T[] {
    let found = this.#known.get(path);
    if (!found) {
      const module = this.#modules.get(path);
      found = module ? this.#look(module) : [];
      this.#known.set(path, found);
    }
    return found;
  }
}
