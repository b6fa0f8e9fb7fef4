/** Which value each local name holds at the current point, through branches, loops and `try`. */
import type { Value } from '../../model/summary.ts';

const NOTHING: ReadonlyMap<string, Value> = new Map();

/**
 * Names bound since the flow forked from `base`. A fork costs nothing, and where forks meet again only the names
 * that changed are looked at, so a long module with many branches stays linear.
 */
export class Environment {
  readonly base: Environment | undefined;
  #changes: Map<string, Value> | undefined;
  /** Control flow never gets here: behind `return`, `raise`, `break`, `continue`. */
  dead = false;

  constructor(base?: Environment) {
    this.base = base;
  }

  get changes(): ReadonlyMap<string, Value> {
    return this.#changes ?? NOTHING;
  }

  get(name: string): Value | undefined {
    for (let env: Environment | undefined = this; env; env = env.base) {
      const value = env.#changes?.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  set(name: string, value: Value): void {
    this.#changes ??= new Map();
    this.#changes.set(name, value);
  }

  /** What changed between `ancestor` and here. */
  since(ancestor: Environment): ReadonlyMap<string, Value> {
    if (this.base === ancestor) return this.changes;
    const all = new Map<string, Value>();
    for (let env: Environment | undefined = this; env && env !== ancestor; env = env.base) {
      for (const [name, value] of env.changes) if (!all.has(name)) all.set(name, value);
    }
    return all;
  }

  /**
   * Joins flows that forked from here. `choose` makes the value that stands for any of several.
   * With no flow left, nothing behind this point is reached.
   */
  join(flows: readonly ReadonlyMap<string, Value>[], choose: (values: Value[]) => Value): void {
    const [first] = flows;
    if (!first) {
      this.dead = true;
      return;
    }
    if (flows.length === 1) {
      for (const [name, value] of first) this.set(name, value);
      return;
    }
    const names = new Set<string>();
    for (const flow of flows) for (const name of flow.keys()) names.add(name);
    for (const name of names) {
      const before = this.get(name);
      const values = new Set<Value>();
      for (const flow of flows) {
        const value = flow.get(name) ?? before;
        if (value !== undefined) values.add(value);
      }
      const [only] = values;
      if (values.size === 1 && only !== undefined) this.set(name, only);
      else if (values.size > 1) this.set(name, choose([...values]));
    }
  }
}
