/** Our call graph of a snippet of PyCG's micro-benchmark, in PyCG's words, against the one that it expects. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteKind } from '../../core/program/call-sites.ts';
import type { Scope } from '../../core/model/summary.ts';
import type { CallTarget } from '../../core/program/calls.ts';
import { Evaluator } from '../../core/program/evaluator.ts';
import type { Frame } from '../../core/program/frame.ts';
import { type Module, Modules } from '../../core/program/modules.ts';
import { type Reached, reachedFrom } from '../../core/program/reached.ts';
import { python } from '../../core/python/front-end.ts';
import { Sources } from '../../core/service/sources.ts';
import { type ReadStub, StubSource } from '../../core/service/stubs.ts';
import { nodeFileSystem } from '../../disk/file-system.ts';

/** Calls, each as `caller -> callee`. */
export interface Comparison {
  readonly found: readonly string[];
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
}

export function compareSnippet(folder: string, stubs: ReadStub): Comparison {
  const expected = expectedEdges(folder);
  const actual = actualEdges(folder, stubs);
  return {
    found: [...expected].filter((edge) => actual.has(edge)),
    missing: [...expected].filter((edge) => !actual.has(edge)),
    surplus: [...actual].filter((edge) => !expected.has(edge)),
  };
}

function expectedEdges(folder: string): Set<string> {
  const graph = JSON.parse(readFileSync(join(folder, 'callgraph.json'), 'utf8')) as Record<string, string[]>;
  return new Set(
    Object.entries(graph).flatMap(([caller, callees]) => callees.map((callee) => `${caller} -> ${callee}`)),
  );
}

function actualEdges(folder: string, stubs: ReadStub): Set<string> {
  const sources = new Sources(nodeFileSystem, python);
  const stubSource = new StubSource(stubs, python);
  const modules = new Modules({
    files: nodeFileSystem,
    root: folder,
    packageFolders: [],
    summary: (path) => sources.summary(path),
    stub: (name) => stubSource.summary(name),
  });
  const own = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .flatMap((path) => modules.at(join(folder, path)) ?? []);
  const p = new Evaluator(modules, () => own);
  const edges = new Set<string>();
  for (const { frame, sites } of everythingReached(p, own)) {
    const caller = nameOfFrame(frame);
    for (const { kind, targets } of sites) {
      for (const target of targets) {
        const callee = nameOfTarget(target, kind, own);
        if (callee !== undefined) edges.add(`${caller} -> ${callee}`);
      }
    }
  }
  return edges;
}

/** What runs when the modules are imported, each function as it is called; then the functions that nobody calls. */
function* everythingReached(p: Evaluator, own: readonly Module[]): Generator<Reached> {
  const seen = new Set<Scope>();
  const bodies = own.flatMap((module) =>
    module.summary.scopes
      .filter(({ kind }) => kind === 'module' || kind === 'class')
      .map(({ id }) => p.genericFrame(module, id)),
  );
  for (const reached of reachedFrom(p, bodies, () => true)) {
    seen.add(reached.frame.scope);
    yield reached;
  }
  const uncalled = own.flatMap((module) =>
    module.summary.scopes.filter((scope) => !seen.has(scope)).map(({ id }) => p.genericFrame(module, id)),
  );
  yield* reachedFrom(p, uncalled, ({ scope }) => !seen.has(scope));
}

/** `main`, `main.A.method`, `main.func.<lambda1>`. A class body is part of the code around it. */
function nameOfFrame(frame: Frame): string {
  const { module, scope } = frame;
  if (scope.kind === 'class') return frame.parent ? nameOfFrame(frame.parent) : module.name;
  if (scope.kind !== 'lambda') return scope.qualname ? `${module.name}.${scope.qualname}` : module.name;
  const siblings = module.summary.scopes.filter(
    ({ kind, parent }) => kind === 'lambda' && parent === scope.parent,
  );
  const around = module.summary.scope(scope.parent).qualname;
  const number = siblings.findIndex(({ id }) => id === scope.id) + 1;
  return `${module.name}${around && '.'}${around}.<lambda${String(number)}>`;
}

/**
 * Nothing for what the benchmark does not count: a class beside its `__init__`, and what the standard library does
 * by itself where it is iterated or entered.
 */
function nameOfTarget(
  { frame, names }: CallTarget,
  kind: SiteKind,
  own: readonly Module[],
): string | undefined {
  if (frame) return nameOfFrame(frame);
  const isOwn = (name: string) => own.some((module) => name.startsWith(`${module.name}.`));
  const [first] = names;
  if (first === undefined) return undefined;
  if (isOwn(first)) {
    // A class whose constructor is that of a base which is not there.
    const last = names.at(-1) ?? first;
    return isOwn(last) || last.startsWith('builtins.') ? undefined : `${last}.__init__`;
  }
  const name = first;
  const builtin = /^builtins\.(\w+)(?:\.(\w+))?$/.exec(name);
  const isImplicit = /\.__(iter|next|enter|exit)__$/.test(name) || kind === 'raise';
  if (isImplicit && /^(builtins|typing)\./.test(name)) return undefined;
  if (builtin?.[1] === undefined) return name.replaceAll('()', '');
  if (builtin[2] === undefined) return `<builtin>.${builtin[1]}`;
  const type = builtin[1].charAt(0).toUpperCase() + builtin[1].slice(1);
  return `<**Py${type}**>.${builtin[2]}`;
}
