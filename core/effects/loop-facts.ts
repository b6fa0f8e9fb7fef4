/** Where event loops are started, and where they should not be. */
import type { Span } from '../model/span.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { LoopStarts, patches } from './loop-starts.ts';
import { type NestedLoop, NestedLoops } from './nested-loops.ts';
import { PerFile } from './per-file.ts';
import type { Reach } from './reach.ts';

/** A place, and the function around it. */
export interface Place {
  readonly span: Span;
  readonly function: string;
}

export class LoopFacts {
  readonly #modules: ReadonlyMap<string, Module>;
  readonly #nested: PerFile<NestedLoop>;
  readonly #inNotebook: PerFile<NestedLoop>;
  readonly #patches: PerFile<Place>;
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
    const loops = new NestedLoops(p, new LoopStarts(p), reach);
    this.#nested = new PerFile(modules, (module) => this.#unpatched(loops, rootsOf(module)));
    this.#inNotebook = new PerFile(modules, (module) =>
      module.summary.data.cells.length > 0 ? this.#unpatched(loops, [p.moduleFrame(module)]) : [],
    );
    this.#patches = new PerFile(modules, (module) =>
      patches(p, module).map(({ frame, call }) => ({
        span: module.summary.span(call),
        function: frame.scope.qualname,
      })),
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
  patches(path: string): readonly Place[] {
    return this.#patches.of(path);
  }

  /** What is left where loops may be patched to nest: everywhere by an import, or on the way by a function. */
  #unpatched(loops: NestedLoops, roots: readonly Frame[]): readonly NestedLoop[] {
    this.#patched ??= new Set([...this.#modules.keys()].filter((path) => this.patches(path).length > 0));
    const patched = this.#patched;
    if ([...patched].some((path) => this.patches(path).some(({ function: name }) => name === ''))) return [];
    return loops.behind(roots).filter(({ chain }) => !chain.some(({ path = '' }) => patched.has(path)));
  }
}
