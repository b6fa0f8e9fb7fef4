/** The libraries of a workflow that block, and what awaits in their place. */
import { isWait, type Leaf } from '../effects/work.ts';
import type { Alternative } from '../knowledge/pack.ts';
import type { AsyncAlternative, SyncLibrary } from './workflow.ts';

/** Shapes of an alternative that awaits, rather than moves the call elsewhere. */
const AWAITS: ReadonlySet<Alternative['shape']> = new Set([
  'await-rename',
  'ctor-swap',
  'package-swap',
  'loop-api',
]);

export function syncLibraries(
  leaves: readonly Leaf[],
  installed: (distribution: string) => boolean | undefined,
): SyncLibrary[] {
  const byLibrary = new Map<string, { calls: number; alternatives: Map<string, AsyncAlternative> }>();
  for (const { library, isStandard, isAwaited, kind, alternatives } of leaves) {
    if (isAwaited || !isWait(kind)) continue;
    if (isStandard && !isReplaced(alternatives)) continue;
    let of = byLibrary.get(library);
    if (!of) byLibrary.set(library, (of = { calls: 0, alternatives: new Map() }));
    of.calls++;
    for (const one of alternatives) {
      if (!AWAITS.has(one.shape) || one.path === undefined) continue;
      const distribution = one.package ?? (one.shape === 'loop-api' ? 'asyncio' : library);
      of.alternatives.set(one.path, {
        package: distribution,
        use: one.path,
        // It is in the standard library, or comes with what is used already.
        installed: one.package === undefined || installed(distribution),
      });
    }
  }
  return Array.from(byLibrary, ([library, { calls, alternatives }]) => ({
    library,
    calls,
    alternatives: [...alternatives.values()].sort(
      (a, b) => Number(b.installed === true) - Number(a.installed === true),
    ),
  }));
}

/** Of what comes with Python, most has its counterpart in asyncio or goes to a thread: that swaps no library. */
function isReplaced(alternatives: readonly Alternative[]): boolean {
  return (
    alternatives.some((one) => AWAITS.has(one.shape) && one.package !== undefined) &&
    !alternatives.some(({ shape }) => shape === 'loop-api')
  );
}
