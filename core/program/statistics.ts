/** How much of a program's calls is known, and why the rest is not. */
import { blame, type LostReason } from './blame.ts';
import type { CallSite } from './call-sites.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { reachedFrom } from './reached.ts';
import { alternatives } from './types.ts';

export interface CallStatistics {
  /** Functions that were looked at, each once for what it is called with. */
  readonly frames: number;
  readonly calls: number;
  /** Calls of which every function is known, or its stub. */
  readonly resolved: number;
  /** Calls of something outside the code that could be read, known by its path. */
  readonly external: number;
  /** The others, by what kept them from being known; most frequent first. */
  readonly unknown: ReadonlyMap<LostReason, number>;
}

/** Counts the calls that are written in what runs when `roots` do. */
export function callStatistics(
  p: Evaluator,
  roots: Iterable<Frame>,
  follows: (frame: Frame) => boolean,
): CallStatistics {
  const unknown = new Map<LostReason, number>();
  const counts = { frames: 0, calls: 0, resolved: 0, external: 0 };
  for (const { frame, sites } of reachedFrom(p, roots, follows)) {
    counts.frames++;
    for (const site of sites) {
      if (site.kind !== 'call') continue;
      counts.calls++;
      const reason = unresolved(p, frame, site);
      if (reason === undefined) counts.resolved++;
      else if (reason === 'external') counts.external++;
      else unknown.set(reason, (unknown.get(reason) ?? 0) + 1);
    }
  }
  return { ...counts, unknown: new Map([...unknown].sort(([, a], [, b]) => b - a)) };
}

function unresolved(p: Evaluator, frame: Frame, { value }: CallSite): LostReason | 'external' | undefined {
  const callee = frame.module.summary.a(value);
  const type = p.typeOf(frame, callee);
  if (type.kind === 'callable') return 'callable of which only the result is known';
  if (type.kind === 'unknown') return blame(p, frame, callee).reason;
  return alternatives(type).every(({ kind }) => kind === 'external' || kind === 'none')
    ? 'external'
    : undefined;
}
