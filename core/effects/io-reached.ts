/** What coroutines read or write while somebody awaits them: on the spot, in a worker thread, or in what they await. */
import { type Catalogue, type Handover, IO_KINDS } from '../knowledge/catalogue.ts';
import type { BlockingKind } from '../model/blocking-kind.ts';
import { Op, type Value } from '../model/summary.ts';
import { argumentsOf, type CallTarget, frameOfCall, NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { writtenPath } from '../program/names.ts';
import { alternatives, type Type } from '../program/types.ts';
import { calleeName } from './chain.ts';
import type { Reach } from './reach.ts';
import { displayName } from './scopes.ts';

/** Input or output that is waited for. */
export interface Io {
  readonly kind: BlockingKind;
  /** From what is awaited down to what does it, as people write it. */
  readonly way: readonly string[];
  /** The full name of what does it. */
  readonly leaf: string;
  /** A worker thread does it, of which there are only so many. */
  readonly inThread: boolean;
}

/** What is awaited, and all input and output that this comes to. */
export interface Reached {
  readonly io: readonly Io[];
  /** Everything that is awaited on the way could be followed to its end. */
  readonly isWhole: boolean;
}

const NOTHING: Reached = { io: [], isWhole: true };
const UNKNOWN: Reached = { io: [], isWhole: false };

/** Waits for what it is given: the coroutines among its arguments. */
const WAITS_FOR = /^asyncio(\.\w+)*\.(gather|wait|wait_for|shield|as_completed|create_task|ensure_future)$/;

/** Waiting that reads and writes nothing. */
const ONLY_WAITS =
  /^(asyncio(\.\w+)*\.(sleep|timeout|timeout_at|\w*(Lock|Event|Condition|Semaphore|Queue|Barrier|TaskGroup|Timeout)\b.*)|(anyio|trio)(\.\w+)*\.(sleep|\w*(Lock|Event|Condition|Semaphore|Limiter)\b.*))$/;

/** Functions on the way that are looked at behind one await. */
const BUDGET = 200;

export class IoReached {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #reach: Reach;
  readonly #behind = new Map<Frame, Reached>();
  #budget = 0;

  constructor(p: Evaluator, catalogue: Catalogue, reach: Reach) {
    this.#p = p;
    this.#catalogue = catalogue;
    this.#reach = reach;
  }

  /** By awaiting, entering or iterating a value. */
  of(frame: Frame, value: Value): Reached {
    this.#budget = BUDGET;
    return this.#of(frame, value);
  }

  /** By running a coroutine. */
  behind(frame: Frame): Reached {
    this.#budget = BUDGET;
    return this.#inside(frame);
  }

  #of(frame: Frame, value: Value): Reached {
    const { summary } = frame.module;
    if (summary.op(value) === Op.Call) return this.#ofCall(frame, value);
    const made = alternatives(this.#p.typeOf(frame, value));
    const isKnown =
      made.length > 0 && made.every(({ kind }) => kind === 'coroutine' || kind === 'async-generator');
    return isKnown ? joined(made.map((type) => this.#ofDeferred(type))) : UNKNOWN;
  }

  #ofDeferred(type: Type): Reached {
    return 'frame' in type ? this.#inside(type.frame) : UNKNOWN;
  }

  #ofCall(frame: Frame, call: Value): Reached {
    const { summary } = frame.module;
    const callee = summary.a(call);
    const targets = this.#p.callTargets(this.#p.typeOf(frame, callee), argumentsOf(this.#p, frame, call));
    const written = writtenPath(this.#p, frame, callee);
    if (targets.length === 0) return written === undefined ? UNKNOWN : this.#ofNames(frame, call, [written]);
    return joined(targets.map((target) => this.#ofTarget(frame, call, target, written)));
  }

  #ofTarget(
    frame: Frame,
    call: Value,
    { names, frame: body }: CallTarget,
    written: string | undefined,
  ): Reached {
    if (body?.module.origin === 'workspace') {
      if (body.scope.isAsync) return named(this.#inside(body), body);
      // A plain function may hand on a coroutine.
      const made = alternatives(this.#p.typeOf(frame, call));
      return made.length > 0 ? joined(made.map((type) => this.#ofDeferred(type))) : UNKNOWN;
    }
    const known = this.#ofNames(frame, call, written === undefined ? names : [...names, written]);
    return known === UNKNOWN && body ? named(this.#inside(body), body) : known;
  }

  /** By what libraries are known for. */
  #ofNames(frame: Frame, call: Value, names: readonly string[]): Reached {
    const handover = this.#catalogue.handover(names);
    if (handover) return this.#offloaded(frame, call, handover);
    const kinds = this.#catalogue.asyncIo(names);
    const [first = ''] = names;
    const leaf = this.#catalogue.canonical(first);
    if (kinds) {
      const [kind] = kinds;
      return kind
        ? { io: [{ kind, way: [calleeName(leaf)], leaf, inThread: false }], isWhole: true }
        : UNKNOWN;
    }
    if (names.some((name) => ONLY_WAITS.test(name))) return NOTHING;
    if (names.some((name) => WAITS_FOR.test(name))) return this.#ofArguments(frame, call);
    return UNKNOWN;
  }

  #ofArguments(frame: Frame, call: Value): Reached {
    const { summary } = frame.module;
    return joined(
      summary.args(call).map(({ value }) => (isPlain(frame, value) ? NOTHING : this.#of(frame, value))),
    );
  }

  /** `await asyncio.to_thread(read, path)`: what blocks in the thread. */
  #offloaded(frame: Frame, call: Value, handover: Handover): Reached {
    if (handover.to !== 'worker') return UNKNOWN;
    const { summary } = frame.module;
    const args = summary.args(call);
    const given = args.find(({ keyword }) => keyword === handover.param) ?? args[handover.position];
    if (!given) return UNKNOWN;
    const types = alternatives(this.#p.typeOf(frame, given.value)).map((type) =>
      type.kind === 'partial' ? type.callee : type,
    );
    return types.length === 0 ? UNKNOWN : joined(types.map((type) => this.#inThread(type)));
  }

  #inThread(type: Type): Reached {
    const io: Io[] = [];
    const targets = this.#p.callTargets(type, NO_ARGUMENTS);
    let isWhole = targets.length > 0;
    for (const { names, frame } of targets) {
      const record = this.#catalogue.blocking(names);
      const kind = record?.kinds.find((each) => IO_KINDS.has(each));
      if (record && kind) {
        io.push({ kind, way: [calleeName(record.name)], leaf: record.name, inThread: true });
        continue;
      }
      // A function of the program may do anything else besides.
      isWhole = false;
      if (frame && type.kind === 'function')
        io.push(...this.#blockingIn(frameOfCall(this.#p, type, NO_ARGUMENTS)));
    }
    return { io, isWhole };
  }

  #blockingIn(frame: Frame): Io[] {
    this.#reach.ensure([frame]);
    return [...this.#reach.effects(frame).values()]
      .filter(({ kind }) => IO_KINDS.has(kind))
      .map(({ kind, record }) => ({
        kind,
        way: [displayName(frame), calleeName(record.name)],
        leaf: record.name,
        inThread: true,
      }));
  }

  #inside(frame: Frame): Reached {
    const known = this.#behind.get(frame);
    if (known) return known;
    if (frame.module.origin === 'stub' || frame.scope.isStub || this.#budget-- <= 0) return UNKNOWN;
    // What calls itself adds nothing of its own.
    this.#behind.set(frame, NOTHING);
    const reached = joined(waits(this.#p, frame).map((value) => this.#of(frame, value)));
    // A search that was given up says nothing about the function, asked for by itself.
    if (this.#budget > 0) this.#behind.set(frame, reached);
    else this.#behind.delete(frame);
    return reached;
  }
}

/** What a function awaits, enters and iterates asynchronously. */
function waits(p: Evaluator, frame: Frame): Value[] {
  const { summary } = frame.module;
  const found: Value[] = [];
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    const op = summary.op(row);
    const isAsync = (op === Op.Enter || op === Op.Iterate) && summary.b(row) === 1;
    if ((op === Op.Await || isAsync) && p.runs(frame, summary.region(row))) found.push(summary.a(row));
  }
  return found;
}

/** A number, a text, `None`: nothing to wait for. */
function isPlain({ module: { summary } }: Frame, value: Value): boolean {
  return summary.op(value) === Op.Literal;
}

function named({ io, isWhole }: Reached, frame: Frame): Reached {
  return { io: io.map((each) => ({ ...each, way: [displayName(frame), ...each.way] })), isWhole };
}

/** Each leaf once, by the shortest way. */
function joined(all: readonly Reached[]): Reached {
  const [only, ...more] = all;
  if (only && more.length === 0) return only;
  const byLeaf = new Map<string, Io>();
  for (const io of all.flatMap((each) => each.io)) {
    const known = byLeaf.get(io.leaf);
    if (!known || io.way.length < known.way.length) byLeaf.set(io.leaf, io);
  }
  return { io: [...byLeaf.values()], isWhole: all.every((each) => each.isWhole) };
}
