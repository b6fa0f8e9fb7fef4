/** Calls of `gather`: whether failures are asked for, and whether anybody looks at them. */
import type { Span } from '../model/span.ts';
import { ArgumentForm, type FileSummary, Literal, Op, RegionKind, type Value } from '../model/summary.ts';
import { NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { calleeNames, lastName } from './callee-names.ts';
import type { FanOuts } from './fan-outs.ts';
import { isWithin } from './regions.ts';
import { notForGroup } from './not-for-group.ts';
import { type Uses, usesOf } from './uses.ts';

export interface Gathering {
  readonly span: Span;
  readonly function: string;
  /** `return_exceptions=True`. */
  readonly keepsFailures: boolean;
  /** A failure would be lost: the coroutines are made here and may fail, and nobody reads what comes of them. */
  readonly losesFailures: boolean;
  /** The name that the results got, where they got one. */
  readonly name: string | undefined;
  /** Why a task group cannot do the same, as far as others than this function are concerned. */
  readonly notForGroup: () => string | undefined;
}

const GATHER = /^asyncio(\.\w+)*\.gather$/;

/** Functions that put an end to something: what fails in them, fails too late to matter. */
const ENDS =
  /(^|_)(a?close|stop|shut_?down|disconnect|cancel|clean_?up|tear_?down|unload|dispose|terminate|kill)(_|$)|^__aexit__$/i;

const CATCHES_ALL = /^(Base)?Exception$/;

export class Gatherings {
  readonly #p: Evaluator;
  readonly #fanOuts: FanOuts;
  readonly #modules: ReadonlyMap<string, Module>;

  constructor(p: Evaluator, fanOuts: FanOuts, modules: ReadonlyMap<string, Module>) {
    this.#p = p;
    this.#fanOuts = fanOuts;
    this.#modules = modules;
  }

  /** The awaited calls of `gather` in a module. */
  in(module: Module): Gathering[] {
    const { summary } = module;
    const found: Gathering[] = [];
    let uses: Uses | undefined;
    for (let row = 0; row < summary.size; row++) {
      if (summary.op(row) !== Op.Await) continue;
      const call = summary.a(row);
      if (summary.op(call) !== Op.Call || lastName({ module }, summary.a(call)) !== 'gather') continue;
      const scope = summary.scopeOf(row);
      const frame = this.#p.genericFrame(module, scope.id);
      if (!this.#p.runs(frame, summary.region(row)) || !this.#isGather(frame, call)) continue;
      uses ??= usesOf(summary);
      const unread = unreadAs(frame, uses, row);
      found.push({
        span: summary.span(call),
        function: scope.qualname,
        keepsFailures: keepsFailures(summary, call),
        losesFailures: unread !== undefined && !isEnding(frame, call) && this.#mayFail(frame, call),
        name: unread === '' ? undefined : unread,
        notForGroup: () => notForGroup(this.#p, this.#modules.values(), frame, call),
      });
    }
    return found;
  }

  #isGather(frame: Frame, call: Value): boolean {
    return calleeNames(this.#p, frame, frame.module.summary.a(call)).some((name) => GATHER.test(name));
  }

  /** Tasks of others are theirs to look after, and coroutines that catch everything leave nothing to see. */
  #mayFail(frame: Frame, call: Value): boolean {
    const { summary } = frame.module;
    const single = summary.args(call).filter(({ form }) => form === ArgumentForm.Positional);
    return [...single.map(({ value }) => value), ...this.#fanOuts.given(frame, call)].some(
      (value) =>
        summary.op(value) === Op.Call && !this.#isWaitedFor(frame, value) && !this.#catchesAll(frame, value),
    );
  }

  /** `wrap_future(f)`, `shield(task)`: somebody else's. */
  #isWaitedFor(frame: Frame, call: Value): boolean {
    return /^(wrap_future|shield|wait|wait_for)$/.test(lastName(frame, frame.module.summary.a(call)));
  }

  #catchesAll(frame: Frame, call: Value): boolean {
    const callee = this.#p.typeOf(frame, frame.module.summary.a(call));
    const bodies = this.#p.callTargets(callee, NO_ARGUMENTS).map((target) => target.frame);
    return bodies.length > 0 && bodies.every((body) => body !== undefined && awaitsInTry(body));
  }
}

/** Whether all that a coroutine awaits stands in a `try` that catches every exception. */
function awaitsInTry({ module: { summary }, scope }: Frame): boolean {
  if (!scope.isAsync || scope.isStub) return false;
  const safe = new Set<number>();
  for (let region = 0; region < summary.regionCount; region++) {
    if (summary.regionKind(region) !== RegionKind.Except) continue;
    const type = summary.regionValue(region);
    const isAll =
      type < 0 || (summary.op(type) === Op.Lookup && CATCHES_ALL.test(summary.string(summary.a(type))));
    if (isAll) safe.add(summary.regionLink(region));
  }
  const awaits: Value[] = [];
  for (let row = scope.first; row < scope.end; row++) if (summary.op(row) === Op.Await) awaits.push(row);
  const isSafe = (row: Value) => [...safe].some((region) => isWithin(summary, summary.region(row), region));
  return awaits.length > 0 && awaits.every(isSafe);
}

function keepsFailures(summary: FileSummary, call: Value): boolean {
  const argument = summary.args(call).find(({ keyword }) => keyword === 'return_exceptions');
  return (
    argument !== undefined &&
    summary.op(argument.value) === Op.Literal &&
    summary.literal(argument.value) === Literal.True
  );
}

/** The name of a local that nobody reads, or nothing where results are thrown away; undefined when somebody may look. */
function unreadAs({ module: { summary }, scope }: Frame, uses: Uses, value: Value): string | undefined {
  let name = '';
  for (const { role, by } of uses.of(value)) {
    if (role === 'discarded') continue;
    const isLocal = role === 'named' && summary.c(by) === scope.id && scope.kind === 'function';
    if (!isLocal || isLookedUp(summary, scope.id, summary.b(by))) return undefined;
    name = summary.string(summary.b(by));
  }
  return name;
}

/** Read by its name, from a nested function. */
function isLookedUp(summary: FileSummary, scope: number, name: number): boolean {
  for (let row = 0; row < summary.size; row++) {
    if (summary.op(row) === Op.Lookup && summary.a(row) === name && summary.b(row) >= scope) return true;
  }
  return false;
}

/** In a `finally`, behind a `.cancel()`, or in a function whose name says so; or all that is called is an end. */
function isEnding(frame: Frame, call: Value): boolean {
  const { summary } = frame.module;
  if (frame.scope.qualname.split('.').some((part) => ENDS.test(part))) return true;
  for (let at = summary.region(call); at >= 0; at = summary.regionParent(at)) {
    if (summary.regionKind(at) === RegionKind.Finally) return true;
  }
  const { start, end } = summary.span(call);
  for (let row = frame.scope.first; row < call; row++) {
    if (summary.op(row) !== Op.Call) continue;
    const name = lastName(frame, summary.a(row));
    const isGiven = summary.start(row) >= start && summary.end(row) <= end;
    if (isGiven ? ENDS.test(name) : name === 'cancel') return true;
  }
  return false;
}
