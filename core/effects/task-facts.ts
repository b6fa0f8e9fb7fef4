/** What goes wrong between tasks: those that are lost, those that cannot be cancelled, and what they wait for. */
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { type BusyWait, busyWaits } from './busy-waits.ts';
import { type DanglingTask, danglingTasks } from './dangling-tasks.ts';
import { type LockOverAwait, locksOverAwaits } from './locks-over-awaits.ts';
import { PerFile } from './per-file.ts';
import { type SwallowedCancellation, swallowedCancellations } from './swallowed-cancellations.ts';
import { type ThreadPrimitive, threadPrimitives } from './thread-primitives.ts';

export class TaskFacts {
  readonly #dangling: PerFile<DanglingTask>;
  readonly #locks: PerFile<LockOverAwait>;
  readonly #busy: PerFile<BusyWait>;
  readonly #primitives: PerFile<ThreadPrimitive>;
  readonly #swallowed: PerFile<SwallowedCancellation>;

  constructor(p: Evaluator, modules: ReadonlyMap<string, Module>) {
    this.#dangling = new PerFile(modules, (module) => danglingTasks(p, module));
    this.#locks = new PerFile(modules, (module) => locksOverAwaits(p, module));
    this.#busy = new PerFile(modules, (module) => busyWaits(p, module));
    this.#primitives = new PerFile(modules, (module) =>
      threadPrimitives(p, this.#busy.of(module.path), module),
    );
    this.#swallowed = new PerFile(modules, (module) => swallowedCancellations(p, module));
  }

  /** Tasks that nobody keeps. */
  dangling(path: string): readonly DanglingTask[] {
    return this.#dangling.of(path);
  }

  /** Locks of threads that are held while other tasks run. */
  locksOverAwaits(path: string): readonly LockOverAwait[] {
    return this.#locks.of(path);
  }

  /** Loops that sleep until something has happened. */
  busyWaits(path: string): readonly BusyWait[] {
    return this.#busy.of(path);
  }

  /** Events and queues of threads that a coroutine makes for itself. */
  threadPrimitives(path: string): readonly ThreadPrimitive[] {
    return this.#primitives.of(path);
  }

  /** Handlers that end a cancellation. */
  swallowedCancellations(path: string): readonly SwallowedCancellation[] {
    return this.#swallowed.of(path);
  }
}
