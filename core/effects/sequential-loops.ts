/** Loops of sync code that wait for the network turn by turn, although no turn needs another. */
import type { Span } from '../model/span.ts';
import { type FileSummary, Op, type RegionId, RegionKind, type Scope, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { calleeName } from './chain.ts';
import type { Effect, Reach } from './reach.ts';
import { isInside, itemOf, loopAround } from './enclosing-loops.ts';
import { isTest } from './test-code.ts';
import { type Uses, usesOf } from './uses.ts';

export interface SequentialLoop {
  /** What is looped over. */
  readonly span: Span;
  readonly function: string;
  /** The call that waits in each turn. */
  readonly waitsAt: Span;
  readonly work: string;
}

export function sequentialLoops(
  p: Evaluator,
  reach: Reach,
  module: Module,
  onLoop: readonly Frame[],
): SequentialLoop[] {
  if (isTest(module)) return [];
  const roots = new Set(onLoop.map(({ scope }) => scope));
  const { summary } = module;
  const frames = summary.scopes
    .filter((scope) => isPlain(summary, scope) && !roots.has(scope) && hasLoop(summary, scope))
    .map((scope) => p.genericFrame(module, scope.id));
  if (frames.length === 0) return [];
  reach.ensure(frames);
  const uses = usesOf(summary);
  return frames.flatMap((frame) => loopsOf(reach, uses, frame));
}

function loopsOf(reach: Reach, uses: Uses, frame: Frame): SequentialLoop[] {
  const { summary } = frame.module;
  const found = new Map<RegionId, SequentialLoop | undefined>();
  for (const edge of reach.edges(frame)) {
    const call = edge.site.value;
    const loop = summary.op(call) === Op.Call ? loopAround(summary, call) : undefined;
    const effect = loop === undefined || found.has(loop) ? undefined : networkIn(reach.effectsOf(edge));
    if (loop === undefined || !effect || keepsState(effect) || isConversation(effect)) continue;
    const isMeant = isIndependent(frame, uses, loop, call) && !pausesIn(reach, frame, loop);
    const span = summary.span(itemOf(summary, frame.scope, loop) ?? call);
    const place = { span, function: frame.scope.qualname, waitsAt: summary.span(call) };
    found.set(loop, isMeant ? { ...place, work: workOf(effect) } : undefined);
  }
  return [...found.values()].flatMap((loop) => loop ?? []);
}

function networkIn(effects: readonly Effect[]): Effect | undefined {
  return effects.find(({ kind, confidence }) => kind === 'network' && confidence === 'certain');
}

/** Sync code that is no part of a coroutine: what that defines, it offloads as it likes. */
function isPlain(summary: FileSummary, { isAsync, isGenerator, parent }: Scope): boolean {
  return !isAsync && !isGenerator && (parent < 0 || !summary.scope(parent).isAsync);
}

function hasLoop(summary: FileSummary, { first, end }: Scope): boolean {
  for (let row = first; row < end; row++) if (summary.op(row) === Op.Iterate) return true;
  return false;
}

/** A method that sets attributes of its object may need what the turn before has set; of a wrapper nobody knows. */
function keepsState({ next }: Effect): boolean {
  if (!next) return false;
  const { summary } = next.module;
  const around = next.scope.parent < 0 ? undefined : summary.scope(next.scope.parent);
  if (around?.kind === 'function') return true;
  if (around?.kind !== 'class' || next.scope.name === '__init__') return false;
  for (let row = next.scope.first; row < next.scope.end; row++) {
    const base = summary.op(row) === Op.StoreAttribute ? summary.a(row) : -1;
    if (base >= 0 && summary.op(base) === Op.Parameter && summary.a(base) === 0) return true;
  }
  return false;
}

/** What is said on an open connection has its order. */
function isConversation({ record: { name } }: Effect): boolean {
  return CONVERSATION.test(name);
}

const CONVERSATION = /^(telnetlib|smtplib|ftplib|imaplib|poplib|nntplib|socket)\.\w+\.(?!__init__$)\w+$/;

function workOf({ next, record }: Effect): string {
  return next ? next.scope.qualname.split('.').slice(-2).join('.') : calleeName(record.name);
}

/** Whether each turn asks about its own item, and none needs what an earlier one got or ends the loop. */
function isIndependent(frame: Frame, uses: Uses, loop: RegionId, call: Value): boolean {
  const { summary } = frame.module;
  const kind = summary.regionKind(loop);
  if (kind !== RegionKind.For && kind !== RegionKind.Comprehension) return false;
  const item = itemOf(summary, frame.scope, loop);
  if (item === undefined || !leadsTo(uses, item, call)) return false;
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    const inside = isInside(summary, row, loop);
    if (inside && (LEAVES.has(summary.op(row)) || isBreak(summary, row) || isStep(summary, row)))
      return false;
    // What a turn leaves for the next stands in a choice at the head of the loop.
    if (isCarried(frame, row) && leadsTo(uses, row, call)) return false;
  }
  return true;
}

const LEAVES: ReadonlySet<Op> = new Set([Op.Return, Op.Raise, Op.Yield, Op.YieldFrom]);

/** The value of a name at the head of a loop: from before, or from the turn before. */
function isCarried({ module: { summary } }: Frame, row: Value): boolean {
  if (summary.op(row) !== Op.Choice || summary.start(row) !== summary.end(row)) return false;
  return summary.list(summary.a(row)).some((part) => part > row);
}

/** `self.state.reset()`: something is made ready for each turn, and so belongs to one at a time. */
function isStep(summary: FileSummary, row: Value): boolean {
  if (summary.op(row) !== Op.Discard) return false;
  const call = summary.a(row);
  if (summary.op(call) !== Op.Call || summary.args(call).length > 0) return false;
  return summary.op(summary.a(call)) === Op.Attribute;
}

/** `continue` only ends a turn. */
function isBreak(summary: FileSummary, row: Value): boolean {
  return summary.op(row) === Op.Jump && summary.a(row) === 1;
}

/** Whether a value goes into a call, by way of any other. */
function leadsTo(uses: Uses, from: Value, call: Value): boolean {
  const seen = new Set([from]);
  for (const value of seen) {
    if (value === call) return true;
    for (const { by } of uses.of(value)) if (by >= 0) seen.add(by);
  }
  return false;
}

/** A pause in the loop is there to keep to a rate. */
function pausesIn(reach: Reach, frame: Frame, loop: RegionId): boolean {
  return reach
    .edges(frame)
    .some(
      (edge) =>
        isInside(frame.module.summary, edge.site.value, loop) &&
        reach.effectsOf(edge).some(({ kind }) => kind === 'sleep'),
    );
}
