/** Why a file may not import a module at its top: nobody knows where it is, or it imports the file in its turn. */
import { type ImportName, Op } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module, Namespace } from '../program/modules.ts';

/** As far as the files that were read show; what a package of somebody else imports does not lead back. */
export function notAtTop(p: Evaluator, home: Module, entry: ImportName): string | undefined {
  const wanted = namedBy(p, home, entry);
  if (wanted.length === 0) return 'it is not found here, so it may be missing where the program runs';
  const seen = new Set(wanted);
  for (const module of seen) {
    if (module.origin !== 'workspace') continue;
    if (module === home) return 'what it imports leads back to this file';
    for (const next of importedAtTop(p, module)) seen.add(next);
  }
  return undefined;
}

/** What a module imports when it is loaded. */
function importedAtTop(p: Evaluator, module: Module): Module[] {
  const { summary } = module;
  const frame = p.moduleFrame(module);
  const found: Module[] = [];
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    if (summary.op(row) !== Op.Import || !p.runs(frame, summary.region(row))) continue;
    const entry = summary.data.imports[summary.a(row)];
    if (entry) found.push(...namedBy(p, module, entry));
  }
  return found;
}

/** The files behind an import: the module, and the part of it where that is one too. */
function namedBy(p: Evaluator, from: Module, { level, module: name, name: part }: ImportName): Module[] {
  const base = p.modules.resolve(from, level, name);
  const child = base && part !== undefined && part !== '*' ? p.modules.child(base, part) : undefined;
  return [base, child].filter(isModule);
}

function isModule(found: Module | Namespace | undefined): found is Module {
  return found?.kind === 'module';
}
