/** A table from names and patterns of names to values, in which later entries win over earlier ones. */
import { root, split } from './names.ts';

interface Glob<T> {
  readonly pattern: RegExp;
  readonly value: T;
}

export class Lookup<T> {
  readonly #exact = new Map<string, T>();
  #lasts: ReadonlySet<string> | undefined;
  readonly #globs = new Map<string, Glob<T>[]>();
  /** Those that take names with capitals too. */
  readonly #proxies = new Map<string, Glob<T>[]>();

  /** `name` may be a pattern, as pack.ts says. */
  set(name: string, value: T): void {
    const front = name.replace(/\.\*{1,3}$/, '');
    if (!front.includes('*')) {
      this.#exact.set(name, value);
      return;
    }
    this.#add(this.#globs, name, value);
    if (name.endsWith('.***')) this.#add(this.#proxies, name, value);
  }

  #add(globs: Map<string, Glob<T>[]>, name: string, value: T): void {
    const ofRoot = globs.get(root(name)) ?? [];
    ofRoot.unshift({ pattern: globPattern(name.replace(/\*\*\*$/, '*')), value });
    globs.set(root(name), ofRoot);
  }

  /** Values by the last part of the names that are no patterns; of a constructor, its class's. */
  members(): [string, T][] {
    return Array.from(this.#exact, ([name, value]) => [split(name.replace(/\.__init__$/, ''))[1], value]);
  }

  /** Names that are no patterns, and what is said of them. */
  all(): Iterable<[string, T]> {
    return this.#exact.entries();
  }

  /** Whether some name ends so. */
  hasMember(member: string): boolean {
    this.#lasts ??= new Set(this.members().map(([last]) => last));
    return this.#lasts.has(member);
  }

  /** What is said of `name` itself. */
  exact(name: string): T | undefined {
    return this.#exact.get(name);
  }

  /** What is said of any public method of its owner, of everything below some front of it, or by a pattern. */
  general(name: string): T | undefined {
    const [owner, member] = split(name);
    // Public methods start with a small letter; what starts with a capital is a class that is built there.
    if (/^[A-Z]/.test(member)) return this.#exact.get(`${owner}.***`) ?? this.#matching(name, this.#proxies);
    if (!/^[a-z]/.test(member)) return undefined;
    return (
      this.#exact.get(`${owner}.*`) ??
      this.#exact.get(`${owner}.***`) ??
      this.#below(owner) ??
      this.#matching(name, this.#globs)
    );
  }

  #matching(name: string, globs: ReadonlyMap<string, readonly Glob<T>[]>): T | undefined {
    for (const first of [root(name), '**']) {
      const glob = globs.get(first)?.find(({ pattern }) => pattern.test(name));
      if (glob) return glob.value;
    }
    return undefined;
  }

  #below(front: string): T | undefined {
    for (let end = front.length; end > 0; end = front.lastIndexOf('.', end - 1)) {
      const found = this.#exact.get(`${front.slice(0, end)}.**`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** `*` is part of one name, `**` is any number of names. */
function globPattern(glob: string): RegExp {
  const parts = glob
    .split('.')
    .map((part) => (part === '**' ? '\\w+(?:\\.\\w+)*' : part.replaceAll('*', '\\w*')));
  return new RegExp(`^${parts.join('\\.')}$`);
}
