/** Methods that may be either plain or async by design: somebody asks which before using them, or what they gave. */
import { Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { isSubclass } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import { writtenPath } from '../program/names.ts';
import type { FunctionSymbol } from '../program/symbols.ts';
import { alternatives, type Type } from '../program/types.ts';
import { lastName } from './callee-names.ts';
import { isSameValue } from './same-value.ts';

const ASKS =
  /^(inspect|asyncio|asyncio\.coroutines|asgiref\.sync)\.(iscoroutinefunction|iscoroutine|isawaitable|isasyncgenfunction)$/;
const LAST_NAME = /^is(coroutinefunction|coroutine|awaitable|asyncgenfunction)$/;

/** `isinstance(x, Awaitable)`, `hasattr(x, "__await__")`: these ask as well, of a value. */
const TELLS = /^builtins\.(isinstance|hasattr)$/;

/** Whether the same function asks what a value is, or what the function is that gives it, so that both are provided for. */
export function isAskedAbout(p: Evaluator, frame: Frame, value: Value): boolean {
  const { scope } = frame;
  const { summary } = frame.module;
  const meant = summary.op(value) === Op.Call ? [value, summary.a(value)] : [value];
  for (let row = scope.first; row < scope.end; row++) {
    if (summary.op(row) !== Op.Call) continue;
    const name = lastName(frame, summary.a(row));
    if (!LAST_NAME.test(name) && name !== 'isinstance' && name !== 'hasattr') continue;
    const [subject] = summary.args(row);
    if (!subject || !meant.some((one) => isSameValue(frame, one, subject.value))) continue;
    const path = writtenPath(p, frame, summary.a(row));
    if (path !== undefined && (ASKS.test(path) || TELLS.test(path))) return true;
  }
  return false;
}

export class ColourChecks {
  readonly #p: Evaluator;
  readonly #modules: readonly Module[];
  /** The objects whose methods are asked about, by the method's name. */
  #asked: Map<string, Type[]> | undefined;

  constructor(p: Evaluator, modules: readonly Module[]) {
    this.#p = p;
    this.#modules = modules;
  }

  /** Whether somebody makes sure of the colour of this method, on an object that may have it. */
  isAsked({ scope, owner }: FunctionSymbol): boolean {
    const receivers = this.#all().get(scope.name) ?? [];
    return receivers.some((type) =>
      alternatives(type).every(
        (each) =>
          each.kind !== 'instance' ||
          !owner ||
          isSubclass(this.#p, each.class, owner) ||
          isSubclass(this.#p, owner, each.class),
      ),
    );
  }

  #all(): ReadonlyMap<string, readonly Type[]> {
    if (this.#asked) return this.#asked;
    this.#asked = new Map();
    for (const module of this.#modules) this.#collect(module, this.#asked);
    return this.#asked;
  }

  #collect(module: Module, asked: Map<string, Type[]>): void {
    const { summary } = module;
    for (let row = 0; row < summary.size; row++) {
      if (summary.op(row) !== Op.Call || !LAST_NAME.test(lastName({ module }, summary.a(row)))) continue;
      const frame = this.#p.genericFrame(module, summary.scopeOf(row).id);
      const path = writtenPath(this.#p, frame, summary.a(row));
      const [subject] = summary.args(row);
      if (path === undefined || !ASKS.test(path) || !subject) continue;
      this.#add(frame, subject.value, asked);
    }
  }

  /** `iscoroutinefunction(x.run)`, `isawaitable(x.run())`. */
  #add(frame: Frame, subject: Value, asked: Map<string, Type[]>): void {
    const { summary } = frame.module;
    const value = summary.op(subject) === Op.Call ? summary.a(subject) : subject;
    if (summary.op(value) !== Op.Attribute) return;
    const name = summary.string(summary.b(value));
    const receiver = this.#p.typeOf(frame, summary.a(value));
    const known = asked.get(name);
    if (known) known.push(receiver);
    else asked.set(name, [receiver]);
  }
}
