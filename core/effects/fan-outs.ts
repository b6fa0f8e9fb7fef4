/** Places where a coroutine is started once for each of many items, so that all of them run at once. */
import {
  ArgumentForm,
  type FileSummary,
  Op,
  RegionKind,
  type RegionId,
  type Value,
} from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { calleeNames, lastName } from './callee-names.ts';

/** What is started for each item. */
export interface FanOut {
  /** The call that starts it all: `gather`, `wait`, or `create_task` in a loop. */
  readonly call: Value;
  /** The coroutine of one item, as it is made. */
  readonly element: Value;
  /** The iterables of the loops around, innermost first. */
  readonly iterables: readonly Value[];
  /** The elements of these iterables: what the loop variables hold. */
  readonly items: readonly Value[];
}

const STARTS_ALL = /^(gather|wait|as_completed)$/;
const STARTS_ALL_NAME = /^asyncio(\.\w+)*\.(gather|wait|as_completed)$/;
const STARTS_ONE = /^(create_task|ensure_future|start_soon)$/;
const STARTS_ONE_NAME =
  /^(asyncio(\.\w+)*\.(create_task|ensure_future)|anyio(\.\w+)*\.start_soon|trio(\.\w+)*\.start_soon)$/;

/** Copies that hold the same elements. */
const COPIES = /^(list|tuple|set|sorted|reversed)$/;

const LOOPS: ReadonlySet<RegionKind> = new Set([
  RegionKind.For,
  RegionKind.AsyncFor,
  RegionKind.Comprehension,
  RegionKind.Generator,
]);

export class FanOuts {
  readonly #p: Evaluator;
  readonly #known = new Map<Frame, readonly FanOut[]>();

  constructor(p: Evaluator) {
    this.#p = p;
  }

  in(frame: Frame): readonly FanOut[] {
    let found = this.#known.get(frame);
    if (!found) this.#known.set(frame, (found = this.#find(frame)));
    return found;
  }

  #find(frame: Frame): FanOut[] {
    const { summary } = frame.module;
    const found: FanOut[] = [];
    const gathered = new Set<Value>();
    const alone: Value[] = [];
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (summary.op(row) !== Op.Call || !this.#p.runs(frame, summary.region(row))) continue;
      const name = lastName(frame, summary.a(row));
      if (STARTS_ALL.test(name) && this.#isNamed(frame, row, STARTS_ALL_NAME)) {
        for (const element of this.given(frame, row)) {
          gathered.add(element);
          found.push(...this.#fanOut(frame, row, element));
        }
      } else if (STARTS_ONE.test(name) && this.#isNamed(frame, row, STARTS_ONE_NAME)) alone.push(row);
    }
    for (const call of alone) {
      const element = this.#started(frame, call);
      if (element !== undefined && !gathered.has(element)) found.push(...this.#fanOut(frame, call, element));
    }
    return found;
  }

  #isNamed(frame: Frame, call: Value, names: RegExp): boolean {
    return calleeNames(this.#p, frame, frame.module.summary.a(call)).some((name) => names.test(name));
  }

  /** The elements of the collections that are handed to `gather` and its like, where they are made here. */
  given(frame: Frame, call: Value): Value[] {
    const { summary } = frame.module;
    const args = summary.args(call);
    const many = args.filter(({ form }) => form === ArgumentForm.Star);
    const isGather = lastName(frame, summary.a(call)) === 'gather';
    const collections = isGather ? many : args.slice(0, 1);
    const seen = new Set<Value>();
    return collections.flatMap(({ value }) => this.#elements(frame, value, seen));
  }

  /** The coroutines that a collection holds, where it is filled in this function. */
  #elements(frame: Frame, value: Value, seen: Set<Value>): Value[] {
    if (value < 0 || seen.has(value)) return [];
    seen.add(value);
    const { summary } = frame.module;
    const follow = (next: Value) => this.#elements(frame, next, seen);
    switch (summary.op(value)) {
      case Op.Comprehension:
        return [this.#started(frame, summary.a(value)) ?? summary.a(value)];
      case Op.Choice:
        return [...summary.list(summary.a(value))].flatMap(follow);
      case Op.Annotated:
      case Op.Narrow:
      case Op.Exclude:
      case Op.Star:
        return follow(summary.a(value));
      case Op.Changed:
        return [...this.#appended(frame, summary.b(value)), ...follow(summary.a(value))];
      case Op.Call: {
        const [first] = summary.args(value);
        return first && COPIES.test(lastName(frame, summary.a(value))) ? follow(first.value) : [];
      }
      default:
        return [];
    }
  }

  /** `tasks.append(load(name))`. */
  #appended(frame: Frame, call: Value): Value[] {
    const { summary } = frame.module;
    const name = lastName(frame, summary.a(call));
    const [first] = summary.args(call);
    if (!first || !/^(append|add)$/.test(name)) return [];
    return [this.#started(frame, first.value) ?? first.value];
  }

  /** The coroutine that a call makes a task of: `load(name)` in `create_task(load(name))`. */
  #started(frame: Frame, call: Value): Value | undefined {
    const { summary } = frame.module;
    if (summary.op(call) !== Op.Call || !STARTS_ONE.test(lastName(frame, summary.a(call)))) return undefined;
    const [first] = summary.args(call);
    return first && summary.op(first.value) === Op.Call ? first.value : undefined;
  }

  /** A coroutine that is made in a loop which does not hold the call that starts them all. */
  #fanOut(frame: Frame, call: Value, element: Value): FanOut[] {
    const { summary } = frame.module;
    if (summary.op(element) !== Op.Call) return [];
    const around =
      element < call && STARTS_ALL.test(lastName(frame, summary.a(call))) ? regionsAround(summary, call) : [];
    const loops = regionsAround(summary, element).filter(
      (region) => LOOPS.has(summary.regionKind(region)) && !around.includes(region),
    );
    if (loops.length === 0) return [];
    const items = loops.flatMap((region) => iterateOf(frame, region));
    return [{ call, element, iterables: loops.map((region) => summary.regionValue(region)), items }];
  }
}

function regionsAround(summary: FileSummary, row: Value): RegionId[] {
  const regions: RegionId[] = [];
  for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) regions.push(at);
  return regions;
}

/** What the loop variable of a region holds. */
function iterateOf({ module: { summary }, scope }: Frame, region: RegionId): Value[] {
  for (let row = scope.first; row < scope.end; row++) {
    if (summary.op(row) === Op.Iterate && summary.region(row) === region) return [row];
  }
  return [];
}
