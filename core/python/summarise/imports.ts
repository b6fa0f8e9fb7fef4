/** Writes imports. */
import { Op } from '../../model/summary.ts';
import type { Import, ImportFrom } from '../syntax/tree.ts';
import { importedName } from './bound-names.ts';
import type { Lowering } from './frame.ts';

export function lowerImport(state: Lowering, node: Import): void {
  const { rows } = state;
  for (const { name, asName, start, end } of node.names) {
    if (!name) continue;
    rows.imports.push({
      level: 0,
      module: name,
      name: undefined,
      bindsRoot: asName === undefined,
      span: { start, end },
    });
    const value = rows.emit(Op.Import, rows.imports.length - 1, -1, -1, start, end);
    state.bind(importedName(name, asName), value, start, end);
  }
}

export function lowerImportFrom(state: Lowering, node: ImportFrom): void {
  const { rows } = state;
  for (const { name, asName, start, end } of node.names) {
    if (!name) continue;
    rows.imports.push({
      level: node.level,
      module: node.module,
      name,
      bindsRoot: false,
      span: { start, end },
    });
    const index = rows.imports.length - 1;
    const value = rows.emit(Op.Import, index, -1, -1, start, end);
    if (name !== '*') state.bind(asName ?? name, value, start, end);
  }
}
