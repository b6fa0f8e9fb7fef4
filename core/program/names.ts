/** Where a name leads: through scopes, imports, re-exports and star imports to the values that define it. */
import { type FileSummary, Op, RegionKind, type ScopeId, type Value } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import type { Module, Namespace } from './modules.ts';

/** A value and the frame to evaluate it in. */
export interface Located {
  readonly frame: Frame;
  readonly value: Value;
}

/** The definitions that `name` may mean, searched from a scope outwards. */
export function lookup(p: Evaluator, frame: Frame, name: string, scopeId: ScopeId): readonly Located[] {
  let at: Frame | undefined = frame;
  while (at && at.scope.id !== scopeId) at = at.parent;
  if (!at) {
    // The head of a generic function names its own type parameters before it has a frame.
    const binds = frame.module.summary.names(scopeId).get(name);
    if (binds) return locate(p, frame, binds);
    at = frame;
  }
  for (let first = true; at; at = at.parent, first = false) {
    if (!first && at.scope.kind === 'class') continue;
    const binds = at.module.summary.names(at.scope.id).get(name);
    if (binds) return locate(p, at, binds);
  }
  const starred = throughStars(p, frame.module, name, new Set());
  if (starred.length > 0) return starred;
  const builtins = p.modules.stub('builtins');
  if (!builtins || builtins === frame.module) return [];
  return exported(p, builtins, name);
}

/** What module `module` defines as `name`; nothing when it does not. */
export function exported(
  p: Evaluator,
  module: Module,
  name: string,
  seen = new Set<Module>(),
): readonly Located[] {
  const binds = module.summary.names(0).get(name);
  if (binds) return locate(p, p.moduleFrame(module), binds);
  return throughStars(p, module, name, seen);
}

/**
 * The bindings that may hold: back from the last one to one that is always made. Bindings from other scopes
 * (`global`) add to them.
 */
function locate(p: Evaluator, frame: Frame, binds: readonly Value[]): readonly Located[] {
  const { summary } = frame.module;
  const { first, end } = frame.scope;
  const found: Located[] = [];
  let settled = false;
  for (let i = binds.length - 1; i >= 0; i--) {
    const bind = binds[i] as Value;
    const value = summary.a(bind);
    if (bind < first || bind >= end) {
      const scope = summary.scopeOf(bind);
      found.push({
        frame: scope.id === frame.scope.id ? frame : p.genericFrame(frame.module, scope.id),
        value,
      });
      continue;
    }
    if (settled) continue;
    const kind = p.liveRegion(frame, summary.region(bind));
    if (kind === undefined) continue;
    // Of several overloads one stands for all: the call chooses.
    if (found.length === 0 || !isOverload(p, frame, value)) found.push({ frame, value });
    settled = kind === RegionKind.Body;
  }
  return found;
}

function isOverload(p: Evaluator, frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  if (summary.op(value) !== Op.Function) return false;
  if (summary.scope(summary.a(value)).decorators.length === 0) return false;
  return p.functionAt(frame, summary.a(value)).modifiers.isOverload;
}

function throughStars(p: Evaluator, module: Module, name: string, seen: Set<Module>): readonly Located[] {
  if (seen.has(module) || name.startsWith('__')) return [];
  seen.add(module);
  for (const entry of module.summary.starImports.toReversed()) {
    const source = p.modules.resolve(module, entry.level, entry.module);
    if (source?.kind !== 'module' || !showsToStars(source.summary, name)) continue;
    const found = exported(p, source, name, seen);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether `from module import *` brings a name: by `__all__` where that can be read, else by its underscore. */
function showsToStars(summary: FileSummary, name: string): boolean {
  const listed = listedNames(summary);
  return listed ? listed.has(name) : !name.startsWith('_');
}

const LISTED = new WeakMap<FileSummary, ReadonlySet<string> | undefined>();

function listedNames(summary: FileSummary): ReadonlySet<string> | undefined {
  if (!LISTED.has(summary)) LISTED.set(summary, readListedNames(summary));
  return LISTED.get(summary);
}

/** The strings of `__all__`, when it is made of nothing else. */
function readListedNames(summary: FileSummary): ReadonlySet<string> | undefined {
  const binds = summary.names(0).get('__all__');
  const names = new Set<string>();
  // Where branches add to the list, the values so far are met on each of the ways to it.
  const seen = new Set<Value>();
  const readAll = (value: Value): boolean => {
    if (seen.has(value)) return true;
    seen.add(value);
    const op = summary.op(value);
    if (op === Op.Binary) return readAll(summary.a(value)) && readAll(summary.b(value));
    if (op === Op.Annotated) return readAll(summary.a(value));
    if (op === Op.Choice) return [...summary.list(summary.a(value))].every(readAll);
    if (op !== Op.Display) return false;
    return [...summary.list(summary.a(value))].every((item) => {
      if (summary.op(item) !== Op.Literal || summary.b(item) < 0) return false;
      names.add(summary.string(summary.b(item)));
      return true;
    });
  };
  return binds?.every((bind) => readAll(summary.a(bind))) ? names : undefined;
}

/** What an `Import` operation brings in: a module, a definition, or the path of something that could not be read. */
export type Imported =
  | { readonly kind: 'module'; readonly module: Module | Namespace }
  | { readonly kind: 'definitions'; readonly located: readonly Located[]; readonly path: string }
  | { readonly kind: 'external'; readonly path: string }
  | undefined;

export function imported(p: Evaluator, module: Module, index: number): Imported {
  const entry = module.summary.data.imports[index];
  if (!entry) return undefined;
  const { level, module: name } = entry;
  if (entry.name === undefined) {
    const wanted = entry.bindsRoot ? (name.split('.', 1)[0] ?? name) : name;
    const found = p.modules.resolve(module, 0, wanted);
    return found ? { kind: 'module', module: found } : { kind: 'external', path: wanted };
  }
  const source = p.modules.resolve(module, level, name);
  if (!source) return level === 0 ? { kind: 'external', path: `${name}.${entry.name}` } : undefined;
  return memberOf(p, source, entry.name, module);
}

/** A name of a module: what it defines, else a submodule. */
export function memberOf(p: Evaluator, source: Module | Namespace, name: string, asking?: Module): Imported {
  if (source.kind === 'module' && source !== asking) {
    const located = exported(p, source, name);
    if (located.length > 0) return { kind: 'definitions', located, path: `${source.name}.${name}` };
  }
  const child = p.modules.child(source, name);
  if (child) return { kind: 'module', module: child };
  if (source.kind === 'module' && source.origin === 'workspace') return undefined;
  // A package may fill its names in at run time, and a stub may be older than the code.
  return { kind: 'external', path: `${source.name}.${name}` };
}

/**
 * The dotted path as it is written, imports followed one step: `requests.get` for `r.get` under `import requests as r`.
 * Undefined for anything that does not start at an import or a builtin.
 */
export function writtenPath(p: Evaluator, frame: Frame, value: Value): string | undefined {
  const { summary } = frame.module;
  switch (summary.op(value)) {
    case Op.Attribute: {
      const base = writtenPath(p, frame, summary.a(value));
      return base === undefined ? undefined : `${base}.${summary.string(summary.b(value))}`;
    }
    case Op.Import: {
      const entry = summary.data.imports[summary.a(value)];
      if (!entry || entry.level > 0) return undefined;
      if (entry.name !== undefined) return `${entry.module}.${entry.name}`;
      return entry.bindsRoot ? entry.module.split('.', 1)[0] : entry.module;
    }
    case Op.Lookup:
      return lookedUpPath(p, frame, summary.string(summary.a(value)), summary.b(value));
    case Op.Class:
    case Op.Function: {
      // A definition of a stub, used in its own module.
      const scope = summary.scope(summary.a(value));
      return frame.module.origin === 'stub' && scope.parent === 0
        ? `${frame.module.name}.${scope.name}`
        : undefined;
    }
    default:
      return undefined;
  }
}

function lookedUpPath(p: Evaluator, frame: Frame, name: string, scope: ScopeId): string | undefined {
  const [definition, ...others] = lookup(p, frame, name, scope);
  if (!definition) return p.modules.stub('builtins') ? undefined : `builtins.${name}`;
  if (others.length > 0 && definition.frame.module.origin !== 'stub') return undefined;
  const { module } = definition.frame;
  const inside = module.summary;
  if (inside.op(definition.value) === Op.Import && module === frame.module) {
    return writtenPath(p, definition.frame, definition.value);
  }
  if (module.origin === 'stub' && definition.frame.scope.kind === 'module') return `${module.name}.${name}`;
  return undefined;
}
