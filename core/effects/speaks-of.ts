/** Whether a file speaks of names of a package, by what is written alone: a first sieve that misses nothing. */
import type { Module } from '../program/modules.ts';

/** It imports from the package, and has one of the names somewhere. */
export function speaksOf({ summary: { data } }: Module, package_: string, names: readonly string[]): boolean {
  return (
    data.imports.some(({ level, module }) => level === 0 && module.split('.', 1)[0] === package_) &&
    names.some((name) => data.strings.includes(name))
  );
}
