/** How far one call on the loop is followed into installed packages: they are large, and what matters is near. */
import type { Module } from '../program/modules.ts';

export interface Limits {
  readonly functions: number;
  readonly files: number;
  readonly lines: number;
}

/** Enough for nine of ten entry points of common libraries; the rest would cost as much as all others together. */
export const LIMITS: Limits = { functions: 300, files: 60, lines: 40_000 };

export class PackageBudget {
  readonly #limits: Limits;
  readonly #files = new Set<Module>();
  #functions = 0;
  #lines = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Whether one more function of a package may be looked at; it counts from now on. */
  takes(module: Module): boolean {
    const { functions, files, lines } = this.#limits;
    if (this.#functions >= functions) return false;
    if (!this.#files.has(module)) {
      if (this.#files.size >= files || this.#lines >= lines) return false;
      this.#files.add(module);
      this.#lines += module.summary.data.lineStarts.length;
    }
    this.#functions++;
    return true;
  }
}
