/** What calls do: which block and how, which are known not to, and which run their arguments elsewhere. */
import type { BlockingKind } from '../model/blocking-kind.ts';
import { packs } from './data/index.ts';
import { Lookup } from './lookup.ts';
import { Names, root, split } from './names.ts';
import type {
  Alternative,
  ArgumentEffect,
  BlockingGroup,
  Calls,
  Evidence,
  Gil,
  Guard,
  HandoverGroup,
  Pack,
  ReceiverGuard,
  When,
} from './pack.ts';

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
  readonly source: string;
  readonly note: string | undefined;
}

export type Handover = Omit<HandoverGroup, 'calls'>;

interface Blocks {
  readonly pack: Pack;
  readonly group: BlockingGroup;
}

/** Names that say they are async: a pattern never means these, only an entry by their own name does. */
const ASYNC_NAME =
  /\.(?:aio|asyncio|async_api|asynchronous|_async|aio_\w+|_?Async(?=[A-Z])\w*|AIO\w+|\w+(?:Async|AsyncClient|AsyncIO|Asyncio))(?=\.)/;

export class Catalogue {
  readonly #names: Names;
  /** The user's own knowledge, then what is shipped: the first that knows a name has the word. */
  readonly #layers: readonly Layer[];
  readonly #answers = new Map<string, BlockingRecord | 'harmless' | undefined>();

  constructor(own: readonly Pack[] = [], shipped: readonly Pack[] = packs) {
    this.#names = new Names([...shipped, ...own]);
    this.#layers = [new Layer(own), new Layer(shipped)];
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
    for (const name of names) {
      if (!this.#concerns(name)) continue;
      const found = this.#inherited(this.#names.resolve(name), ({ handovers }, member) =>
        handovers.exact(member),
      );
      if (found) return found.value;
    }
    return undefined;
  }

  /** The public name of what `name` names. */
  canonical(name: string): string {
    return this.#names.canonical(name);
  }

  #first(names: readonly string[]): BlockingRecord | 'harmless' | undefined {
    for (const name of names) {
      if (!this.#concerns(name)) continue;
      if (!this.#answers.has(name)) this.#answers.set(name, this.#look(name));
      const answer = this.#answers.get(name);
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  #concerns(name: string): boolean {
    return this.#names.knows(name) || this.#layers.some((layer) => layer.roots.has(root(name)));
  }

  #look(path: string): BlockingRecord | 'harmless' | undefined {
    const callee = this.#names.resolve(path).replace(/\.__(?:init|new)__$/, '');
    const found = this.#inherited(callee, (layer, name) => layer.verdict(name));
    if (found === undefined) return undefined;
    return found.value === 'harmless' ? 'harmless' : record(found.name, found.value);
  }

  /** Asks for a name, and for the same member of the base classes that packs know of. */
  #inherited<T>(
    name: string,
    ask: (layer: Layer, name: string) => T | undefined,
  ): { name: string; value: T } | undefined {
    const [start, member] = split(name);
    for (let owner: string | undefined = start; owner !== undefined; owner = this.#names.base(owner)) {
      const inherited = `${owner}.${member}`;
      for (const layer of this.#layers) {
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
  readonly #verdicts = new Lookup<Blocks | 'harmless'>();

  constructor(all: readonly Pack[]) {
    for (const pack of all) this.#add(pack);
  }

  verdict(name: string): Blocks | 'harmless' | undefined {
    const exact = this.#verdicts.exact(name);
    if (exact !== undefined) return exact;
    const general = this.#verdicts.general(name);
    return general !== 'harmless' && ASYNC_NAME.test(name) ? undefined : general;
  }

  #add(pack: Pack): void {
    for (const group of pack.blocking ?? []) this.#fill(this.#verdicts, group.calls, { pack, group });
    if (pack.harmless) this.#fill(this.#verdicts, pack.harmless, 'harmless');
    for (const { calls, ...handover } of pack.handovers ?? []) this.#fill(this.handovers, calls, handover);
  }

  #fill<T>(lookup: Lookup<T>, calls: Calls, value: T): void {
    lookup.add(calls, value);
    for (const owner of Object.keys(calls)) this.roots.add(root(owner));
  }
}

function record(name: string, { pack, group }: Blocks): BlockingRecord {
  const [owner, member] = split(name);
  const alternatives = group.alternatives ?? pack.alternatives ?? [offload(group.gil)];
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
    chain: group.chain ?? [],
    alternatives: alternatives.map(({ path, ...rest }) =>
      path === undefined ? rest : { ...rest, path: path.replace('{owner}', owner).replace('{name}', member) },
    ),
    since: group.since,
    until: group.until,
    source: group.source ?? pack.source,
    note: group.note,
  };
}

/** What always helps: another thread, or another process for what keeps the interpreter to itself. */
function offload(gil: Gil | undefined): Alternative {
  return gil === 'holds' ? { shape: 'process', fix: 'advisory' } : { shape: 'to-thread', fix: 'auto' };
}
