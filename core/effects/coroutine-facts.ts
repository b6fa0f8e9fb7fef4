/** Where `async` and `await` do not fit together: one question for each kind of mistake. */
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { type WrongAwait, wrongAwaits } from './awaits.ts';
import { CoroutineFunctions } from './coroutine-functions.ts';
import { type LostCoroutine, lostCoroutines } from './coroutine-values.ts';
import { Overrides } from './overrides.ts';
import { PerFile } from './per-file.ts';
import { PlainValues } from './plain-values.ts';

export class CoroutineFacts {
  readonly #lost: PerFile<LostCoroutine>;
  readonly #wrongAwaits: PerFile<WrongAwait>;

  constructor(p: Evaluator, modules: ReadonlyMap<string, Module>) {
    const functions = new CoroutineFunctions(p);
    const plain = new PlainValues(p, functions, new Overrides(p, [...modules.values()]));
    this.#lost = new PerFile(modules, (module) => lostCoroutines(p, functions, module));
    this.#wrongAwaits = new PerFile(modules, (module) => wrongAwaits(p, plain, module));
  }

  /** The coroutines that a file makes and nobody awaits, hands on, stores or returns. */
  lost(path: string): readonly LostCoroutine[] {
    return this.#lost.of(path);
  }

  /** `await` where it cannot stand, and before what cannot be awaited. */
  wrongAwaits(path: string): readonly WrongAwait[] {
    return this.#wrongAwaits.of(path);
  }
}
