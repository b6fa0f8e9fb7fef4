/** One name for one thing: where a library defines it, re-exports it, or gives it back from a call. */
import type { Calls, Pack } from './pack.ts';

/** Chains of aliases and of base classes are short; a longer one goes in a circle. */
const MAX_STEPS = 8;

export class Names {
  readonly #aliases = new Map<string, string>();
  readonly #returns = new Map<string, string>();
  readonly #attributes = new Map<string, string>();
  readonly #bases = new Map<string, string>();
  /** First parts of all names that any pack speaks of: most names in a program end here. */
  readonly #roots = new Set<string>();
  readonly #canonical = new Map<string, string>();
  readonly #resolved = new Map<string, string>();

  constructor(packs: readonly Pack[]) {
    for (const pack of packs) {
      this.#fill(this.#aliases, pack.aliases);
      this.#fill(this.#returns, pack.returns);
      this.#fill(this.#attributes, pack.attributes);
      this.#fill(this.#bases, pack.bases);
    }
  }

  /** Whether a pack says how names with this first part are related. */
  knows(name: string): boolean {
    return this.#roots.has(root(name));
  }

  /** The public name of what `name` names: `requests.sessions.Session` is `requests.Session`. */
  canonical(name: string): string {
    if (!this.knows(name)) return name;
    let known = this.#canonical.get(name);
    if (known === undefined) {
      known = this.#unalias(name);
      this.#canonical.set(name, known);
    }
    return known;
  }

  /** The plain dotted name of what an access path leads to: `redis.from_url().get` is `redis.Redis.get`. */
  resolve(path: string): string {
    let known = this.#resolved.get(path);
    if (known === undefined) {
      known = this.#walk(path);
      this.#resolved.set(path, known);
    }
    return known;
  }

  /** A name, then the same of each class that the class in front of it inherits from, as far as packs say. */
  lineage(name: string): string[] {
    const names = [name];
    for (
      let next = this.#ofBase(name);
      next !== undefined && names.length < MAX_STEPS;
      next = this.#ofBase(next)
    ) {
      names.push(next);
    }
    return names;
  }

  #ofBase(name: string): string | undefined {
    for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
      const base = this.#bases.get(name.slice(0, end));
      if (base !== undefined) return base + name.slice(end);
    }
    return undefined;
  }

  #fill(map: Map<string, string>, pairs: Readonly<Record<string, string>> = {}): void {
    for (const [from, to] of Object.entries(pairs)) {
      map.set(from, to);
      this.#roots.add(root(from));
    }
  }

  #unalias(name: string): string {
    for (let round = 0; round < MAX_STEPS; round += 1) {
      const next = this.#unaliasOnce(name);
      if (next === name) break;
      name = next;
    }
    return name;
  }

  /** Replaces the longest front of `name` that has another name. */
  #unaliasOnce(name: string): string {
    for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
      const alias = this.#aliases.get(name.slice(0, end));
      if (alias !== undefined) return alias + name.slice(end);
    }
    return name;
  }

  #walk(path: string): string {
    const steps = path.split('.');
    let place = '';
    steps.forEach((step, index) => {
      const name = step.replace(/(?:\(\)|\[\])+$/, '');
      place = this.#unalias(place === '' ? name : `${place}.${name}`);
      // What the callee itself is called stays: `X.attr` as a function is not a method of what `attr` holds.
      const isAttribute =
        name.length < step.length ? step.startsWith('[', name.length) : index < steps.length - 1;
      if (isAttribute) place = this.#held(place) ?? place;
      for (let at = name.length; at < step.length; at += 2) {
        place = step.startsWith('(', at) ? this.#called(place) : this.#called(`${place}.__getitem__`);
      }
    });
    return place;
  }

  /** What an attribute holds. A function that is named like a class (`multiprocessing.Queue`) stands for what it makes. */
  #held(place: string): string | undefined {
    const made = isClassName(lastPart(place)) ? this.#returns.get(place) : undefined;
    return this.#inherited(this.#attributes, place) ?? made;
  }

  /**
   * What calling `place` gives: a known result, an instance (named as its class), or something unknown.
   * By custom `X.from_…()` makes an X, and entering a context manager gives that manager.
   */
  #called(place: string): string {
    const result = this.#inherited(this.#returns, place);
    if (result !== undefined) return this.#unalias(result);
    const [owner, member] = split(place);
    if (isClassName(member)) return place;
    const givesItsClass = /^__(?:a?enter|a?iter)__$|^from_/.test(member) && isClassName(lastPart(owner));
    return givesItsClass ? owner : `${place}()`;
  }

  /** What `map` says of a member, of any member of its class, or of the same in a base class. */
  #inherited(map: ReadonlyMap<string, string>, place: string): string | undefined {
    for (const name of this.lineage(place)) {
      const found = map.get(name) ?? map.get(`${split(name)[0]}.*`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** The names that `calls` groups by owner. */
export function namesOf(calls: Calls): string[] {
  return Object.entries(calls).flatMap(([owner, members]) => members.map((member) => `${owner}.${member}`));
}

/** The part before the first dot. */
export function root(name: string): string {
  const dot = name.indexOf('.');
  const first = dot < 0 ? name : name.slice(0, dot);
  return first.endsWith('()') ? first.slice(0, -2) : first;
}

/** Owner and member: `a.b.c` is `a.b` and `c`. */
export function split(name: string): [owner: string, member: string] {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? ['', name] : [name.slice(0, dot), name.slice(dot + 1)];
}

function lastPart(name: string): string {
  return split(name)[1];
}

/** By Python's custom, a name with an upper-case first letter is a class. */
export function isClassName(name: string): boolean {
  return /^_*[A-Z]/.test(name);
}
