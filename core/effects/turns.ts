/** Whether a loop can go from one turn to the next without a suspension point: a walk along the paths of its body. */
import { type FileSummary, Op, RegionKind, type RegionId, type Value } from '../model/summary.ts';
import { type Part, partsOf } from './region-tree.ts';
import { isWithin } from './regions.ts';

export type IsPoint = (row: Value) => boolean;

/** Loops in the body are not walked: one that suspends anywhere is taken to do so. */
const LOOPS: ReadonlySet<RegionKind> = new Set([
  RegionKind.For,
  RegionKind.AsyncFor,
  RegionKind.While,
  RegionKind.Comprehension,
]);

/** Whether some path through a loop's body leads to its next turn, and no suspension point lies on it. */
export function turnsWithoutPoint(summary: FileSummary, loop: RegionId, isPoint: IsPoint): boolean {
  const walk = new Walk(summary, isPoint);
  return walk.through(loop) || walk.continues;
}

class Walk {
  /** A `continue` was reached. */
  continues = false;
  readonly #summary: FileSummary;
  readonly #isPoint: IsPoint;

  constructor(summary: FileSummary, isPoint: IsPoint) {
    this.#summary = summary;
    this.#isPoint = isPoint;
  }

  /** Whether a path leads from the start of a region to its end. */
  through(region: RegionId): boolean {
    return this.#along(partsOf(this.#summary, region));
  }

  #along(parts: readonly Part[]): boolean {
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at];
      if (!part) break;
      if (part.region === undefined) {
        if (!this.#passesRow(part.row)) return false;
        continue;
      }
      const group = this.#groupAt(parts, at);
      if (!this.#passesGroup(group)) return false;
      at += parts.slice(at).findIndex((each) => each.region === group.at(-1));
    }
    return true;
  }

  #passesRow(row: Value): boolean {
    switch (this.#summary.op(row)) {
      case Op.Jump:
        this.continues ||= this.#summary.a(row) === 0;
        return false;
      case Op.Return:
      case Op.Raise:
        return false;
      default:
        return !this.#isPoint(row);
    }
  }

  /** A region and those that hang on it: `if` with its `else`, `try` with its handlers, the cases of a `match`. */
  #groupAt(parts: readonly Part[], at: number): RegionId[] {
    const first = parts[at]?.region ?? -1;
    const group = [first];
    for (const { region } of parts.slice(at + 1)) {
      if (region === undefined) continue;
      if (!this.#belongs(region, group)) break;
      group.push(region);
    }
    return group;
  }

  #belongs(region: RegionId, [first = -1]: readonly RegionId[]): boolean {
    const summary = this.#summary;
    const isCase = (each: RegionId) => summary.regionKind(each) === RegionKind.Case;
    if (isCase(region)) return isCase(first) && summary.regionValue(region) === summary.regionValue(first);
    return HANGS_ON.has(summary.regionKind(region)) && summary.regionLink(region) === first;
  }

  #passesGroup([first = -1, ...rest]: readonly RegionId[]): boolean {
    const summary = this.#summary;
    const kind = summary.regionKind(first);
    switch (kind) {
      case RegionKind.Unreachable:
      case RegionKind.Annotation:
      case RegionKind.Generator:
        return true;
      case RegionKind.Then:
      case RegionKind.Case: {
        const ways = [first, ...rest].map((each) => this.through(each));
        // Without an `else` there is a way past; a `match` is taken to have thought of everything.
        return ways.includes(true) || (kind === RegionKind.Then && rest.length === 0);
      }
      case RegionKind.Maybe:
        return true;
      case RegionKind.Try:
        return this.#passesTry(first, rest);
      default:
        return LOOPS.has(kind) ? !this.#hasPoint(first) : this.through(first);
    }
  }

  #passesTry(body: RegionId, rest: readonly RegionId[]): boolean {
    const summary = this.#summary;
    const of = (kind: RegionKind) => rest.filter((each) => summary.regionKind(each) === kind);
    const tried = this.through(body) && of(RegionKind.Else).every((each) => this.through(each));
    const handled =
      this.#mayFailFirst(body) &&
      of(RegionKind.Except)
        .map((each) => this.through(each))
        .includes(true);
    return (tried || handled) && of(RegionKind.Finally).every((each) => this.through(each));
  }

  /** Whether something that may fail stands before the first suspension point, and not in what is awaited there. */
  #mayFailFirst(body: RegionId): boolean {
    const summary = this.#summary;
    const calls: Value[] = [];
    for (let row = 0; row < summary.size; row++) {
      if (!isWithin(summary, summary.region(row), body)) continue;
      if (summary.op(row) === Op.Call) calls.push(row);
      if (!this.#isPoint(row)) continue;
      const { start, end } = summary.span(row);
      return calls.some((call) => summary.start(call) < start || summary.end(call) > end);
    }
    return calls.length > 0;
  }

  #hasPoint(region: RegionId): boolean {
    for (const part of partsOf(this.#summary, region)) {
      if (part.region === undefined ? this.#isPoint(part.row) : this.#hasPoint(part.region)) return true;
    }
    return false;
  }
}

const HANGS_ON: ReadonlySet<RegionKind> = new Set([
  RegionKind.Otherwise,
  RegionKind.Else,
  RegionKind.Except,
  RegionKind.Finally,
]);
