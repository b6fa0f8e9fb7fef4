/** Which functions of each file run on the event loop: by what the file itself says, and by what others do with them. */
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';

export class Roots {
  readonly #p: Evaluator;
  readonly #lookIn: (module: Module) => readonly Frame[];
  /** Still to be looked at. */
  readonly #waiting: Module[];
  readonly #before: Roots | undefined;
  readonly #byPath = new Map<string, Set<Frame>>();
  /** Those that another file puts on the loop, by the path of their own. */
  readonly #foreign = new Map<string, Set<string>>();

  /** `before`: of a moment at which all modules were looked at, when only some are now. */
  constructor(
    p: Evaluator,
    lookIn: (module: Module) => readonly Frame[],
    modules: readonly Module[],
    before?: Roots,
  ) {
    this.#p = p;
    this.#lookIn = lookIn;
    this.#waiting = [...modules].reverse();
    this.#before = before;
  }

  /** Looks at all that was not looked at yet, one module a step. */
  *looking(): Generator<void> {
    for (let module = this.#waiting.pop(); module; module = this.#waiting.pop()) {
      this.#look(module);
      yield;
    }
  }

  of(path: string): readonly Frame[] {
    for (const _ of this.looking());
    return [...(this.#byPath.get(path) ?? [])];
  }

  #look(module: Module): void {
    for (const frame of this.#lookIn(module)) {
      this.#add(frame);
      const { path } = frame.module;
      if (path === module.path) continue;
      const known = this.#foreign.get(path);
      if (known) known.add(frame.scope.qualname);
      else this.#foreign.set(path, new Set([frame.scope.qualname]));
    }
    for (const name of this.#before?.foreignIn(module.path) ?? []) {
      const scope = module.summary.scopes.find(({ qualname }) => qualname === name);
      if (scope) this.#add(this.#p.genericFrame(module, scope.id));
    }
  }

  #add(frame: Frame): void {
    const { path } = frame.module;
    const known = this.#byPath.get(path);
    if (known) known.add(frame);
    else this.#byPath.set(path, new Set([frame]));
  }

  /** By qualified name. */
  foreignIn(path: string): ReadonlySet<string> {
    return this.#foreign.get(path) ?? NONE;
  }
}

const NONE: ReadonlySet<string> = new Set();
