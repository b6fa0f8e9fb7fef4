/** The part of the catalogue that is derived from CPython: as `npm run catalogue` writes it, made into a pack. */
import type { BlockingKind } from '../model/blocking-kind.ts';
import derived from './data/standard-library.json';
import { packs } from './data/index.ts';
import type { BlockingGroup, Pack, When } from './pack.ts';

/**
 * Members by owner, and by what holds for them: kinds, gravest first, then in any order a condition (`branch`,
 * `first-call`), the first Python of which it is true and the first of which it is not (`3.9-3.13`), and for what an
 * argument is used for its name, position and method (`arg:fp 0 read`). The value is the way down to what blocks.
 */
export interface Derived {
  readonly source: string;
  readonly calls: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}

export const standardLibrary: Pack = packOf(derived);

const PARTS: ReadonlySet<string> = new Set(
  [standardLibrary, ...packs].flatMap(({ library, distribution }) =>
    distribution === 'python' ? library : [],
  ),
);

/** Whether what goes by this name in the catalogue comes with Python. */
export function isStandardLibrary(library: string): boolean {
  return PARTS.has(library);
}

export function packOf({ source, calls }: Derived): Pack {
  const blocking: BlockingGroup[] = [];
  for (const [owner, byWay] of Object.entries(calls)) {
    for (const [way, members] of Object.entries(byWay)) {
      const group = groupOf(way);
      for (const [member, chain] of Object.entries(members)) {
        blocking.push({
          ...group,
          calls: { [owner]: [member] },
          ...(chain !== '' && { chain: [`${owner}.${member}`, ...chain.split(' ')] }),
        });
      }
    }
  }
  return { library: 'the standard library', distribution: 'python', source, blocking };
}

function groupOf(way: string): Omit<BlockingGroup, 'calls'> {
  const [, kinds = '', condition, use, position, method, since, until] =
    /^([a-z,-]+)(?: (branch|first-call)| (arg:\w+) (\d+) (\w+))?(?: (\d\.\d+)?-(\d\.\d+)?)?$/.exec(way) ?? [];
  return {
    kinds: kinds.split(',') as BlockingKind[],
    when: (use ?? condition ?? 'always') as When,
    evidence: 'static',
    ...(method !== undefined && { argument: { position: Number(position), method } }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
}
