/** Coroutines that ask for the event loop in a way that could also make one. */
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { named, namedCalls, type Spot, spotOf } from './named-calls.ts';

const GETS_LOOP = /^asyncio\.([a-z_]\w*\.)?get_event_loop$/;

export function loopLookups(p: Evaluator, module: Module): Spot[] {
  return [...namedCalls(p, module, /^get_event_loop$/, named(GETS_LOOP))]
    .filter(({ frame }) => frame.scope.isAsync)
    .map(({ frame, call }) => spotOf(frame, call));
}
