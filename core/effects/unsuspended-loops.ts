/** Endless loops of coroutines that can go round without ever letting another task run. */
import type { Span } from '../model/span.ts';
import { type FileSummary, Op, RegionKind, type RegionId, type Value } from '../model/summary.ts';
import { callSites, type CallSite } from '../program/call-sites.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import type { Reach } from './reach.ts';
import type { Suspension } from './suspension.ts';
import { turnsWithoutPoint } from './turns.ts';
import { isEndless, isLoop, isWithin, regionAround, rowsIn } from './regions.ts';

export interface UnsuspendedLoop {
  /** Its head, up to the colon. */
  readonly span: Span;
  readonly function: string;
  /** What others would have to change for it to end; undefined for `while True`. */
  readonly flag: string | undefined;
  /** No path suspends, as opposed to some. */
  readonly never: boolean;
}

export class UnsuspendedLoops {
  readonly #p: Evaluator;
  readonly #suspension: Suspension;
  readonly #reach: Reach;

  constructor(p: Evaluator, suspension: Suspension, reach: Reach) {
    this.#p = p;
    this.#suspension = suspension;
    this.#reach = reach;
  }

  in(module: Module): UnsuspendedLoop[] {
    const { summary } = module;
    const found: UnsuspendedLoop[] = [];
    for (let region = 0; region < summary.regionCount; region++) {
      if (summary.regionKind(region) !== RegionKind.While) continue;
      const scope = summary.scopeOf(summary.regionValue(region));
      if (!scope.isAsync || isInTry(summary, region)) continue;
      const frame = this.#p.genericFrame(module, scope.id);
      const loop = this.#judge(frame, region);
      if (loop) found.push(loop);
    }
    return found;
  }

  #judge(frame: Frame, region: RegionId): UnsuspendedLoop | undefined {
    const { summary } = frame.module;
    const test = summary.regionValue(region);
    if (!this.#p.runs(frame, region) || leavesByItself(frame, region)) return undefined;
    const flag = isEndless(summary, region) ? undefined : flagOf(summary, test);
    if (!isEndless(summary, region) && (flag === undefined || this.#mayChange(frame, region, flag)))
      return undefined;
    const isPoint = (row: Value) => this.#suspension.isPoint(frame, row);
    if (!turnsWithoutPoint(summary, region, isPoint)) return undefined;
    const { start } = summary.regionSpan(region);
    return {
      span: { start, end: summary.end(test) },
      function: frame.scope.qualname,
      flag,
      never: ![...rowsIn(summary, frame.scope, region)].some(isPoint),
    };
  }

  /** Whether the loop itself may change its flag: by a store, or by a call of which not everything is known. */
  #mayChange(frame: Frame, region: RegionId, flag: string): boolean {
    if (storesIn(frame, region, flag) || worksOn(frame, region, flag)) return true;
    const { summary } = frame.module;
    const sites = callSites(this.#p, frame).filter(
      ({ value, kind }) => kind === 'call' && isWithin(summary, summary.region(value), region),
    );
    return sites.some((site) => this.#changes(site, flag));
  }

  #changes({ targets, awaited }: CallSite, flag: string): boolean {
    if (awaited || targets.length === 0) return true;
    const bodies = targets.flatMap((target) => target.frame ?? []);
    this.#reach.ensure(bodies);
    return [...this.#reach.behind(bodies)].some((body) => storesIn(body, -1, flag));
  }
}

/** What is raised in it may be how it ends. */
function isInTry(summary: FileSummary, region: RegionId): boolean {
  for (let at = region; at >= 0; at = summary.regionParent(at)) {
    if (summary.regionKind(at) === RegionKind.Try) return true;
  }
  return false;
}

/** Whether its own body can end it: `break`, `return`, `raise`. */
function leavesByItself(frame: Frame, region: RegionId): boolean {
  const { summary } = frame.module;
  const loopAround = (row: Value) => regionAround(summary, row, (at) => isLoop(summary.regionKind(at)));
  return [...rowsIn(summary, frame.scope, region)].some((row) => {
    const op = summary.op(row);
    if (op === Op.Jump) return summary.a(row) === 1 && loopAround(row) === region;
    return op === Op.Return || op === Op.Raise;
  });
}

/** An attribute that says whether to go on: `self.running`, `not self.stopped`. */
function flagOf(summary: FileSummary, test: Value): string | undefined {
  const flag = summary.op(test) === Op.Not ? summary.a(test) : test;
  return summary.op(flag) === Op.Attribute ? summary.string(summary.b(flag)) : undefined;
}

/** Whether an attribute of this name is set in a region, or anywhere in a function. */
function storesIn({ module: { summary }, scope }: Frame, region: RegionId, name: string): boolean {
  for (let row = scope.first; row < scope.end; row++) {
    if (summary.op(row) !== Op.StoreAttribute || summary.string(summary.b(row)) !== name) continue;
    if (region < 0 || isWithin(summary, summary.region(row), region)) return true;
  }
  return false;
}

/** `self.queue.pop()`, `del self.queue[0]`: what the attribute holds is another thing afterwards. */
function worksOn({ module: { summary }, scope }: Frame, region: RegionId, name: string): boolean {
  const isFlag = (value: Value): boolean => {
    switch (value < 0 ? Op.Unknown : summary.op(value)) {
      // What is said of it behind a test.
      case Op.Narrow:
      case Op.Exclude:
        return isFlag(summary.a(value));
      case Op.Attribute:
        return summary.string(summary.b(value)) === name;
      default:
        return false;
    }
  };
  return [...rowsIn(summary, scope, region)].some((row) => {
    const a = summary.a(row);
    switch (summary.op(row)) {
      case Op.Call:
        return summary.op(a) === Op.Attribute && isFlag(summary.a(a));
      case Op.StoreSubscript:
      case Op.Delete:
        return isFlag(a);
      default:
        return false;
    }
  });
}
