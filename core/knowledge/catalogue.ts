/** What calls do: which block and how, which are known not to, and which run their arguments elsewhere. */
import type { BlockingKind } from '../model/blocking-kind.ts';
import type { SwappedClasses } from '../model/swap.ts';
import { AsyncCalls, filledIn } from './async-calls.ts';
import { packs } from './data/index.ts';
import type { Installed } from './frameworks.ts';
import { Lookup } from './lookup.ts';
import { isClassName, Names, namesOf, root, split } from './names.ts';
import type {
  Alternative,
  ArgumentEffect,
  BlockingGroup,
  Calls,
  Evidence,
  Gil,
  Guard,
  HandoverGroup,
  OwnPacks,
  Pack,
  ReceiverGuard,
  ResourceGroup,
  Superseded,
  TimeoutGroup,
  When,
} from './pack.ts';
import { standardLibrary } from './standard-library.ts';
import { Swaps } from './swaps.ts';
import { satisfies } from './versions.ts';

/** One call that blocks. */
export interface BlockingRecord {
  /** Its public name: `requests.Session.get`. */
  readonly name: string;
  readonly library: string;
  /** Gravest first. */
  readonly kinds: readonly BlockingKind[];
  readonly when: When;
  /** For `arg:`: the argument's position, and what is called on it. */
  readonly argument: ArgumentEffect | undefined;
  /** Any of these, and the call does not block. */
  readonly unless: readonly Guard[];
  /** The same of the arguments with which the receiver was made. */
  readonly unlessBuilt: readonly Guard[];
  /** Calls on the receiver after which it does not block. */
  readonly unlessCalled: readonly ReceiverGuard[];
  readonly gil: Gil | undefined;
  readonly evidence: Evidence;
  /** From what is called down to what blocks. */
  readonly chain: readonly string[];
  /** Best first; never empty. */
  readonly alternatives: readonly Alternative[];
  readonly since: string | undefined;
  readonly until: string | undefined;
  /** Where that can be looked up; empty when the user's own pack does not say. */
  readonly source: string;
  /** What it does while it blocks, where its kind says too little. */
  readonly does: string | undefined;
  readonly note: string | undefined;
  /** Known as one of all methods of its class, not by its own name: true of calls, and of nothing that is only read. */
  readonly isPattern: boolean;
}

export { IO_KINDS } from './async-calls.ts';

export type Handover = Omit<HandoverGroup, 'calls'>;
export type Timeout = Omit<TimeoutGroup, 'calls'>;
export type Resource = Omit<ResourceGroup, 'calls'>;

interface Blocks {
  readonly pack: Pack;
  readonly group: BlockingGroup;
  readonly isPattern?: boolean;
}

/** Names that say they are async: a pattern never means these, only an entry by their own name does. */
const ASYNC_NAME =
  /\.(?:aio|asyncio|async_api|asynchronous|_async|aio_\w+|_?Async(?=[A-Z])\w*|AIO\w+|\w+(?:Async|AsyncClient|AsyncIO|Asyncio))(?=\.)/;

/** A class is called by its own name. */
const CONSTRUCTOR = /\.__(?:init|new)__$/;

export class Catalogue {
  readonly #names: Names;
  /** The user's own knowledge, nearest first, then what is shipped: the first that knows a name has the word. */
  readonly #layers: readonly Layer[];
  /** What is derived from code: asked when nobody has said anything of any of a call's names. */
  readonly #derived: readonly Layer[];
  readonly #answers = new Map<string, BlockingRecord | 'harmless' | undefined>();
  readonly #derivedAnswers = new Map<string, BlockingRecord | 'harmless' | undefined>();
  readonly #superseded = new Map<string, Superseded>();
  #guesses: ReadonlyMap<string, Guess> | undefined;
  readonly #async: AsyncCalls;
  /** What takes the place of blocking calls. */
  #twins: readonly string[] | undefined;

  readonly #all: readonly Pack[];
  #swaps: Swaps | undefined;
  readonly #installed: Installed | undefined;

  /** Without knowing what is `installed` it tells of all versions; what is not there is taken to be the newest. */
  constructor(
    own: OwnPacks = [],
    installed?: Installed,
    shipped: readonly Pack[] = packs,
    derived: readonly Pack[] = [standardLibrary],
  ) {
    const all = [...derived, ...shipped, ...own.toReversed().flat()];
    this.#all = all;
    this.#installed = installed;
    this.#names = new Names(all);
    this.#async = new AsyncCalls(all);
    this.#layers = [...own, shipped].map((layer) => new Layer(layer));
    this.#derived = [new Layer(derived)];
    for (const { superseded } of all) {
      for (const module of superseded?.modules ?? []) this.#superseded.set(module, superseded as Superseded);
    }
  }

  /** What is known of a call to what goes by `names`, most specific first. */
  blocking(names: readonly string[]): BlockingRecord | undefined {
    const answer = this.#first(names);
    return answer === 'harmless' ? undefined : answer;
  }

  /** Whether it is known not to block, so that its source need not be followed. */
  harmless(names: readonly string[]): boolean {
    return this.#first(names) === 'harmless';
  }

  /** What becomes of a function among the arguments of a call. */
  handover(names: readonly string[]): Handover | undefined {
    return this.#ask(names, ({ handovers }, name) => handovers.exact(name));
  }

  /** How long a call takes at most, and what says so. */
  timeout(names: readonly string[]): Timeout | undefined {
    return this.#ask(names, ({ timeouts }, name) => timeouts.exact(name));
  }

  /** What a call opens. */
  resource(names: readonly string[]): Resource | undefined {
    return this.#ask(names, ({ resources }, name) => resources.exact(name));
  }

  /**
   * What a method does of which only the name is known, where all methods of that name do the same: a guess, for those
   * who ask for guesses. Undefined for names that may mean anything.
   */
  guess(member: string): BlockingRecord | undefined {
    this.#guesses ??= guesses(this.#layers);
    const found = this.#guesses.get(member);
    return found && record(found.name, found.blocks);
  }

  /** What an awaited call reads or writes, where that is known. */
  asyncIo(names: readonly string[]): ReadonlySet<BlockingKind> | undefined {
    for (const name of names) {
      const kinds = this.#async.kinds(this.#names.resolve(name));
      if (kinds) return kinds;
    }
    return undefined;
  }

  /** What took the place of the library that a module belongs to. */
  superseded(module: string): Superseded | undefined {
    for (let end = module.length; end > 0; end = module.lastIndexOf('.', end - 1)) {
      const found = this.#superseded.get(module.slice(0, end));
      if (found) return found;
    }
    return undefined;
  }

  /** Whether something that is awaited has a sync twin, which is known to block. */
  hasSyncTwin(names: readonly string[]): boolean {
    return names.some((name) => {
      const callee = this.#names.resolve(name);
      const [owner, member] = split(callee);
      const sync = [/^a(.+)$/, /^async_(.+)$/, /^(.+)_async$/].flatMap(
        (form) => form.exec(member)?.[1] ?? [],
      );
      if (sync.some((twin) => this.blocking([`${owner}.${twin}`]) !== undefined)) return true;
      this.#twins ??= this.#layers.flatMap((layer) => layer.twins());
      return this.#twins.some((twin) => callee === twin || callee.startsWith(`${twin}.`));
    });
  }

  /** The classes of a call's package of which the async ones could be made instead. */
  swaps(name: string): SwappedClasses | undefined {
    this.#swaps ??= new Swaps(this.#all, (distribution, since) => this.#hasVersion(distribution, since));
    return this.#swaps.of(name);
  }

  #hasVersion(distribution: string, since: string): boolean {
    const version = this.#installed?.(distribution);
    return version === undefined || satisfies(version, `>=${since}`);
  }

  /** The public name of what `name` names. */
  canonical(name: string): string {
    return this.#names.canonical(name);
  }

  /** Whether a callee with this last name may be one of those: a sieve, before anything is resolved. */
  mayHave(what: 'handovers' | 'timeouts' | 'resources', member: string): boolean {
    return this.#layers.some((layer) => layer[what].hasMember(member));
  }

  #ask<T>(names: readonly string[], ask: (layer: Layer, name: string) => T | undefined): T | undefined {
    for (const name of names) {
      if (!this.#concerns(name, this.#layers)) continue;
      const found = this.#inherited(this.#callee(name), this.#layers, ask);
      if (found) return found.value;
    }
    return undefined;
  }

  #first(names: readonly string[]): BlockingRecord | 'harmless' | undefined {
    return (
      this.#firstOf(names, this.#layers, this.#answers) ??
      this.#firstOf(names, this.#derived, this.#derivedAnswers)
    );
  }

  #firstOf(
    names: readonly string[],
    layers: readonly Layer[],
    answers: Map<string, BlockingRecord | 'harmless' | undefined>,
  ): BlockingRecord | 'harmless' | undefined {
    for (const name of names) {
      if (!this.#concerns(name, layers)) continue;
      if (!answers.has(name)) answers.set(name, this.#look(name, layers));
      const answer = answers.get(name);
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  #concerns(name: string, layers: readonly Layer[]): boolean {
    return this.#names.knows(name) || layers.some((layer) => layer.roots.has(root(name)));
  }

  #look(path: string, layers: readonly Layer[]): BlockingRecord | 'harmless' | undefined {
    const found = this.#inherited(this.#callee(path), layers, (layer, name) => {
      const said = layer.verdict(name);
      return said === undefined || said === 'harmless' || this.#holds(said) ? said : undefined;
    });
    if (found === undefined) return undefined;
    return found.value === 'harmless'
      ? 'harmless'
      : record(found.name, found.value, this.#chain(found.name, found.value));
  }

  /** What runs when `path` is called: a class by its own name, and an object of it by its `__call__`. */
  #callee(path: string): string {
    const callee = this.#names.resolve(path);
    return /(?:\(\)|\[\])$/.test(path) && isClassName(split(callee)[1])
      ? `${callee}.__call__`
      : callee.replace(CONSTRUCTOR, '');
  }

  /** Whether it is true of the version that is installed. */
  #holds({ pack, group: { since, until } }: Blocks): boolean {
    if (!this.#installed || (since === undefined && until === undefined)) return true;
    const version = this.#installed(pack.distribution ?? pack.library);
    if (version === undefined) return until === undefined;
    if (since !== undefined && !satisfies(version, `>=${since}`)) return false;
    return until === undefined || satisfies(version, `<${until}`);
  }

  /** The way down to what blocks, by whoever knows it. */
  #chain(name: string, { group: { chain, kinds } }: Blocks): readonly string[] {
    if (chain) return chain;
    for (const layer of this.#derived) {
      const said = layer.verdict(name);
      if (typeof said === 'object' && said.group.chain && said.group.kinds[0] === kinds[0])
        return said.group.chain;
    }
    return [];
  }

  /** Asks for a name, and for the same member of the base classes that packs know of. */
  #inherited<T>(
    name: string,
    layers: readonly Layer[],
    ask: (layer: Layer, name: string) => T | undefined,
  ): { name: string; value: T } | undefined {
    for (const inherited of this.#names.lineage(name)) {
      for (const layer of layers) {
        const value = ask(layer, inherited);
        if (value !== undefined) return { name: inherited, value };
      }
    }
    return undefined;
  }
}

/** What some packs say together. */
class Layer {
  readonly roots = new Set<string>();
  readonly handovers = new Lookup<Handover>();
  readonly timeouts = new Lookup<Timeout>();
  readonly resources = new Lookup<Resource>();
  readonly #verdicts = new Lookup<Blocks | 'harmless'>();

  readonly #all: readonly Pack[];

  constructor(all: readonly Pack[]) {
    this.#all = all;
    for (const pack of all) this.#add(pack);
  }

  /** The names of what replaces blocking calls, up to what hangs on the call. */
  twins(): string[] {
    return this.#all.flatMap((pack) =>
      [pack.alternatives ?? [], ...(pack.blocking ?? []).map((group) => group.alternatives ?? [])]
        .flat()
        .flatMap(({ path, shape }) =>
          path === undefined || shape === 'to-thread' ? [] : (path.split(/\.?\{/)[0] ?? []),
        )
        .filter((path) => path.includes('.')),
    );
  }

  verdict(name: string): Blocks | 'harmless' | undefined {
    const exact = this.#verdicts.exact(name);
    if (exact !== undefined) return exact;
    const general = this.#verdicts.general(name);
    if (general === undefined || general === 'harmless') return general;
    return ASYNC_NAME.test(name) ? undefined : { ...general, isPattern: true };
  }

  /** All that is said by name, patterns aside. */
  all(): Iterable<[string, Blocks | 'harmless']> {
    return this.#verdicts.all();
  }

  #add(pack: Pack): void {
    for (const group of pack.blocking ?? []) this.#fill(this.#verdicts, group.calls, { pack, group });
    if (pack.harmless) this.#fill(this.#verdicts, pack.harmless, 'harmless');
    for (const { calls, ...handover } of pack.handovers ?? []) this.#fill(this.handovers, calls, handover);
    for (const { calls, ...timeout } of pack.timeouts ?? []) this.#fill(this.timeouts, calls, timeout);
    for (const { calls, ...resource } of pack.resources ?? []) this.#fill(this.resources, calls, resource);
  }

  #fill<T>(lookup: Lookup<T>, calls: Calls, value: T): void {
    for (const name of namesOf(calls)) {
      lookup.set(name, value);
      this.roots.add(root(name));
    }
  }
}

interface Guess {
  readonly name: string;
  readonly blocks: Blocks;
}

/** Methods by name, where every one that is known blocks in the same way. */
function guesses(layers: readonly Layer[]): Map<string, Guess> {
  const found = new Map<string, Guess>();
  const torn = new Set<string>();
  for (const [name, verdict] of layers.flatMap((layer) => [...layer.all()])) {
    const [owner, member] = split(name);
    const isMethod = /(?:^|\.)_*[A-Z]\w*$/.test(owner) && /^[a-z]/.test(member);
    if (!isMethod) continue;
    const known = found.get(member);
    if (verdict === 'harmless' || (known && known.blocks.group.kinds[0] !== verdict.group.kinds[0]))
      torn.add(member);
    else if (!known) found.set(member, { name, blocks: verdict });
  }
  for (const member of torn) found.delete(member);
  return found;
}

function record(
  name: string,
  { pack, group, isPattern }: Blocks,
  chain: readonly string[] = [],
): BlockingRecord {
  const alternatives = withOffload(group.alternatives ?? pack.alternatives ?? [], group.gil);
  return {
    name,
    library: pack.library,
    kinds: group.kinds,
    when: group.when ?? 'always',
    argument: group.argument,
    unless: group.unless ?? [],
    unlessBuilt: group.unlessBuilt ?? [],
    unlessCalled: group.unlessCalled ?? [],
    gil: group.gil,
    evidence: group.evidence ?? 'curated',
    chain,
    alternatives: alternatives.map((one) =>
      one.path === undefined ? one : { ...one, path: filledIn(one.path, name) },
    ),
    since: group.since,
    until: group.until,
    source: group.source ?? pack.source ?? '',
    does: group.does,
    note: group.note,
    isPattern: isPattern ?? false,
  };
}

/** What is known of a function of which its author says that it blocks, and no more. */
export function declaredRecord(name: string, kinds: readonly BlockingKind[]): BlockingRecord {
  const [library] = split(name);
  const group: BlockingGroup = { calls: {}, kinds, evidence: 'user' };
  return record(name, { pack: { library }, group });
}

/** What always helps comes last, unless it is there already: another thread, or a process for what holds the GIL. */
function withOffload(alternatives: readonly Alternative[], gil: Gil | undefined): readonly Alternative[] {
  if (alternatives.some(({ shape }) => shape === 'to-thread' || shape === 'process')) return alternatives;
  const offload: Alternative =
    gil === 'holds' ? { shape: 'process', fix: 'advisory' } : { shape: 'to-thread', fix: 'auto' };
  return [...alternatives, offload];
}
