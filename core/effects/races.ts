/** Shared state that a coroutine looks at, and changes only after others had a chance to do the same. */
import { OPEN_NAME } from '../model/open-name.ts';
import type { Span } from '../model/span.ts';
import { Op, RegionKind, type RegionId, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { memberType } from '../program/members.ts';
import { alternatives, type Type } from '../program/types.ts';
import { lastName } from './callee-names.ts';
import type { Suspension } from './suspension.ts';
import { isWithin } from './regions.ts';

export interface Race {
  /** The write. */
  readonly span: Span;
  readonly function: string;
  /** What is shared, as it is written: `self.session`. */
  readonly state: string;
  /** Where it was looked at, and where others run in between. */
  readonly checkedAt: Span;
  readonly suspendedAt: Span;
  /** `self.total += await …`: what was read before the await is written behind it. */
  readonly isUpdate: boolean;
}

/** Steps of a life that nobody takes twice at once. */
const ONCE =
  /^(_*)(async_)?(__\w+__|start\w*|stop\w*|setup\w*|set_up\w*|init\w*|open|close\w*|connect\w*|disconnect\w*|run\w*|main|login|logout|shutdown\w*|on_\w+|added_to_\w+|async_(setup|added|will)\w*|async_step\w*|test_\w+|_?loop|_?worker)$/i;

/** Methods of what has to be ended. */
const ENDINGS = ['close', 'aclose', 'disconnect', 'terminate', 'cancel', '__aexit__'] as const;

const LOCKS = /Lock\b|Semaphore|Condition|Limiter/;
const LOCK_NAME = /lock|mutex|semaphore|guard|condition/i;

export class Races {
  readonly #p: Evaluator;
  readonly #suspension: Suspension;

  constructor(p: Evaluator, suspension: Suspension) {
    this.#p = p;
    this.#suspension = suspension;
  }

  in(module: Module): Race[] {
    const { summary } = module;
    const found: Race[] = [];
    for (const scope of summary.scopes) {
      if (!scope.isAsync || scope.kind !== 'function' || ONCE.test(scope.name)) continue;
      const frame = this.#p.genericFrame(module, scope.id);
      for (let row = scope.first; row < scope.end; row++) {
        const race = this.#p.runs(frame, summary.region(row)) ? this.#at(frame, row) : undefined;
        if (race) found.push(race);
      }
    }
    return found;
  }

  /** A write that depends on what was seen before others ran. */
  #at(frame: Frame, row: Value): Race | undefined {
    const { summary } = frame.module;
    const state = writtenState(frame, row);
    if (state === undefined || this.#isLocked(frame, row)) return undefined;
    const update = this.#update(frame, row, state);
    const check = update ?? this.#check(frame, row, state);
    if (!check || !(update ?? this.#isOpened(frame, summary.c(row), state))) return undefined;
    return {
      span: summary.span(row),
      function: frame.scope.qualname,
      state,
      checkedAt: summary.span(check.read),
      suspendedAt: summary.span(check.point),
      isUpdate: update !== undefined,
    };
  }

  /** `self.total += await price()`: the old value is read first. */
  #update(frame: Frame, row: Value, state: string): Check | undefined {
    const { summary } = frame.module;
    if (summary.op(row) !== Op.StoreAttribute) return undefined;
    const value = summary.c(row);
    if (summary.op(value) !== Op.Binary || stateOf(frame, summary.a(value)) !== state) return undefined;
    const read = summary.a(value);
    const point = this.#firstPoint(frame, read, row);
    return point === undefined ? undefined : { read, point };
  }

  /** `if self.session is None: self.session = await connect()`. */
  #check(frame: Frame, row: Value, state: string): Check | undefined {
    const { summary } = frame.module;
    for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) {
      if (summary.regionKind(at) !== RegionKind.Then) continue;
      const read = summary.regionValue(at);
      if (!asksFor(frame, read, state)) continue;
      const point = this.#firstPoint(frame, read, row);
      // The nearest question is the one that counts: asked again behind the await, it is the right one.
      if (point === undefined || changedBetween(frame, read, row, state, at)) return undefined;
      return { read, point };
    }
    return undefined;
  }

  /** Whether a value has to be ended some day: the one that is written over never is. What is only known is known again. */
  #isOpened(frame: Frame, value: Value, state: string): boolean {
    const types = alternatives(this.#p.typeOf(frame, value)).filter(({ kind }) => kind !== 'none');
    const isRead = (type: Type) => type.kind === 'instance' && type.class.module.origin !== 'stub';
    if (types.length === 0 || types.some(({ kind }) => kind === 'external')) return OPEN_NAME.test(state);
    return types.some(
      (type) =>
        type.kind === 'instance' &&
        (isRead(type) || OPEN_NAME.test(state)) &&
        ENDINGS.some((name) => memberType(this.#p, type, name).kind !== 'unknown'),
    );
  }

  /** A place between two operations, on the way from one to the other, where other tasks run. */
  #firstPoint(frame: Frame, from: Value, to: Value): Value | undefined {
    const { summary } = frame.module;
    for (let row = from + 1; row < to; row++) {
      if (!this.#suspension.isPoint(frame, row)) continue;
      // On the way are regions that the write stands in as well.
      if (isWithin(summary, summary.region(to), summary.region(row))) return row;
    }
    return undefined;
  }

  #isLocked(frame: Frame, row: Value): boolean {
    const { summary } = frame.module;
    for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) {
      const kind = summary.regionKind(at);
      if (kind !== RegionKind.With && kind !== RegionKind.AsyncWith) continue;
      if (this.#isLock(frame, summary.a(summary.regionValue(at)))) return true;
    }
    return acquires(frame);
  }

  #isLock(frame: Frame, context: Value): boolean {
    const { summary } = frame.module;
    const value = summary.op(context) === Op.Call ? summary.a(context) : context;
    const name = summary.op(value) === Op.Parameter ? '' : lastName(frame, value);
    if (LOCK_NAME.test(name)) return true;
    return alternatives(this.#p.typeOf(frame, context)).some(
      (type) =>
        (type.kind === 'instance' && LOCKS.test(type.class.name)) ||
        (type.kind === 'external' && LOCKS.test(type.path)),
    );
  }
}

interface Check {
  readonly read: Value;
  readonly point: Value;
}

/** `await self.lock.acquire()` anywhere. */
function acquires({ module: { summary }, scope }: Frame): boolean {
  for (let row = scope.first; row < scope.end; row++) {
    if (summary.op(row) !== Op.Attribute) continue;
    if (summary.string(summary.b(row)) === 'acquire') return true;
  }
  return false;
}

/** What a write changes, where others see it: `self.x = …`, `self.x[key] = …`. */
function writtenState(frame: Frame, row: Value): string | undefined {
  const { summary } = frame.module;
  if (summary.op(row) === Op.StoreAttribute) {
    const base = stateOf(frame, summary.a(row));
    return base === undefined ? undefined : `${base}.${summary.string(summary.b(row))}`;
  }
  if (summary.op(row) !== Op.StoreSubscript) return undefined;
  const state = stateOf(frame, summary.a(row));
  return state?.includes('.') ? state : undefined;
}

/** `self`, and attributes of it. */
function stateOf(frame: Frame, value: Value): string | undefined {
  const { summary } = frame.module;
  if (summary.op(value) === Op.Parameter) {
    return summary.a(value) === 0 && frame.receiver ? frame.scope.parameters[0]?.name : undefined;
  }
  if (summary.op(value) === Op.Narrow || summary.op(value) === Op.Exclude)
    return stateOf(frame, summary.a(value));
  if (summary.op(value) !== Op.Attribute) return undefined;
  const base = stateOf(frame, summary.a(value));
  return base === undefined ? undefined : `${base}.${summary.string(summary.b(value))}`;
}

/** Whether a test finds state missing: `self.x is None`, `not self.x`, `key not in self.x`. */
function asksFor(frame: Frame, test: Value, state: string): boolean {
  const { summary } = frame.module;
  switch (summary.op(test)) {
    case Op.Not:
      return stateOf(frame, summary.a(test)) === state;
    case Op.Compare: {
      const [operator = '', ...others] = [...summary.list(summary.b(test))].map((each) =>
        summary.string(each),
      );
      if (others.length > 0 || !/^(is|==|not in)$/.test(operator)) return false;
      return [...summary.list(summary.a(test))].some((operand) => stateOf(frame, operand) === state);
    }
    case Op.Truth:
      return [...summary.list(summary.a(test))].some((part) => asksFor(frame, part, state));
    default:
      return false;
  }
}

/** Whether the state was set already between the test and the write: then the first one to come has taken it. */
function changedBetween(frame: Frame, from: Value, to: Value, state: string, region: RegionId): boolean {
  const { summary } = frame.module;
  for (let row = from + 1; row < to; row++) {
    if (writtenState(frame, row) === state && isWithin(summary, summary.region(row), region)) return true;
  }
  return false;
}
