/** How coroutines share the event loop: where they hold on to it, and what they could do at once or do in a race. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import type { CoroutineFunctions } from './coroutine-functions.ts';
import { ExecutorSaturation, type Saturation } from './executor-saturation.ts';
import { FanOuts } from './fan-outs.ts';
import { type Gathering, Gatherings } from './gathered.ts';
import { type IgnoredItem, IgnoredItems } from './ignored-items.ts';
import { Independence } from './independence.ts';
import { IoReached } from './io-reached.ts';
import { PerFile } from './per-file.ts';
import { type Race, Races } from './races.ts';
import type { Reach } from './reach.ts';
import { type AwaitInLoop, IndependentAwaits, type SequentialAwaits } from './sequential-awaits.ts';
import { Suspension } from './suspension.ts';
import { type UnboundedFanOut, UnboundedFanOuts } from './unbounded-fan-outs.ts';
import { type UnsuspendedLoop, UnsuspendedLoops } from './unsuspended-loops.ts';

export class ConcurrencyFacts {
  /** `asyncio.TaskGroup` is there: Python 3.11. */
  readonly hasTaskGroup: boolean;
  readonly #unsuspended: PerFile<UnsuspendedLoop>;
  readonly #unbounded: PerFile<UnboundedFanOut>;
  readonly #saturation: PerFile<Saturation>;
  readonly #ignored: PerFile<IgnoredItem>;
  readonly #gatherings: PerFile<Gathering>;
  readonly #inRow: PerFile<SequentialAwaits>;
  readonly #inLoops: PerFile<AwaitInLoop>;
  readonly #races: PerFile<Race>;

  constructor(
    p: Evaluator,
    catalogue: Catalogue,
    reach: Reach,
    functions: CoroutineFunctions,
    modules: ReadonlyMap<string, Module>,
  ) {
    const [major, minor] = p.pythonVersion;
    this.hasTaskGroup = major > 3 || minor >= 11;
    const suspension = new Suspension(p, functions);
    const unsuspended = new UnsuspendedLoops(p, suspension, reach);
    this.#unsuspended = new PerFile(modules, (module) => unsuspended.in(module));
    const fanOuts = new FanOuts(p);
    const io = new IoReached(p, catalogue, reach);
    const unbounded = new UnboundedFanOuts(p, fanOuts, io);
    this.#unbounded = new PerFile(modules, (module) => unbounded.in(module));
    const saturation = new ExecutorSaturation(p, catalogue, fanOuts, unbounded);
    this.#saturation = new PerFile(modules, (module) => saturation.in(module));
    const ignored = new IgnoredItems(p, fanOuts);
    this.#ignored = new PerFile(modules, (module) => ignored.in(module));
    const gathered = new Gatherings(p, fanOuts, modules);
    this.#gatherings = new PerFile(modules, (module) => gathered.in(module));
    const independent = new IndependentAwaits(p, new Independence(p, io, reach), suspension);
    this.#inRow = new PerFile(modules, (module) => independent.inRow(module));
    this.#inLoops = new PerFile(modules, (module) => independent.inLoops(module));
    const races = new Races(p, suspension);
    this.#races = new PerFile(modules, (module) => races.in(module));
  }

  /** Endless loops that may go round without letting another task run. */
  unsuspendedLoops(path: string): readonly UnsuspendedLoop[] {
    return this.#unsuspended.of(path);
  }

  /** Fan-outs over as many items as there happen to be, with input or output for each. */
  unboundedFanOuts(path: string): readonly UnboundedFanOut[] {
    return this.#unbounded.of(path);
  }

  /** Fan-outs that take a thread for each of as many items as there happen to be. */
  saturations(path: string): readonly Saturation[] {
    return this.#saturation.of(path);
  }

  /** Fan-outs that do the same for every item. */
  ignoredItems(path: string): readonly IgnoredItem[] {
    return this.#ignored.of(path);
  }

  /** The awaited calls of `gather`. */
  gatherings(path: string): readonly Gathering[] {
    return this.#gatherings.of(path);
  }

  /** Awaits in a row of which none needs what another gives. */
  sequentialAwaits(path: string): readonly SequentialAwaits[] {
    return this.#inRow.of(path);
  }

  /** Awaits in loops of which no turn needs what another gives. */
  awaitsInLoops(path: string): readonly AwaitInLoop[] {
    return this.#inLoops.of(path);
  }

  /** State that is looked at before an await and changed behind it. */
  races(path: string): readonly Race[] {
    return this.#races.of(path);
  }
}
