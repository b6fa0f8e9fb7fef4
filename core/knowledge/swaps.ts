/** The classes of which objects could be made async, as packs tell: in full, or by what they say of blocking calls. */
import type { SwappedClass, SwappedClasses } from '../model/swap.ts';
import { filledIn } from './async-calls.ts';
import { namesOf, root } from './names.ts';
import type { BlockingGroup, Pack } from './pack.ts';

/** What a method of any library may give. */
const COMMON: readonly SwappedClass[] = [
  { class: 'iterator', iterated: true },
  { class: 'manager', entered: 'unknown' },
  { class: 'unknown', isUnknown: true },
];

/** Whether a distribution is installed in this version or a newer one, or nobody knows. */
type HasVersion = (distribution: string, since: string) => boolean;

export class Swaps {
  readonly #byRoot = new Map<string, Map<string, SwappedClass>>();

  constructor(packs: readonly Pack[], hasVersion: HasVersion) {
    for (const pack of packs) {
      for (const one of [...guessed(pack), ...(pack.swaps ?? [])]) {
        const isThere = one.since === undefined || hasVersion(pack.distribution ?? pack.library, one.since);
        if (isThere) this.#ofRoot(one.class).set(one.class, withClose(one, pack));
      }
    }
  }

  /** The classes of the package to which a name belongs. */
  of(name: string): SwappedClasses | undefined {
    return this.#byRoot.get(root(name));
  }

  #ofRoot(name: string): Map<string, SwappedClass> {
    let found = this.#byRoot.get(root(name));
    if (!found) {
      found = new Map(COMMON.map((one) => [one.class, one]));
      this.#byRoot.set(root(name), found);
    }
    return found;
  }
}

/** What has to be awaited to be closed must not be left open. */
function withClose(one: SwappedClass, { resources = [] }: Pack): SwappedClass {
  const [[from, to] = []] = Object.entries(one.made ?? {});
  const opened = (name: string | undefined) =>
    resources.find(({ calls }) => name !== undefined && namesOf(calls).includes(name));
  const close = opened(from)?.close;
  return close && opened(to)?.isAsync === true ? { ...one, closedBy: close } : one;
}

/** Classes of which it is known that the async one has the same methods, and no more: what they give is left alone. */
function guessed({ alternatives, blocking = [], harmless = {} }: Pack): SwappedClass[] {
  const members = new Map<string, { readonly to: string; readonly awaited: string[] }>();
  for (const group of blocking) {
    for (const { name, from, to } of swappedCalls(group, alternatives)) {
      const known = members.get(from) ?? { to, awaited: [] };
      known.awaited.push(name.slice(from.length + 1));
      members.set(from, known);
    }
  }
  return Array.from(members, ([from, { to, awaited }]) => ({
    class: from,
    made: { [from]: to },
    awaited,
    except: harmless[from] ?? [],
    gives: { '**': 'unknown' },
  }));
}

function swappedCalls(group: BlockingGroup, ofPack: Pack['alternatives'] = []) {
  const swap = (group.alternatives ?? ofPack).find(
    ({ shape, fix }) => shape === 'ctor-swap' && fix === 'auto',
  );
  if (swap?.path === undefined) return [];
  return namesOf(group.calls).flatMap((name) => {
    const from = classIn(name);
    const to = classIn(filledIn(swap.path ?? '', name));
    return from === undefined || to === undefined || from === to ? [] : { name, from, to };
  });
}

/** `openai.OpenAI` of `openai.OpenAI.chat.completions.create`. */
function classIn(path: string): string | undefined {
  return /^(?:[a-z_]\w*\.)+[A-Z]\w*/.exec(path)?.[0];
}
