/** Which value each local name holds at the current point, through branches, loops and `try`. */
import type { Value } from '../../model/summary.ts';

const NOTHING: ReadonlyMap<string, Value> = new Map();

/** Stands for a path of which nothing is known: it is what its object says. */
export const FORGOTTEN: Value = -1;

/**
 * Names bound since the flow forked from `base`, and paths (`self.x`) of which more is known than their object says. A fork costs nothing, and where forks meet again only the names
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
    const own = this.#changes?.get(name);
    return own !== undefined || !this.base ? own : this.base.get(name);
  }

  set(name: string, value: Value): void {
    this.#changes ??= new Map();
    this.#changes.set(name, value);
  }

  /** What changed between `ancestor` and here. */
  since(ancestor: Environment): ReadonlyMap<string, Value> {
    if (this.base === ancestor || !this.base) return this.changes;
    if (!this.#changes) return this.base.since(ancestor);
    const before = this.base.since(ancestor);
    return before.size > 0 ? new Map([...before, ...this.#changes]) : this.#changes;
  }

  /**
   * Joins flows that forked from here. `choose` makes the value that stands for any of several; `widen` takes back
   * what a test told of one. With no flow left, nothing behind this point is reached.
   */
  join(
    flows: readonly ReadonlyMap<string, Value>[],
    choose: (values: Value[]) => Value,
    widen: (value: Value) => Value,
  ): void {
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
      const ends = flows.map((flow) => flow.get(name) ?? before);
      const value = name.includes('.') && ends.some(isForgotten) ? FORGOTTEN : oneOf(ends, choose, widen);
      if (value !== before && !(value === FORGOTTEN && before === undefined)) this.set(name, value);
    }
  }
}

function isForgotten(value: Value | undefined): boolean {
  return value === undefined || value === FORGOTTEN;
}

function oneOf(
  ends: readonly (Value | undefined)[],
  choose: (values: Value[]) => Value,
  widen: (value: Value) => Value,
): Value {
  const values = new Set(ends.filter((value) => value !== undefined));
  const [only, ...more] = values;
  if (only !== undefined && more.length === 0) return only;
  // Where the sides of a test meet, what it told is no longer of use.
  const [wide, ...others] = new Set([...values].map(widen));
  return wide !== undefined && others.length === 0 ? wide : choose([...values]);
}
