/** All code that runs when some code does: the call graph, as far as anybody wants to walk it. */
import { callSites, type CallSite } from './call-sites.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';

export interface Reached {
  readonly frame: Frame;
  readonly sites: readonly CallSite[];
}

/** Breadth first from `roots`, each frame once; `follows` says where the walk goes on. */
export function* reachedFrom(
  p: Evaluator,
  roots: Iterable<Frame>,
  follows: (frame: Frame) => boolean,
): Generator<Reached> {
  const queue = new Set(roots);
  // What is added to a set while it is walked is walked too.
  for (const frame of queue) {
    const sites = callSites(p, frame);
    yield { frame, sites };
    for (const { targets } of sites) {
      for (const { frame: next } of targets) if (next && follows(next)) queue.add(next);
    }
  }
}
