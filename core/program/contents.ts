/** What other code puts into a container that it shares: a module's table, a list in `self`. */
import { Op, type Value } from '../model/summary.ts';
import { changed, isContainer, merged } from './containers.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import type { Module } from './modules.ts';
import type { ClassSymbol } from './symbols.ts';
import type { ClassType, InstanceType, Type } from './types.ts';

/** More changes than this are of the kind of those before. */
const MAX_CHANGES = 24;

/** Methods that put something into the container they are called on. */
const FILLS = /^(add|append|appendleft|extend|insert|setdefault|update)$/;

/** Rows that change a container, by its name: `StoreSubscript`, and calls of methods that fill. */
export type Changes = ReadonlyMap<string, readonly Value[]>;

/** The changes that functions make to the containers of their module. */
export function moduleChanges({ summary }: Module): Changes {
  const changes = new Map<string, Value[]>();
  for (const { kind, first, end } of summary.scopes) {
    if (kind === 'function' || kind === 'lambda') {
      collect(changes, { summary } as Module, first, end, (base) =>
        summary.op(base) === Op.Lookup && summary.b(base) === 0 ? summary.a(base) : -1,
      );
    }
  }
  return changes;
}

/** The changes that the methods of a class make to containers in `self`. */
export function attributeChanges({ module, scope }: ClassSymbol): Changes {
  const { summary } = module;
  const changes = new Map<string, Value[]>();
  for (const { kind, parent, first, end } of summary.scopes) {
    if (kind !== 'function' || parent !== scope.id) continue;
    collect(changes, module, first, end, (base) => {
      if (summary.op(base) !== Op.Attribute && summary.op(base) !== Op.StoreAttribute) return -1;
      const self = summary.a(base);
      return summary.op(self) === Op.Parameter && summary.a(self) === 0 ? summary.b(base) : -1;
    });
  }
  return changes;
}

/** Adds the changes in a run of rows; `named` tells the string of a container's name, or -1. */
function collect(
  changes: Map<string, Value[]>,
  { summary }: Module,
  first: Value,
  end: Value,
  named: (base: Value) => number,
): void {
  for (let row = first; row < end; row++) {
    const op = summary.op(row);
    let base = -1;
    if (op === Op.StoreSubscript) base = summary.a(row);
    else if (op === Op.Call && summary.op(summary.a(row)) === Op.Attribute) {
      const method = summary.a(row);
      if (FILLS.test(summary.string(summary.b(method)))) base = summary.a(method);
    }
    const name = base < 0 ? -1 : named(base);
    if (name < 0) continue;
    const key = summary.string(name);
    const known = changes.get(key);
    if (known) known.push(row);
    else changes.set(key, [row]);
  }
}

/** A module's container with what its functions put into it. */
export function sharedByModule(p: Evaluator, module: Module, name: string, type: Type): Type {
  if (module.origin === 'stub' || !isContainer(type)) return type;
  const rows = p.changesIn(module).get(name) ?? [];
  return withChanges(p, type, rows, (row) => p.genericFrame(module, module.summary.scopeOf(row).id));
}

/** A container in `self` with what the methods of a class put into it. */
export function sharedByClass(
  p: Evaluator,
  symbol: ClassSymbol,
  name: string,
  type: Type,
  receiver: InstanceType | ClassType,
): Type {
  if (symbol.module.origin === 'stub' || !isContainer(type)) return type;
  const rows = p.changesOf(symbol).get(name) ?? [];
  return withChanges(p, type, rows, (row) =>
    p.methodFrame(symbol, symbol.module.summary.scopeOf(row).id, receiver),
  );
}

function withChanges(p: Evaluator, type: Type, rows: readonly Value[], frameOf: (row: Value) => Frame): Type {
  let result = type;
  for (const row of rows.slice(0, MAX_CHANGES)) {
    // Nobody knows when they are made: what was there before may still be.
    const after = changed(p, frameOf(row), result, row);
    if (after !== result) result = merged(p, result, after);
  }
  return result;
}
