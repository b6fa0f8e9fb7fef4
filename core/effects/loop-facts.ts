/** Where event loops are started, and where they should not be. */
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { type Bridge, Bridges } from './bridges.ts';
import { type ImportTimeLoop, importTimeLoops } from './import-time-loops.ts';
import { loopLookups } from './loop-lookups.ts';
import { LoopStarts, patches } from './loop-starts.ts';
import { type Spot, spotOf } from './named-calls.ts';
import { type NestedLoop, NestedLoops } from './nested-loops.ts';
import { PerFile } from './per-file.ts';
import type { Reach } from './reach.ts';

export class LoopFacts {
  readonly #modules: ReadonlyMap<string, Module>;
  readonly #nested: PerFile<NestedLoop>;
  readonly #inNotebook: PerFile<NestedLoop>;
  readonly #patches: PerFile<Spot>;
  readonly #lookups: PerFile<Spot>;
  readonly #atImport: PerFile<ImportTimeLoop>;
  readonly #bridges: PerFile<Bridge>;
  /** Files that patch the loop. */
  #patched: ReadonlySet<string> | undefined;

  /** `rootsOf` tells which functions of a module run on the loop. */
  constructor(
    p: Evaluator,
    reach: Reach,
    modules: ReadonlyMap<string, Module>,
    rootsOf: (module: Module) => readonly Frame[],
  ) {
    this.#modules = modules;
    const starts = new LoopStarts(p);
    const loops = new NestedLoops(p, starts, reach);
    this.#lookups = new PerFile(modules, (module) => loopLookups(p, module));
    this.#atImport = new PerFile(modules, (module) => importTimeLoops(p, starts, module));
    const bridges = new Bridges(p, starts, modules);
    this.#bridges = new PerFile(modules, (module) => bridges.in(module));
    this.#nested = new PerFile(modules, (module) => this.#unpatched(loops, rootsOf(module)));
    this.#inNotebook = new PerFile(modules, (module) =>
      module.summary.data.cells.length > 0 ? this.#unpatched(loops, [p.moduleFrame(module)]) : [],
    );
    this.#patches = new PerFile(modules, (module) =>
      patches(module, p).map(({ frame, call }) => spotOf(frame, call)),
    );
  }

  /** Loops that are started in code that runs on one, directly or behind plain functions. */
  nested(path: string): readonly NestedLoop[] {
    return this.#nested.of(path);
  }

  /** Loops that are started at the top level of a notebook, whose cells run on one. */
  inNotebook(path: string): readonly NestedLoop[] {
    return this.#inNotebook.of(path);
  }

  /** Where the loop is patched so that loops nest. */
  patches(path: string): readonly Spot[] {
    return this.#patches.of(path);
  }

  /** Coroutines that ask for the loop by a function that could also make one. */
  lookups(path: string): readonly Spot[] {
    return this.#lookups.of(path);
  }

  /** What belongs to a loop and is made before there is one. */
  atImport(path: string): readonly ImportTimeLoop[] {
    return this.#atImport.of(path);
  }

  /** Loops that plain functions start for one coroutine, away from where the program begins. */
  bridges(path: string): readonly Bridge[] {
    return this.#bridges.of(path);
  }

  /** What is left where loops may be patched to nest: everywhere by an import, or on the way by a function. */
  #unpatched(loops: NestedLoops, roots: readonly Frame[]): readonly NestedLoop[] {
    this.#patched ??= new Set([...this.#modules.keys()].filter((path) => this.patches(path).length > 0));
    const patched = this.#patched;
    if ([...patched].some((path) => this.patches(path).some(({ function: name }) => name === ''))) return [];
    return loops.behind(roots).filter(({ chain }) => !chain.some(({ path = '' }) => patched.has(path)));
  }
}
