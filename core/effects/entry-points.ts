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
import { isInside } from './region-tree.ts';
import { registeredIn } from './registrations.ts';

export interface EntryPoint {
  /** What runs. */
  readonly frame: Frame;
  /** What people wrote: the function inside, where a decorator has put another around it. */
  readonly written: Frame;
  readonly how: 'registered' | 'script' | 'notebook' | 'batch';
  /** All that frameworks make of it. */
  readonly registrations: readonly Registration[];
  /** The calls of a module that are its script; all calls of a function. */
  readonly isMeant: (row: Value) => boolean;
}

const ALL = (): boolean => true;

/** What begins in a module, save batches: those are what is left over. */
export function entryPoints(p: Evaluator, frameworks: Frameworks, module: Module): EntryPoint[] {
  const byFunction = new Map<Scope, { frame: Frame; written: Frame; registrations: Registration[] }>();
  for (const { frame, registration } of registeredIn(p, frameworks, module)) {
    const written = decorated(p, frame);
    const known = byFunction.get(written.scope);
    if (known) known.registrations.push(registration);
    else byFunction.set(written.scope, { frame, written, registrations: [registration] });
  }
  for (const { written, registration } of subcommands(p, module, byFunction)) {
    byFunction.set(written.scope, { frame: written, written, registrations: [registration] });
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
  const isMeant = (row: Value): boolean => isInside(summary, summary.region(row), main);
  return [...found, { ...plain, how: 'script', isMeant }];
}

/** `@cli.command()`: a function that has become a group of commands takes others in. */
function subcommands(
  p: Evaluator,
  module: Module,
  known: ReadonlyMap<Scope, { readonly registrations: readonly Registration[] }>,
): { readonly written: Frame; readonly registration: Registration }[] {
  const { summary } = module;
  const found = new Map<Scope, { readonly written: Frame; readonly registration: Registration }>();
  for (const scope of summary.scopes) {
    if (scope.kind !== 'function' || known.has(scope)) continue;
    for (const decorator of scope.decorators) {
      const callee = summary.op(decorator) === Op.Call ? summary.a(decorator) : decorator;
      if (summary.op(callee) !== Op.Attribute || !TAKES_IN.test(summary.string(summary.b(callee)))) continue;
      const group = p.typeOf(p.genericFrame(module, scope.parent), summary.a(callee));
      if (group.kind !== 'function') continue;
      const { scope: around } = group.function;
      const registration =
        found.get(around)?.registration ??
        known.get(around)?.registrations.find(({ role }) => role === 'command');
      if (registration) found.set(scope, { written: p.genericFrame(module, scope.id), registration });
    }
  }
  return [...found.values()];
}

const TAKES_IN = /^(command|group)$/;

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
