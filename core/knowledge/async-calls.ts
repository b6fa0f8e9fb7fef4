/**
 * Which awaited calls do input or output, and of what kind. Nobody has to list them: what is told to be used in place
 * of a blocking call does the same thing without blocking.
 */
import type { BlockingKind } from '../model/blocking-kind.ts';
import { namesOf, root, split } from './names.ts';
import type { Alternative, BlockingGroup, Pack, Shape } from './pack.ts';

const ASYNC_SHAPES: ReadonlySet<Shape> = new Set(['await-rename', 'ctor-swap', 'package-swap', 'loop-api']);

/** Ways of blocking that are input or output. */
export const IO_KINDS: ReadonlySet<BlockingKind> = new Set([
  'network',
  'db',
  'subprocess',
  'file',
  'fs-metadata',
]);

/** Packages that are about more than one thing: of these, only what is named counts. */
const GENERAL = /^(asyncio|anyio|trio|asgiref|distributed)$/;

export class AsyncCalls {
  readonly #kinds = new Map<string, Set<BlockingKind>>();

  constructor(packs: readonly Pack[]) {
    for (const pack of packs) for (const group of pack.blocking ?? []) this.#add(pack, group);
  }

  /** By a resolved name, that of what it belongs to, or its package. */
  kinds(name: string): ReadonlySet<BlockingKind> | undefined {
    for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
      const found = this.#kinds.get(name.slice(0, end));
      if (found) return found;
    }
    return undefined;
  }

  #add(pack: Pack, group: BlockingGroup): void {
    const kinds = group.kinds.filter((kind) => IO_KINDS.has(kind));
    const alternatives = (group.alternatives ?? pack.alternatives ?? []).filter(({ shape }) =>
      ASYNC_SHAPES.has(shape),
    );
    if (kinds.length === 0 || alternatives.length === 0) return;
    for (const alternative of alternatives)
      for (const name of placesOf(alternative, group)) this.#fill(name, kinds);
  }

  #fill(name: string, kinds: readonly BlockingKind[]): void {
    const known = this.#kinds.get(name) ?? new Set();
    for (const kind of kinds) known.add(kind);
    this.#kinds.set(name, known);
  }
}

/** Names below which everything that is awaited does the same as the blocking calls. */
function placesOf({ path, shape }: Alternative, group: BlockingGroup): string[] {
  if (path === undefined) return [];
  const package_ = root(path);
  if (!path.includes('{')) {
    const isWhole = shape === 'package-swap' && !GENERAL.test(package_);
    return [isWhole ? package_ : path];
  }
  return namesOf(group.calls).flatMap((blocking) => {
    const name = filledIn(path, blocking);
    // Of a class that stands in for another one, all methods do.
    const [owner, member] = split(name);
    return name.includes('*') || (shape === 'ctor-swap' && /\.[A-Z]\w*$/.test(owner))
      ? [owner]
      : member
        ? [name]
        : [];
  });
}

/** An alternative's path with what `{owner}`, `{name}` and the like stand for in the blocking name. */
export function filledIn(path: string, blocking: string): string {
  const [owner, name] = split(blocking);
  const [module, type] = split(owner);
  const parts: Readonly<Record<string, string>> = {
    owner,
    name: name.replace(/^__(?=(?:enter|exit|iter|next)__$)/, '__a'),
    module,
    class: type,
    stem: type.replace(/Client$/, ''),
  };
  return path.replace(/\{(\w+)\}/g, (whole, part: string) => parts[part] ?? whole);
}
