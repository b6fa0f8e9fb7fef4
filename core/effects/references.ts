/** Where the program speaks of a function: the calls of it, and the places that hand it to somebody. */
import { type FileSummary, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { alternatives, type Type } from '../program/types.ts';
import { lastName } from './callee-names.ts';

export interface References {
  readonly calls: readonly { readonly frame: Frame; readonly call: Value }[];
  /** Something of this name is used without being called, so that somebody else may call it. */
  readonly isHandedOver: boolean;
}

/** Looks through all files for the name of a function, and resolves what it means at each call. */
export function referencesTo(
  p: Evaluator,
  modules: Iterable<Module>,
  { module: home, scope }: Frame,
): References {
  const calls: { frame: Frame; call: Value }[] = [];
  let isHandedOver = false;
  const isMeant = (type: Type) =>
    type.kind === 'function' && type.function.module === home && type.function.scope.id === scope.id;
  for (const module of modules) {
    const { summary } = module;
    if (!summary.data.strings.includes(scope.name)) continue;
    const called = new Set<Value>();
    for (let row = 0; row < summary.size; row++) {
      if (summary.op(row) !== Op.Call) continue;
      called.add(summary.a(row));
      if (lastName({ module }, summary.a(row)) !== scope.name) continue;
      const frame = p.genericFrame(module, summary.scopeOf(row).id);
      if (alternatives(p.typeOf(frame, summary.a(row))).some(isMeant)) calls.push({ frame, call: row });
    }
    isHandedOver ||= isNamed(summary, scope.name, called);
  }
  return { calls, isHandedOver };
}

function isNamed(summary: FileSummary, name: string, called: ReadonlySet<Value>): boolean {
  for (let row = 0; row < summary.size; row++) {
    if (called.has(row)) continue;
    const op = summary.op(row);
    if (op === Op.Attribute && summary.string(summary.b(row)) === name) return true;
    if (op === Op.Lookup && summary.string(summary.a(row)) === name) return true;
  }
  return false;
}
