/** Where work begins in a program, what it does, and who else calls the functions that it runs through. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Frameworks } from '../knowledge/frameworks.ts';
import { Op, RegionKind, type Value } from '../model/summary.ts';
import { NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { lastName } from './callee-names.ts';
import { declaredCommand, type EntryPoint, entryPoints } from './entry-points.ts';
import { OwnDecorators } from './own-decorators.ts';
import type { Reach } from './reach.ts';
import { type Root, type Work, Works } from './work.ts';

export type { EntryPoint, Root, Work };

export class WorkflowFacts {
  readonly #p: Evaluator;
  readonly #frameworks: Frameworks;
  readonly #modules: readonly Module[];
  readonly #works: Works;
  #callSites: ReadonlyMap<string, readonly Site[]> | undefined;

  constructor(
    p: Evaluator,
    catalogue: Catalogue,
    frameworks: Frameworks,
    modules: readonly Module[],
    reach: Reach,
  ) {
    this.#p = p;
    this.#frameworks = frameworks;
    this.#modules = modules;
    this.#works = new Works(p, catalogue, reach);
  }

  /** `commands` are the functions that metadata names. */
  entryPoints(commands: readonly string[]): EntryPoint[] {
    const own = new OwnDecorators(this.#p, this.#frameworks);
    const found = this.#modules
      .flatMap((module) => entryPoints(this.#p, this.#frameworks, own, module))
      .map((point): EntryPoint => (own.standsForOthers(point.written) ? { ...point, how: 'group' } : point));
    const known = new Set(found.map(({ written }) => written.scope));
    const declared = commands.flatMap((command) => declaredCommand(this.#p, this.#modules, command) ?? []);
    return [...found, ...declared.filter(({ written }) => !known.has(written.scope))];
  }

  work(roots: readonly Root[]): Work {
    return this.#works.from(roots);
  }

  /** Functions that go round a loop of independent calls, and that run in none of the functions given. */
  batches(known: ReadonlySet<Frame>, isMeant: (module: Module) => boolean): EntryPoint[] {
    const scopes = new Set(Array.from(known, ({ scope }) => scope));
    return this.#modules.filter(isMeant).flatMap((module) =>
      module.summary.scopes.flatMap((scope): EntryPoint[] => {
        if (scope.kind !== 'function' || scopes.has(scope) || !hasLoop(module, scope.first, scope.end))
          return [];
        const frame = this.#p.genericFrame(module, scope.id);
        if (!this.#works.hasIndependentLoop(frame)) return [];
        return [{ frame, written: frame, how: 'batch', registrations: [], isMeant: () => true }];
      }),
    );
  }

  /** Functions of the program that call one of these, and are none of them. */
  callersOf(frames: ReadonlySet<Frame>): Frame[] {
    const meant = new Set(Array.from(frames, ({ scope }) => scope));
    const names = new Set(Array.from(meant, ({ name }) => name));
    const found = new Set<Frame>();
    for (const name of names) {
      for (const { module, scope, callee } of this.#sites().get(name) ?? []) {
        const frame = this.#p.genericFrame(module, scope);
        if (meant.has(frame.scope) || found.has(frame)) continue;
        const targets = this.#p.callTargets(this.#p.typeOf(frame, callee), NO_ARGUMENTS);
        if (targets.some((target) => target.frame && meant.has(target.frame.scope))) found.add(frame);
      }
    }
    return [...found];
  }

  /** All calls by the last part of what is called. */
  #sites(): ReadonlyMap<string, readonly Site[]> {
    if (this.#callSites) return this.#callSites;
    const sites = new Map<string, Site[]>();
    for (const module of this.#modules) {
      for (const { id, first, end } of module.summary.scopes) {
        for (let row = first; row < end; row++) {
          if (module.summary.op(row) !== Op.Call) continue;
          const callee = module.summary.a(row);
          const name = lastName({ module }, callee);
          const known = sites.get(name);
          if (known) known.push({ module, scope: id, callee });
          else sites.set(name, [{ module, scope: id, callee }]);
        }
      }
    }
    return (this.#callSites = sites);
  }
}

interface Site {
  readonly module: Module;
  readonly scope: number;
  readonly callee: Value;
}

const LOOPS: ReadonlySet<RegionKind> = new Set([
  RegionKind.For,
  RegionKind.Comprehension,
  RegionKind.Generator,
]);

/** A call stands in a loop: a sieve before anything is resolved. */
function hasLoop({ summary }: Module, first: Value, end: Value): boolean {
  for (let row = first; row < end; row++) {
    if (summary.op(row) !== Op.Call) continue;
    for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) {
      if (LOOPS.has(summary.regionKind(at))) return true;
    }
  }
  return false;
}
