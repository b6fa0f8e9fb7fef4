/** Which functions run on the event loop: coroutines, and sync functions that are handed to the loop. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Frameworks } from '../knowledge/frameworks.ts';
import { ArgumentForm, Op } from '../model/summary.ts';
import { callSites } from '../program/call-sites.ts';
import { frameOfCall, NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { alternatives } from '../program/types.ts';
import { registeredOnLoop } from './registrations.ts';

/** The frames in which the code of a module runs on the loop, as far as the module itself shows. */
export function loopFrames(
  p: Evaluator,
  catalogue: Catalogue,
  frameworks: Frameworks,
  module: Module,
): Frame[] {
  const frames = new Set<Frame>(registeredOnLoop(p, frameworks, module));
  for (const scope of module.summary.scopes) {
    if (scope.isAsync) frames.add(p.genericFrame(module, scope.id));
  }
  for (const scope of module.summary.scopes) {
    if (scope.kind === 'class' || !mentionsCallback(module, scope.first, scope.end)) continue;
    for (const frame of handedToLoop(p, catalogue, p.genericFrame(module, scope.id))) frames.add(frame);
  }
  return [...frames];
}

/** Names of the methods that put a callback on the loop: a sieve before anything is resolved. */
const CALLBACKS =
  /^(call_soon|call_soon_threadsafe|call_later|call_at|add_done_callback|add_signal_handler|add_reader|add_writer)$/;

function mentionsCallback({ summary }: Module, first: number, end: number): boolean {
  for (let row = first; row < end; row++) {
    if (summary.op(row) === Op.Attribute && CALLBACKS.test(summary.string(summary.b(row)))) return true;
  }
  return false;
}

function handedToLoop(p: Evaluator, catalogue: Catalogue, frame: Frame): Frame[] {
  const found: Frame[] = [];
  const { summary } = frame.module;
  for (const site of callSites(p, frame)) {
    if (site.kind !== 'call') continue;
    for (const { names, written } of site.targets) {
      const handover = catalogue.handover(written === undefined ? names : [...names, written]);
      if (handover?.to !== 'loop') continue;
      const args = summary.args(site.value);
      const positional = args.filter(({ form }) => form === ArgumentForm.Positional);
      const argument =
        args.find(({ keyword }) => keyword === handover.param) ?? positional[handover.position];
      if (!argument) continue;
      for (const type of alternatives(p.typeOf(frame, argument.value))) {
        const callee = type.kind === 'partial' ? type.callee : type;
        if (callee.kind !== 'function' || callee.function.scope.isAsync) continue;
        if (callee.function.module.origin === 'workspace') found.push(frameOfCall(p, callee, NO_ARGUMENTS));
      }
    }
  }
  return found;
}
