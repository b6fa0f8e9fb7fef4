/** Where async or sync was chosen, and the code tells that the other, or something else, would suit it better. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import type { BlockingCall } from './facts.ts';
import { Ceremonies, type Ceremony } from './ceremony.ts';
import { type LowOffload, lowOffloads } from './low-offloads.ts';
import { type NeedlessAsync, needlessAsync } from './needless-async.ts';
import { Overrides } from './overrides.ts';
import { PerFile } from './per-file.ts';
import { Pools, type ProcessMisuse, type WrongPool } from './pools.ts';
import type { Reach } from './reach.ts';
import { References } from './function-references.ts';
import { type SequentialLoop, sequentialLoops } from './sequential-loops.ts';
import { type SyncCallee, syncCallees } from './sync-callees.ts';
import { Triviality } from './triviality.ts';
import { type TrivialOffload, trivialOffloads } from './trivial-offloads.ts';
import type { Verdicts } from './verdict.ts';
import { type SupersededImport, supersededImports } from './superseded-imports.ts';
import { type SyncImport, syncImports } from './sync-imports.ts';

export class DesignFacts {
  readonly #superseded: PerFile<SupersededImport>;
  readonly #syncImports: PerFile<SyncImport>;
  readonly #needlessAsync: PerFile<NeedlessAsync>;
  readonly #syncCallees: PerFile<SyncCallee>;
  readonly #trivialOffloads: PerFile<TrivialOffload>;
  readonly #lowOffloads: PerFile<LowOffload>;
  readonly #wrongPools: PerFile<WrongPool>;
  readonly #processMisuses: PerFile<ProcessMisuse>;
  readonly #ceremonies: PerFile<Ceremony>;
  readonly #sequentialLoops: PerFile<SequentialLoop>;

  /** `blockingCalls` tells what blocks in a file's code on the loop, `rootsOf` which functions of a module that is. */
  constructor(
    p: Evaluator,
    catalogue: Catalogue,
    reach: Reach,
    verdicts: Verdicts,
    modules: ReadonlyMap<string, Module>,
    rootsOf: (module: Module) => readonly Frame[],
    blockingCalls: (path: string) => readonly BlockingCall[],
  ) {
    const all = [...modules.values()];
    const references = new References(p, all);
    const overrides = new Overrides(p, all);
    const trivial = new Triviality(p, catalogue);
    const pools = new Pools(p, catalogue, reach);
    const ceremonies = new Ceremonies(p, catalogue, references);
    const perFile = <T>(look: (module: Module) => readonly T[]) => new PerFile(modules, look);
    this.#superseded = perFile((module) => supersededImports(p, catalogue, module, all));
    this.#syncImports = perFile((module) => syncImports(module, blockingCalls(module.path)));
    this.#needlessAsync = perFile((module) => needlessAsync(p, overrides, references, verdicts, module));
    this.#syncCallees = perFile((module) => syncCallees(p, overrides, references, reach, module));
    this.#trivialOffloads = perFile((module) => trivialOffloads(p, catalogue, trivial, module));
    this.#lowOffloads = perFile((module) => lowOffloads(p, catalogue, module));
    this.#wrongPools = perFile((module) => pools.wrongIn(module));
    this.#processMisuses = perFile((module) => pools.misusesIn(module, rootsOf(module)));
    this.#ceremonies = perFile((module) => ceremonies.in(module));
    this.#sequentialLoops = perFile((module) => sequentialLoops(p, reach, module, rootsOf(module)));
  }

  /** Imports of libraries that something else has taken the place of. */
  superseded(path: string): readonly SupersededImport[] {
    return this.#superseded.of(path);
  }

  /** Imports of sync libraries that are called on the loop, and for which there are async ones. */
  syncImports(path: string): readonly SyncImport[] {
    return this.#syncImports.of(path);
  }

  /** Coroutine functions that never wait, and that nobody needs to be async. */
  needlessAsync(path: string): readonly NeedlessAsync[] {
    return this.#needlessAsync.of(path);
  }

  /** Sync functions that block, that only coroutines call, and that could await instead. */
  syncCallees(path: string): readonly SyncCallee[] {
    return this.#syncCallees.of(path);
  }

  /** Offloads of what is done at once. */
  trivialOffloads(path: string): readonly TrivialOffload[] {
    return this.#trivialOffloads.of(path);
  }

  /** Hops to a thread that could be one. */
  lowOffloads(path: string): readonly LowOffload[] {
    return this.#lowOffloads.of(path);
  }

  /** Work in threads that belongs into processes, or on a loop. */
  wrongPools(path: string): readonly WrongPool[] {
    return this.#wrongPools.of(path);
  }

  /** What is sent to processes and cannot go, and pools of them that are made for each call. */
  processMisuses(path: string): readonly ProcessMisuse[] {
    return this.#processMisuses.of(path);
  }

  /** Loops that are started for a single call. */
  ceremonies(path: string): readonly Ceremony[] {
    return this.#ceremonies.of(path);
  }

  /** Loops of sync code that wait for the network turn by turn. */
  sequentialLoops(path: string): readonly SequentialLoop[] {
    return this.#sequentialLoops.of(path);
  }
}
