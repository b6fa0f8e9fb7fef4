/**
 * Questions that are asked of every module before one file can be checked. Files change one at a time, and a module that
 * has not changed stays the same object, so that its answer stays as well.
 */
import type { Module } from '../program/modules.ts';

/** Remembers answers. A module belongs to one program, so whatever else is needed to answer is always the same. */
export function perModule<T, Context extends readonly unknown[]>(
  look: (module: Module, ...context: Context) => T,
): (module: Module, ...context: Context) => T {
  const known = new WeakMap<Module, { readonly answer: T }>();
  return (module, ...context) => {
    let found = known.get(module);
    if (!found) known.set(module, (found = { answer: look(module, ...context) }));
    return found.answer;
  };
}
