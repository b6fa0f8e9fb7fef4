/** Flows that fork and meet again. */
import type { Value } from '../../model/summary.ts';
import type { Statement } from '../syntax/tree.ts';
import { NO_NAMES } from './bound-names.ts';
import { Environment } from './environment.ts';
import type { Lowering } from './frame.ts';

/** What a flow changed by the time it came to its end. */
export type Flow = ReadonlyMap<string, Value>;

/** The way to lower a block, handed in because blocks hold statements and statements hold blocks. */
export type LowerBlock = (state: Lowering, body: readonly Statement[]) => void;

/** Lowers `body` in a flow of its own, which forks from `base`; returns what it changed, or nothing when it never ends. */
export function fork(state: Lowering, base: Environment, body: () => void): Flow[] {
  const { frame } = state;
  const inside = new Environment(base);
  inside.dead = base.dead;
  frame.environment = inside;
  body();
  frame.environment = base;
  return inside.dead && !base.dead ? [] : [inside.changes];
}

export function join(
  state: Lowering,
  flows: readonly Flow[],
  at: { start: number; end: number },
  into = state.environment,
): void {
  into.join(flows, (values) => state.choose(values, at.start, at.end), state.widen);
}

/** Back to the flow around: names that were bound stay bound, except its `own`; what a test told is forgotten. */
export function leave(
  { frame, widen }: Lowering,
  outside: Environment,
  own: ReadonlySet<string> = NO_NAMES,
): void {
  for (const [name, value] of frame.environment.changes) {
    const before = outside.get(name);
    if (!own.has(name) && !name.includes('.') && (before === undefined || widen(value) !== widen(before))) {
      outside.set(name, widen(value));
    }
  }
  frame.environment = outside;
}
