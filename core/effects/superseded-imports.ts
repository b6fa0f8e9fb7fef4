/** Imports of libraries that something else has taken the place of. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Superseded } from '../knowledge/pack.ts';
import type { Span } from '../model/span.ts';
import type { MovedLibrary } from '../model/swap.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { importsOf, isGuarded } from './imports.ts';
import { speaksOf } from './speaks-of.ts';

export interface SupersededImport {
  readonly span: Span;
  readonly function: string;
  /** The module, as it is imported. */
  readonly module: string;
  readonly by: string;
  /** Since when: `2025-05-14`. */
  readonly date: string;
  /** Where its names are now, when they are known to be somewhere. */
  readonly moved: MovedLibrary | undefined;
  /** The program uses a version of which nothing was taken over. */
  readonly isOlder: () => boolean;
}

export function supersededImports(
  p: Evaluator,
  catalogue: Catalogue,
  module: Module,
  all: readonly Module[],
): SupersededImport[] {
  const found = new Map<Superseded, SupersededImport>();
  for (const { entry, row, function: name } of importsOf(module)) {
    // A module of the project may have the same name as a library.
    if (entry.level > 0 || p.modules.resolve(module, 0, entry.module)?.origin === 'workspace') continue;
    const superseded = catalogue.superseded(fullName(entry));
    if (!superseded || found.has(superseded) || isGuarded(p, module, row)) continue;
    if (superseded.python !== undefined && !hasPython(p, superseded.python)) continue;
    const { by, date, moved } = superseded;
    const package_ = entry.module.split('.', 1)[0] ?? '';
    const isOlder = () => all.some((one) => speaksOf(one, package_, moved?.older ?? []));
    const full = fullName(entry);
    found.set(superseded, { span: entry.span, function: name, module: full, by, date, moved, isOlder });
  }
  return [...found.values()];
}

/** `from google import generativeai` imports a module too. */
function fullName({ module, name }: { module: string; name: string | undefined }): string {
  return name === undefined || name === '*' ? module : `${module}.${name}`;
}

/** Whether the project says that its Python is this one or newer. */
function hasPython({ pythonVersion: [major, minor], isVersionDeclared }: Evaluator, wanted: string): boolean {
  if (!isVersionDeclared) return false;
  const [first = 0, second = 0] = wanted.split('.').map(Number);
  return major > first || (major === first && minor >= second);
}
