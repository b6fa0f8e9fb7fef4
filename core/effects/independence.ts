/**
 * Awaited calls that may as well run beside others: all that they come to is known, and is reading. What writes has an
 * order that somebody may count on, so it is left alone; so is what shares a connection, a transaction or an object.
 */
import { IO_KINDS } from '../knowledge/catalogue.ts';
import { Op, RegionKind, type Value } from '../model/summary.ts';
import { argumentsOf } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { lastName } from './callee-names.ts';
import type { Io, IoReached } from './io-reached.ts';
import type { Reach } from './reach.ts';

/** Functions of libraries that only ask, by the last part of their names. */
const ASKS =
  /^(a?(get|head|fetch|read|list|find|search|query|count|exists|select|describe|lookup|scan|stat|resolve|embed|load)(_\w+|all|one|many|row|val|text|bytes|addrinfo)?|a?(first|exists|json|text|content|ping)|mget|hgetall|hget|smembers|(Async)?Client(Session)?)$/i;

/** To ask a model changes nothing. */
const ASKS_MODEL =
  /\.(chat\.completions|completions|responses|messages|embeddings)\.(create|parse)$|\.(acompletion|aembedding|ainvoke|generate_content|achat|acomplete)$/;

/** Clients of databases that may be used by several tasks at once; a connection or session may not. */
const SHARED_DATABASE = /(Pool|Redis|Client|Collection|Database)\b/;

/** `with` blocks in which the order of things matters. */
const ORDERED = /transaction|begin|lock|semaphore|limit|atomic|savepoint|throttl/i;

/** Methods that change the object they belong to. */
const CHANGES =
  /^(append|appendleft|add|update|pop|popleft|popitem|clear|extend|insert|remove|discard|setdefault|put_nowait|set|write)$/;

const CONSTRUCTORS = /^__(init|new|post_init)__$/;

const MAX_LOOKED_AT = 100;

export class Independence {
  readonly #p: Evaluator;
  readonly #io: IoReached;
  readonly #reach: Reach;
  readonly #keeping = new Map<Frame, boolean>();

  constructor(p: Evaluator, io: IoReached, reach: Reach) {
    this.#p = p;
    this.#io = io;
    this.#reach = reach;
  }

  /** What a call reads when it is awaited, when that is all that it does. */
  reads(frame: Frame, call: Value): Io | undefined {
    if (frame.module.summary.op(call) !== Op.Call || isOrdered(frame, call)) return undefined;
    const { io, isWhole } = this.#io.of(frame, call);
    const [first] = io;
    if (!isWhole || !first || !io.every(onlyAsks)) return undefined;
    return this.#keepsToItself(frame, call) ? first : undefined;
  }

  /** Whether no coroutine behind a call changes what others may see. */
  #keepsToItself(frame: Frame, call: Value): boolean {
    const bodies = new Set<Frame>();
    this.#collect(frame, call, bodies);
    return bodies.size < MAX_LOOKED_AT && [...bodies].every((body) => this.#keeps(body));
  }

  #collect(frame: Frame, call: Value, bodies: Set<Frame>): void {
    const callee = this.#p.typeOf(frame, frame.module.summary.a(call));
    for (const { frame: body } of this.#p.callTargets(callee, argumentsOf(this.#p, frame, call))) {
      if (body?.module.origin !== 'workspace' || bodies.has(body) || bodies.size >= MAX_LOOKED_AT) continue;
      bodies.add(body);
      const { summary } = body.module;
      for (let row = body.scope.first; row < body.scope.end; row++) {
        const isAsync =
          summary.op(row) === Op.Await || (summary.op(row) === Op.Enter && summary.b(row) === 1);
        if (isAsync && summary.op(summary.a(row)) === Op.Call) this.#collect(body, summary.a(row), bodies);
      }
    }
  }

  /** Whether a coroutine reads or writes on the spot: then nothing would run beside it, and nobody knows what it does. */
  #blocks(body: Frame): boolean {
    const effects = this.#reach.edges(body).flatMap((edge) => this.#reach.effectsOf(edge));
    return effects.some(({ kind }) => IO_KINDS.has(kind));
  }

  #keeps(body: Frame): boolean {
    let keeps = this.#keeping.get(body);
    if (keeps === undefined) {
      this.#reach.ensure([body]);
      const all = [...this.#reach.behind([body])].filter(({ module }) => module.origin === 'workspace');
      keeps =
        !this.#blocks(body) &&
        all.every((each) => CONSTRUCTORS.test(each.scope.name) || !changesShared(each));
      this.#keeping.set(body, keeps);
    }
    return keeps;
  }
}

/** Whether a method only asks, by its name: of what a read has given, `response.json()`. */
export function asksByName(frame: Frame, call: Value): boolean {
  const { summary } = frame.module;
  return summary.op(call) === Op.Call && ASKS.test(lastName(frame, summary.a(call)));
}

function onlyAsks({ leaf, kind }: Io): boolean {
  const last = leaf.slice(leaf.lastIndexOf('.') + 1);
  if (kind === 'db' && !SHARED_DATABASE.test(leaf)) return false;
  return ASKS.test(last) || ASKS_MODEL.test(leaf);
}

/** In a transaction, under a lock. */
function isOrdered(frame: Frame, call: Value): boolean {
  const { summary } = frame.module;
  for (let at = summary.region(call); at >= 0; at = summary.regionParent(at)) {
    const kind = summary.regionKind(at);
    if (kind !== RegionKind.With && kind !== RegionKind.AsyncWith) continue;
    const context = summary.a(summary.regionValue(at));
    const callee = summary.op(context) === Op.Call ? summary.a(context) : context;
    if (ORDERED.test(nameOf(frame, callee))) return true;
  }
  return false;
}

function nameOf(frame: Frame, value: Value): string {
  const { summary } = frame.module;
  if (summary.op(value) === Op.Parameter) return frame.scope.parameters[summary.a(value)]?.name ?? '';
  return lastName(frame, value);
}

/** Whether a function stores anything where others find it. */
function changesShared(frame: Frame): boolean {
  const { summary } = frame.module;
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    switch (summary.op(row)) {
      case Op.StoreAttribute:
        return true;
      case Op.StoreSubscript:
      case Op.Delete:
        if (isShared(frame, summary.a(row))) return true;
        break;
      case Op.Bind:
        if (summary.c(row) !== frame.scope.id) return true;
        break;
      case Op.Call: {
        const callee = summary.a(row);
        const isChange = summary.op(callee) === Op.Attribute && CHANGES.test(lastName(frame, callee));
        if (isChange && isShared(frame, summary.a(callee))) return true;
        break;
      }
      default:
    }
  }
  return false;
}

function isShared({ module: { summary } }: Frame, value: Value): boolean {
  const op = summary.op(value);
  return op === Op.Attribute || op === Op.Lookup || op === Op.Parameter;
}
