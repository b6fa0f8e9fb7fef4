/** Where work begins: functions that a framework calls, scripts, notebooks, and batches that nothing else begins. */
import type { Frameworks, Registration } from '../knowledge/frameworks.ts';
import {
  type FileSummary,
  Literal,
  Op,
  type RegionId,
  RegionKind,
  type Scope,
  type Value,
} from '../model/summary.ts';
import { frameOfCall, NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { exported } from '../program/names.ts';
import { alternatives } from '../program/types.ts';
import type { OwnDecorators } from './own-decorators.ts';
import { registeredIn } from './registrations.ts';
import { isWithin } from './regions.ts';

export interface EntryPoint {
  /** What runs. */
  readonly frame: Frame;
  /** What people wrote: the function inside, where a decorator has put another around it. */
  readonly written: Frame;
  /** A `group` only stands for others. */
  readonly how: 'registered' | 'group' | 'declared' | 'script' | 'notebook' | 'batch';
  /** All that frameworks make of it. */
  readonly registrations: readonly Registration[];
  /** The calls of a module that are its script; all calls of a function. */
  readonly isMeant: (row: Value) => boolean;
}

const ALL = (): boolean => true;

/** What begins in a module, save batches: those are what is left over. */
export function entryPoints(
  p: Evaluator,
  frameworks: Frameworks,
  own: OwnDecorators,
  module: Module,
): EntryPoint[] {
  const byFunction = new Map<Scope, { frame: Frame; written: Frame; registrations: Registration[] }>();
  for (const { frame, registration } of registeredIn(p, frameworks, module)) {
    const written = decorated(p, frame);
    const known = byFunction.get(written.scope);
    if (known) known.registrations.push(registration);
    else byFunction.set(written.scope, { frame, written, registrations: [registration] });
  }
  for (const scope of module.summary.scopes) {
    if (scope.kind !== 'function' || byFunction.has(scope)) continue;
    const registration = own.registration(module, scope);
    const frame = p.genericFrame(module, scope.id);
    if (registration) byFunction.set(scope, { frame, written: frame, registrations: [registration] });
  }
  const found: EntryPoint[] = Array.from(byFunction.values(), (one) => ({
    ...one,
    how: 'registered' as const,
    isMeant: ALL,
  }));
  const { summary } = module;
  const frame = p.genericFrame(module, 0);
  const plain = { frame, written: frame, registrations: [], isMeant: ALL };
  if (summary.data.cells.length > 0) return [...found, { ...plain, how: 'notebook' }];
  if (module.path.endsWith('/__main__.py')) return [...found, { ...plain, how: 'script' }];
  const main = mainRegion(summary);
  if (main === undefined) return found;
  const isMeant = (row: Value): boolean => isWithin(summary, summary.region(row), main);
  return [...found, { ...plain, how: 'script', isMeant }];
}

/** `shop.main:run`, a function that metadata makes a command; undefined for what is none of the program's. */
export function declaredCommand(
  p: Evaluator,
  modules: readonly Module[],
  command: string,
): EntryPoint | undefined {
  const [name, attribute = ''] = command.split(':');
  // A name may stand for several files: those of examples have no package around them.
  const module =
    modules.find((one) => one.name === name) ?? modules.find((one) => one.name === `src.${String(name)}`);
  if (!module) return undefined;
  for (const { frame, value } of exported(p, module, attribute)) {
    for (const type of alternatives(p.typeOf(frame, value))) {
      if (type.kind !== 'function' || type.function.module.origin !== 'workspace') continue;
      const found = frameOfCall(p, type, NO_ARGUMENTS);
      const written = decorated(p, found);
      return { frame: found, written, how: 'declared', registrations: [], isMeant: ALL };
    }
  }
  return undefined;
}

/** The function that a decorator's own function was put around, as its closure remembers it. */
function decorated(p: Evaluator, frame: Frame): Frame {
  const { parent, scope, module } = frame;
  if (!parent || module.summary.scope(scope.parent).kind !== 'function') return frame;
  for (const type of parent.bindings.values()) {
    if (type.kind !== 'function' || type.function.module.origin !== 'workspace') continue;
    return frameOfCall(p, type, NO_ARGUMENTS);
  }
  return frame;
}

/** What follows `if __name__ == "__main__":`. */
function mainRegion(summary: FileSummary): RegionId | undefined {
  for (let region = 0; region < summary.regionCount; region++) {
    if (summary.regionKind(region) === RegionKind.Then && isMainTest(summary, summary.regionValue(region)))
      return region;
  }
  return undefined;
}

function isMainTest(summary: FileSummary, test: Value): boolean {
  if (test < 0 || summary.op(test) !== Op.Compare) return false;
  const operands = [...summary.list(summary.a(test))];
  return (
    operands.some(
      (value) => summary.op(value) === Op.Lookup && summary.string(summary.a(value)) === '__name__',
    ) &&
    operands.some(
      (value) =>
        summary.op(value) === Op.Literal &&
        summary.literal(value) === Literal.String &&
        summary.string(summary.b(value)) === '__main__',
    )
  );
}
