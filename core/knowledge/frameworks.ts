/** Where frameworks run the functions that they are given, by the version that is installed. */
import { packs } from './data/index.ts';
import { Lookup } from './lookup.ts';
import { Names, namesOf } from './names.ts';
import type { OwnPacks, Pack, Place, Pool, RegisterGroup } from './pack.ts';
import { satisfies } from './versions.ts';

/** What becomes of one function that a framework knows. */
export interface Registration {
  readonly framework: string;
  /** What the function is to the framework: `endpoint`, `dependency`, `tool`. */
  readonly role: string;
  readonly sync: Place;
  readonly async: Place;
  /** The pool of worker threads in which a sync function takes its place. */
  readonly pool: (Pool & { readonly name: string }) | undefined;
  /** A decorator on a class means these of its methods. */
  readonly methods: readonly string[];
  /** Members of what a decorator makes of the function that register others as it was registered. */
  readonly takesIn: readonly string[];
  /** Callees of which the program must call one for this to hold; empty when it holds in any case. */
  readonly drivenBy: readonly string[];
  /** The keyword argument that would say where a sync function runs, where the registration leaves it out. */
  readonly unsaid: string | undefined;
  readonly advice: string | undefined;
  readonly source: string;
  /** It hangs on the installed version, which is not known. */
  readonly assumed: boolean;
}

/** The literal text of a keyword argument of the registration, where it has one. */
export type Keyword = (param: string) => string | undefined;

/** The version of a distribution that is installed, where that is known. */
export type Installed = (distribution: string) => string | undefined;

interface Entry {
  readonly pack: Pack;
  readonly group: RegisterGroup;
}

const NO_KEYWORD: Keyword = () => undefined;

export class Frameworks {
  readonly #names: Names;
  readonly #installed: Installed;
  readonly #entries = new Map<RegisterGroup['via'], Lookup<Entry[]>>();
  #registrars: ReadonlyMap<string, readonly Entry[]> | undefined;
  #onLoop: ReadonlyMap<string, readonly Entry[]> | undefined;
  #takesIn: ReadonlySet<string> | undefined;

  constructor(installed: Installed, own: OwnPacks = [], shipped: readonly Pack[] = packs) {
    const all = [...shipped, ...own.toReversed().flat()];
    this.#names = new Names(all);
    this.#installed = installed;
    for (const via of ['decorator', 'argument', 'base-method', 'name'] as const) {
      this.#entries.set(via, gather(all, via));
    }
  }

  /** For a function or class decorated with what goes by `names`, most specific first. */
  decorator(names: readonly string[], keyword: Keyword = NO_KEYWORD): Registration | undefined {
    for (const name of names) {
      const found = this.#choose('decorator', this.#names.resolve(name), () => true, keyword);
      if (found) return found;
    }
    return undefined;
  }

  /** For a function that is an argument, by position (`self` not counted) or keyword, of a call to `names`. */
  argument(
    names: readonly string[],
    place: number | string,
    keyword: Keyword = NO_KEYWORD,
  ): Registration | undefined {
    for (const name of names) {
      const callee = this.#names.resolve(name).replace(/\.__init__$/, '');
      const found = this.#choose('argument', callee, ({ group }) => takes(group, place), keyword);
      if (found) return found;
    }
    return undefined;
  }

  /** For a method of a class that inherits from `bases`, nearest first. */
  method(bases: readonly string[], method: string): Registration | undefined {
    for (const base of bases) {
      const found = this.#choose(
        'base-method',
        `${this.#names.canonical(base)}.${method}`,
        () => true,
        NO_KEYWORD,
      );
      if (found) return found;
    }
    return undefined;
  }

  /** Whether a callee with this last name may put an argument on the loop: a sieve, before anything is resolved. */
  mayRunOnLoop(member: string, place: number | string): boolean {
    this.#onLoop ??= this.#byMember(
      ({ group }) => group.sync === 'loop' || group.options?.some(({ sync }) => sync === 'loop') === true,
    );
    return this.#onLoop.get(member)?.some(({ group }) => takes(group, place)) ?? false;
  }

  /** Whether a callee with this last name may make an argument known to a framework. */
  mayTake(member: string, place: number | string): boolean {
    this.#registrars ??= this.#byMember(() => true);
    return this.#registrars.get(member)?.some(({ group }) => takes(group, place)) ?? false;
  }

  /** Whether a registered function may take in others by a member of this name: a sieve as well. */
  mayTakeIn(member: string): boolean {
    this.#takesIn ??= new Set(
      Array.from(this.#entries.get('decorator')?.members() ?? [], ([, entries]) => entries)
        .flat()
        .flatMap(({ group }) => group.takesIn ?? []),
    );
    return this.#takesIn.has(member);
  }

  #byMember(fits: (entry: Entry) => boolean): ReadonlyMap<string, readonly Entry[]> {
    const byMember = new Map<string, Entry[]>();
    for (const [member, entries] of this.#entries.get('argument')?.members() ?? []) {
      const fitting = entries.filter(fits);
      if (fitting.length > 0) byMember.set(member, [...(byMember.get(member) ?? []), ...fitting]);
    }
    return byMember;
  }

  /** For a function that a framework finds by its name in a module. */
  named(module: string, name: string): Registration | undefined {
    return this.#choose('name', `${module}.${name}`, () => true, NO_KEYWORD);
  }

  #choose(
    via: RegisterGroup['via'],
    name: string,
    fits: (entry: Entry) => boolean,
    keyword: Keyword,
  ): Registration | undefined {
    const lookup = this.#entries.get(via);
    for (const inherited of this.#names.lineage(name)) {
      const entries = lookup?.exact(inherited) ?? lookup?.general(inherited) ?? [];
      const entry = entries.find((one) => fits(one) && this.#holds(one));
      if (entry) return this.#registration(entry, keyword);
    }
    return undefined;
  }

  #holds({ pack, group }: Entry): boolean {
    if (group.versions === undefined) return true;
    const version = this.#installed(distributionOf(pack)) ?? pack.assume;
    // Nobody knows: take what is true of the newest.
    return version === undefined ? !group.versions.includes('<') : satisfies(version, group.versions);
  }

  #registration({ pack, group }: Entry, keyword: Keyword): Registration {
    const option = group.options?.find(({ param, is }) => (keyword(param) ?? 'absent') === is);
    return {
      framework: pack.library,
      role: group.role,
      sync: option?.sync ?? group.sync,
      async: group.async,
      pool: poolOf(pack, group),
      methods: group.methods ?? [],
      takesIn: group.takesIn ?? [],
      drivenBy: namesOf(group.driven ?? {}),
      unsaid: group.options?.find(({ param }) => keyword(param) === undefined)?.param,
      advice: group.advice ?? pack.advice,
      source: group.source ?? pack.source ?? '',
      assumed: group.versions !== undefined && this.#installed(distributionOf(pack)) === undefined,
    };
  }
}

function poolOf(pack: Pack, { pool: name }: RegisterGroup): Registration['pool'] {
  const pool = name === undefined ? undefined : pack.pools?.[name];
  return name === undefined || pool === undefined ? undefined : { ...pool, name };
}

function distributionOf({ distribution, library }: Pack): string {
  return distribution ?? library;
}

/** All registrations of one kind; a name may have several, by version or by argument. Later packs come first. */
function gather(all: readonly Pack[], via: RegisterGroup['via']): Lookup<Entry[]> {
  const byName = new Map<string, Entry[]>();
  for (const pack of all) {
    for (const group of pack.registers ?? []) {
      if (group.via !== via) continue;
      for (const name of namesOf(group.calls)) {
        const entries = byName.get(name) ?? [];
        entries.unshift({ pack, group });
        byName.set(name, entries);
      }
    }
  }
  const lookup = new Lookup<Entry[]>();
  for (const [name, entries] of byName) lookup.set(name, entries);
  return lookup;
}

function takes({ param, position, rest }: RegisterGroup, place: number | string): boolean {
  if (typeof place === 'string') return param === place;
  return position !== undefined && (place === position || (rest === true && place > position));
}
