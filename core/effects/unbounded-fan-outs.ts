/** Fan-outs whose size nothing limits, and that read or write something for each item. */
import type { Span } from '../model/span.ts';
import { Op, RegionKind, type Value } from '../model/summary.ts';
import { NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { alternatives } from '../program/types.ts';
import { lastName } from './callee-names.ts';
import type { FanOut, FanOuts } from './fan-outs.ts';
import type { Io, IoReached } from './io-reached.ts';
import { isEndless, regionAround } from './regions.ts';

export interface UnboundedFanOut {
  readonly span: Span;
  readonly function: string;
  /** What starts all of them, as it is written: `gather`. */
  readonly by: string;
  readonly io: Io;
  /** The coroutine of one item, as it is made. */
  readonly element: Span;
}

/** Of databases, the pool of connections is the limit. */
const LIMITED_BY_OTHERS: ReadonlySet<Io['kind']> = new Set(['db']);

const LIMITS = /Semaphore|Limiter|Throttl|(?<!\w)Lock\b/;
const LIMIT_NAME = /sem(?:aphore)?\b|semaphore|limit|throttl|lock|slot|permit|concurren/i;

/** `zip(a, b)` is as long as its arguments are. */
const AS_LONG_AS = /^(enumerate|zip|list|tuple|set|sorted|reversed|items|values|keys|copy)$/;

export class UnboundedFanOuts {
  readonly #p: Evaluator;
  readonly #fanOuts: FanOuts;
  readonly #io: IoReached;

  constructor(p: Evaluator, fanOuts: FanOuts, io: IoReached) {
    this.#p = p;
    this.#fanOuts = fanOuts;
    this.#io = io;
  }

  in(module: Module): UnboundedFanOut[] {
    const { summary } = module;
    const found = new Map<Value, UnboundedFanOut>();
    for (const scope of summary.scopes) {
      if (!scope.isAsync) continue;
      const frame = this.#p.genericFrame(module, scope.id);
      for (const fanOut of this.#fanOuts.in(frame)) {
        const io = found.has(fanOut.call) ? undefined : this.#unbounded(frame, fanOut);
        if (!io) continue;
        const by = lastName(frame, summary.a(fanOut.call));
        const [span, element] = [summary.span(fanOut.call), summary.span(fanOut.element)];
        found.set(fanOut.call, { span, function: scope.qualname, by, io, element });
      }
    }
    return [...found.values()];
  }

  /** Whether as many are started as there happen to be items, and nothing lets them through a few at a time. */
  isUnbounded(frame: Frame, fanOut: FanOut): boolean {
    const { element, iterables } = fanOut;
    return (
      !isMember(frame, fanOut) &&
      !isChosen(frame, fanOut) &&
      !iterables.every((iterable) => this.#isSmall(frame, iterable)) &&
      !this.#isLimited(frame, element, new Set())
    );
  }

  #unbounded(frame: Frame, fanOut: FanOut): Io | undefined {
    if (!this.isUnbounded(frame, fanOut) || this.#isWorker(frame, fanOut.element)) return undefined;
    return this.#io
      .of(frame, fanOut.element)
      .io.find(({ kind, inThread }) => !LIMITED_BY_OTHERS.has(kind) && !inThread);
  }

  /** What goes on for good does its work bit by bit, and not all of them at once. */
  #isWorker(frame: Frame, element: Value): boolean {
    const types = alternatives(this.#p.typeOf(frame, element));
    return types.length > 0 && types.every((type) => type.kind === 'coroutine' && goesOnForGood(type.frame));
  }

  /** Whether the code shows that there are few items: they are written out, counted out, or a slice of others. */
  #isSmall(frame: Frame, iterable: Value): boolean {
    const { summary } = frame.module;
    switch (summary.op(iterable)) {
      case Op.Display:
      case Op.Dict:
      case Op.Literal:
        return true;
      case Op.Iterate:
      case Op.Unpack:
        // What is itself an element: a batch.
        return isElement(frame, iterable);
      case Op.Subscript:
        return summary.op(summary.b(iterable)) === Op.Slice || this.#isFew(frame, iterable);
      case Op.Annotated:
        return this.#isSmall(frame, summary.a(iterable));
      case Op.Call:
        return this.#isShortCall(frame, iterable) || this.#isFew(frame, iterable);
      default:
        return this.#isFew(frame, iterable);
    }
  }

  #isShortCall(frame: Frame, call: Value): boolean {
    const { summary } = frame.module;
    const callee = summary.a(call);
    const name = lastName(frame, callee);
    const args = summary.args(call);
    if (name === 'range') {
      const bound = args.at(args.length > 1 ? 1 : 0)?.value ?? -1;
      return bound >= 0 && summary.op(bound) === Op.Literal;
    }
    if (/^(islice|batched|nlargest|nsmallest|sample)$/.test(name)) return true;
    if (!AS_LONG_AS.test(name)) return false;
    if (summary.op(callee) === Op.Attribute && args.length === 0)
      return this.#isSmall(frame, summary.a(callee));
    return args.length > 0 && args.some(({ value }) => this.#isSmall(frame, value));
  }

  /** By its type: a constant that is written out, a tuple of so many, an enumeration. */
  #isFew(frame: Frame, iterable: Value): boolean {
    const types = alternatives(this.#p.typeOf(frame, iterable));
    return (
      types.length > 0 &&
      types.every(
        (type) =>
          type.kind === 'tuple' ||
          (type.kind === 'instance' && type.detail?.kind === 'items') ||
          (type.kind === 'class' && this.#p.isEnum(type.class)),
      )
    );
  }

  /** Whether a semaphore or the like stands on the way of what is started. */
  #isLimited(frame: Frame, call: Value, seen: Set<Frame>): boolean {
    const { summary } = frame.module;
    const callee = this.#p.typeOf(frame, summary.a(call));
    if (LIMIT_NAME.test(lastName(frame, summary.a(call)))) return true;
    return this.#p
      .callTargets(callee, NO_ARGUMENTS)
      .some(({ frame: body }) => body !== undefined && this.#limits(body, seen));
  }

  #limits(frame: Frame, seen: Set<Frame>): boolean {
    if (seen.has(frame) || seen.size > MAX_LOOKED_AT || frame.module.origin === 'stub') return false;
    seen.add(frame);
    const { summary } = frame.module;
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      const op = summary.op(row);
      if ((op === Op.Enter || op === Op.Await) && this.#isLimit(frame, summary.a(row))) return true;
      if (
        op === Op.Await &&
        summary.op(summary.a(row)) === Op.Call &&
        this.#isLimited(frame, summary.a(row), seen)
      )
        return true;
    }
    return false;
  }

  /** `async with self.semaphore`, `await limiter.acquire()`. */
  #isLimit(frame: Frame, value: Value): boolean {
    const { summary } = frame.module;
    const isCall = summary.op(value) === Op.Call;
    const callee = isCall ? summary.a(value) : value;
    const subject = isCall && summary.op(callee) === Op.Attribute ? summary.a(callee) : value;
    return (
      [callee, subject].some((each) => LIMIT_NAME.test(nameOf(frame, each))) ||
      alternatives(this.#p.typeOf(frame, subject)).some(
        (type) =>
          (type.kind === 'instance' && LIMITS.test(type.class.name)) ||
          (type.kind === 'external' && LIMITS.test(type.path)),
      )
    );
  }
}

/** `client.start() for client in self.clients`: of objects that the program itself has made it knows the number. */
function isMember({ module: { summary } }: Frame, { element, items }: FanOut): boolean {
  let at = summary.a(element);
  while (summary.op(at) === Op.Attribute) at = summary.a(at);
  return items.includes(at);
}

/** `if kind == "page": tasks.append(load_page())`: there are as many as there are cases. */
function isChosen({ module: { summary } }: Frame, { element, items }: FanOut): boolean {
  for (let at = summary.region(element); at >= 0; at = summary.regionParent(at)) {
    if (summary.regionKind(at) !== RegionKind.Then) continue;
    const test = summary.regionValue(at);
    if (summary.op(test) !== Op.Compare) continue;
    const operands = [...summary.list(summary.a(test))];
    const isLiteral = operands.some((each) => summary.op(each) === Op.Literal);
    if (isLiteral && operands.some((each) => items.includes(each))) return true;
  }
  return false;
}

/** What a value is called where it is used, or was taken over. */
function nameOf(frame: Frame, value: Value): string {
  const { summary } = frame.module;
  if (summary.op(value) === Op.Parameter) return frame.scope.parameters[summary.a(value)]?.name ?? '';
  return lastName(frame, value);
}

/** Coroutines that are looked at for one fan-out. */
const MAX_LOOKED_AT = 100;

/** Whether a value is what a loop around goes over: then somebody has made parts of the whole. */
function isElement({ module: { summary } }: Frame, value: Value): boolean {
  let at = value;
  while (summary.op(at) === Op.Unpack) at = summary.a(at);
  if (summary.op(at) !== Op.Iterate) return false;
  const kind = summary.regionKind(summary.region(at));
  return kind === RegionKind.For || kind === RegionKind.AsyncFor;
}

/** Part of it is a `while True:`. */
function goesOnForGood({ module: { summary }, scope }: Frame): boolean {
  for (let row = scope.first; row < scope.end; row++) {
    if (regionAround(summary, row, (at) => isEndless(summary, at)) >= 0) return true;
  }
  return false;
}
