/** Handlers that end a cancellation: whoever cancelled waits, or goes on as if nothing had been asked for. */
import { type FileSummary, Literal, Op, type RegionId, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { calleeNames, lastName } from './callee-names.ts';
import { caughtNames } from './exceptions.ts';
import type { Spot } from './named-calls.ts';
import { isLoop, isSuspension, isWithin, regionAround, rowsIn } from './regions.ts';
import { isTest } from './scopes.ts';
import { type Uses, usesOf } from './uses.ts';

export interface SwallowedCancellation extends Spot {
  /** What the handler catches: `asyncio.CancelledError`, `BaseException`, or everything. */
  readonly caught: string;
  /** The coroutine goes on, so that it cannot be cancelled at all here. */
  readonly goesOn: boolean;
}

const CANCELLATION = /^(asyncio\.(exceptions\.)?CancelledError|trio\.(_core\.\w+\.)?Cancelled)$/;
/** What ends a program is often caught together with it. */
const ENDS = /^builtins\.(KeyboardInterrupt|SystemExit|GeneratorExit)$|CancelledError$/;
const EVERYTHING = /^builtins\.BaseException$/;

/** Waits for tasks of others: that these were cancelled says nothing of this one. */
const WAITS_FOR_OTHERS = /^asyncio\.([a-z_]\w*\.)?(gather|wait|wait_for|shield)$/;

/** What is done with an exception that only tells of it. */
const TELLS =
  /^(debug|info|warning|warn|error|exception|critical|log|print|str|repr|format|type|isinstance|print_exc|print_exception|format_exc)$/;

interface Handler {
  readonly frame: Frame;
  readonly region: RegionId;
  readonly tried: RegionId;
  readonly caught: string;
  /** It is written for cancellations, and for nothing that goes wrong. */
  readonly isMeant: boolean;
}

export function swallowedCancellations(p: Evaluator, module: Module): SwallowedCancellation[] {
  return new Handlers(p).in(module);
}

class Handlers {
  readonly #p: Evaluator;

  constructor(p: Evaluator) {
    this.#p = p;
  }

  in(module: Module): SwallowedCancellation[] {
    const found: SwallowedCancellation[] = [];
    for (const handler of this.#handlers(module)) {
      if (this.#isHarmless(handler)) continue;
      const { frame, region, caught, isMeant } = handler;
      const goesOn = this.#goesOn(handler);
      // Whoever writes the word, and ends the task with it, has thought of cancellation.
      if (isMeant && !goesOn) continue;
      const { start } = module.summary.regionSpan(region);
      found.push({
        span: { start, end: start + 'except'.length },
        function: frame.scope.qualname,
        caught,
        goesOn,
      });
    }
    return found;
  }

  /** Of each `try` around a suspension, the handler that a cancellation comes to. */
  *#handlers(module: Module): Iterable<Handler> {
    const { summary } = module;
    const tried = this.#triedIn(module);
    if (tried.size === 0) return;
    for (let region = 0; region < summary.regionCount; region++) {
      if (summary.regionKind(region) !== RegionKind.Except) continue;
      const link = summary.regionLink(region);
      const frame = tried.get(link);
      if (!frame) continue;
      const type = summary.regionValue(region);
      const names = type < 0 ? ['builtins.BaseException'] : caughtNames(this.#p, frame, type);
      const isNamed = names.some((name) => CANCELLATION.test(name));
      if (!isNamed && !names.some((name) => EVERYTHING.test(name))) continue;
      // The handlers behind it never see one.
      tried.delete(link);
      const caught = isNamed ? 'CancelledError' : type < 0 ? '' : 'BaseException';
      const isMeant = isNamed && names.every((name) => CANCELLATION.test(name) || ENDS.test(name));
      yield { frame, region, tried: link, caught, isMeant };
    }
  }

  /** The `try` regions in coroutines of which something may be cancelled that is not plainly a task of somebody's. */
  #triedIn(module: Module): Map<RegionId, Frame> {
    const { summary } = module;
    const found = new Map<RegionId, Frame>();
    for (const scope of summary.scopes) {
      if (!scope.isAsync || isTest(scope)) continue;
      let frame: Frame | undefined;
      for (let row = scope.first; row < scope.end; row++) {
        if (!isSuspension(summary, row)) continue;
        const at = regionAround(summary, row, (region) => summary.regionKind(region) === RegionKind.Try);
        if (at < 0) continue;
        frame ??= this.#p.genericFrame(module, scope.id);
        if (!this.#p.runs(frame, summary.region(row)) || this.#waitsForOthers(frame, row)) continue;
        for (let region = at; region >= 0; region = summary.regionParent(region)) {
          if (summary.regionKind(region) === RegionKind.Try) found.set(region, frame);
        }
      }
    }
    return found;
  }

  /** `await task`, `await gather(*tasks)`. */
  #waitsForOthers(frame: Frame, row: Value): boolean {
    const { summary } = frame.module;
    const awaited = summary.a(row);
    if (summary.op(row) !== Op.Await) return false;
    const isMadeHere = (value: Value) =>
      summary.op(value) === Op.Call && summary.start(value) >= summary.start(row);
    if (!isMadeHere(awaited)) return true;
    if (summary.args(awaited).some(({ value }) => isMadeHere(value))) return false;
    return calleeNames(this.#p, frame, summary.a(awaited)).some((name) => WAITS_FOR_OTHERS.test(name));
  }

  #isHarmless({ frame, region, tried, isMeant }: Handler): boolean {
    const { summary } = frame.module;
    if (isCleaningUp(summary, tried)) return true;
    let uses: Uses | undefined;
    for (const row of rowsIn(summary, frame.scope, region)) {
      const op = summary.op(row);
      if (op === Op.Raise) return true;
      // It is noted, for what comes later to act on.
      if (isMeant && (op === Op.StoreAttribute || isNote(summary, row))) return true;
      if (op === Op.Call && lastName(frame, summary.a(row)) === 'uncancel') return true;
      if (op === Op.Caught && this.#isHandedOn(frame, (uses ??= usesOf(summary)), row, new Set()))
        return true;
    }
    return this.#hasCancelled(frame, summary.regionSpan(region).start);
  }

  /** `future.set_exception(error)`, `failures.append(error)`: somebody else will see it. */
  #isHandedOn(frame: Frame, uses: Uses, value: Value, seen: Set<Value>): boolean {
    if (seen.has(value)) return false;
    seen.add(value);
    const { summary } = frame.module;
    // Under a second name it outlives the handler.
    if (uses.of(value).filter(({ role }) => role === 'named').length > 1) return true;
    return uses.of(value).some(({ role, by }) => {
      if (role === 'same') return this.#isHandedOn(frame, uses, by, seen);
      if (role === 'passed') return !TELLS.test(lastName(frame, summary.a(by)));
      return role === 'kept' || role === 'element';
    });
  }

  /** Who cancels, and then waits for what was cancelled, expects it. */
  #hasCancelled(frame: Frame, before: number): boolean {
    const { scope, module } = frame;
    const { summary } = module;
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.op(row) !== Op.Call || summary.start(row) >= before) continue;
      if (/cancel/i.test(lastName(frame, summary.a(row)))) return true;
    }
    return false;
  }

  /** Whether anything is awaited behind the handler. */
  #goesOn({ frame, region, tried }: Handler): boolean {
    const { summary } = frame.module;
    let leaves = false;
    for (const row of rowsIn(summary, frame.scope, region)) {
      if (summary.region(row) !== region) continue;
      if (summary.op(row) === Op.Return) return false;
      leaves ||= summary.op(row) === Op.Jump && summary.a(row) === 1;
    }
    let end = summary.regionSpan(region).end;
    for (let at = tried; at >= 0; at = summary.regionParent(at)) {
      if (!isLoop(summary.regionKind(at))) continue;
      if (!leaves) return !asksItself(frame, at);
      leaves = false;
      end = summary.regionSpan(at).end;
    }
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (!isSuspension(summary, row) || summary.start(row) < end) continue;
      if (!isBesides(frame, row, tried) && this.#p.runs(frame, summary.region(row))) return true;
    }
    return false;
  }
}

/** `while self.running:` may well end because somebody who cancels says so first. */
function asksItself({ module: { summary } }: Frame, loop: RegionId): boolean {
  if (summary.regionKind(loop) !== RegionKind.While) return false;
  const test = summary.regionValue(loop);
  return !(summary.op(test) === Op.Literal && summary.literal(test) === Literal.True);
}

/** What stands in another branch than the `try`, or in what belongs to it, is not reached from its handler. */
function isBesides({ module: { summary } }: Frame, row: Value, tried: RegionId): boolean {
  for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) {
    const kind = summary.regionKind(at);
    const link = summary.regionLink(at);
    if (kind === RegionKind.Except || kind === RegionKind.Finally || kind === RegionKind.Else) {
      if (isWithin(summary, tried, link)) return true;
    }
    if (kind === RegionKind.Otherwise && isWithin(summary, tried, link)) return true;
  }
  return false;
}

/** `cancelled = True` in a handler. */
function isNote(summary: FileSummary, row: Value): boolean {
  return summary.op(row) === Op.Bind && summary.op(summary.a(row)) !== Op.Caught;
}

/** What is tried while something ends already: in a `finally`, or in another handler. */
function isCleaningUp(summary: FileSummary, tried: RegionId): boolean {
  for (let at = summary.regionParent(tried); at >= 0; at = summary.regionParent(at)) {
    const kind = summary.regionKind(at);
    if (kind === RegionKind.Finally || kind === RegionKind.Except) return true;
  }
  return false;
}
