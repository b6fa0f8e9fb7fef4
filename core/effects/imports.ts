/** The imports of a file, with where they stand. */
import { type ImportName, Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';

export interface WrittenImport {
  readonly entry: ImportName;
  readonly row: Value;
  /** The function around it; empty for the module. */
  readonly function: string;
}

export function* importsOf({ summary }: Module): Iterable<WrittenImport> {
  for (const scope of summary.scopes) {
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.op(row) !== Op.Import) continue;
      const entry = summary.data.imports[summary.a(row)];
      if (entry) yield { entry, row, function: scope.qualname };
    }
  }
}

/** Whether the code is ready for the import to fail, or makes it only under a condition. */
export function isGuarded(p: Evaluator, module: Module, row: Value): boolean {
  const { summary } = module;
  const frame = p.genericFrame(module, summary.scopeOf(row).id);
  if (!p.runs(frame, summary.region(row))) return true;
  for (let region = summary.region(row); region >= 0; region = summary.regionParent(region)) {
    if (summary.regionKind(region) !== RegionKind.Body) return true;
  }
  return false;
}
