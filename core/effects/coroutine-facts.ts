/** Where `async` and `await` do not fit together: one question for each kind of mistake. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Frameworks } from '../knowledge/frameworks.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { type AsyncOverride, AsyncOverrides } from './async-overrides.ts';
import { type WrongAwait, wrongAwaits } from './awaits.ts';
import { ColourChecks } from './colour-checks.ts';
import type { CoroutineFunctions } from './coroutine-functions.ts';
import { type LostCoroutine, lostCoroutines } from './coroutine-values.ts';
import { Overrides } from './overrides.ts';
import { PerFile } from './per-file.ts';
import { PlainValues } from './plain-values.ts';
import { type WrongCallback, WrongCallbacks } from './wrong-callbacks.ts';
import { type WrongProtocol, WrongProtocols } from './wrong-protocols.ts';

export class CoroutineFacts {
  readonly #lost: PerFile<LostCoroutine>;
  readonly #wrongAwaits: PerFile<WrongAwait>;
  readonly #wrongCallbacks: PerFile<WrongCallback>;
  readonly #wrongProtocols: PerFile<WrongProtocol>;
  readonly #overrides: PerFile<AsyncOverride>;

  constructor(
    p: Evaluator,
    functions: CoroutineFunctions,
    catalogue: Catalogue,
    frameworks: Frameworks,
    modules: ReadonlyMap<string, Module>,
  ) {
    const all = [...modules.values()];
    const plain = new PlainValues(p, functions, new Overrides(p, all));
    this.#lost = new PerFile(modules, (module) => lostCoroutines(p, functions, module));
    this.#wrongAwaits = new PerFile(modules, (module) => wrongAwaits(p, plain, module));
    const callbacks = new WrongCallbacks(p, functions, catalogue, frameworks);
    this.#wrongCallbacks = new PerFile(modules, (module) => callbacks.in(module));
    const protocols = new WrongProtocols(p, functions);
    this.#wrongProtocols = new PerFile(modules, (module) => protocols.in(module));
    const overrides = new AsyncOverrides(p, all, functions, plain, new ColourChecks(p, all));
    this.#overrides = new PerFile(modules, (module) => overrides.in(module));
  }

  /** The coroutines that a file makes and nobody awaits, hands on, stores or returns. */
  lost(path: string): readonly LostCoroutine[] {
    return this.#lost.of(path);
  }

  /** `await` where it cannot stand, and before what cannot be awaited. */
  wrongAwaits(path: string): readonly WrongAwait[] {
    return this.#wrongAwaits.of(path);
  }

  /** Coroutine functions in the hands of somebody who does not await what they give. */
  wrongCallbacks(path: string): readonly WrongCallback[] {
    return this.#wrongCallbacks.of(path);
  }

  /** `with` and `for` without `async` where it is needed, and with it where it cannot be. */
  wrongProtocols(path: string): readonly WrongProtocol[] {
    return this.#wrongProtocols.of(path);
  }

  /** Methods that are async where the one that they override is not, and the reverse. */
  overrides(path: string): readonly AsyncOverride[] {
    return this.#overrides.of(path);
  }
}
