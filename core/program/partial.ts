/**
 * Values of which only a part is known. A type leaves out what could not be read: enough to say what a value may be,
 * too little to say what it always is.
 */
import { Op, type Value } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { ancestors } from './hierarchy.ts';
import { imported, type Located, lookup } from './names.ts';
import { alternatives, type ClassType, type InstanceType, type Type } from './types.ts';

/** Trails longer than this are taken to be lost. */
const MAX_STEPS = 12;

/** Whether a value may be something else than its type says: one of the ways that lead to it could not be read. */
export function isPartlyKnown(p: Evaluator, frame: Frame, value: Value): boolean {
  return new Trail(p).isPartial(frame, value, 0);
}

class Trail {
  readonly #p: Evaluator;
  /** What comes round to itself adds nothing. */
  readonly #seen = new Map<Frame, Set<Value>>();

  constructor(p: Evaluator) {
    this.#p = p;
  }

  isPartial(frame: Frame, value: Value, steps: number): boolean {
    if (value < 0 || frame.module.origin === 'stub' || this.#wasSeen(frame, value)) return false;
    if (steps > MAX_STEPS || this.#p.typeOf(frame, value).kind === 'unknown') return true;
    const { summary } = frame.module;
    const a = summary.a(value);
    const follow = (next: Value) => this.isPartial(frame, next, steps + 1);
    switch (summary.op(value)) {
      case Op.Parameter:
        return this.#isOpenParameter(frame, a);
      case Op.Lookup:
        return this.#isAnyPartial(lookup(this.#p, frame, summary.string(a), summary.b(value)), steps);
      case Op.Import: {
        const target = imported(this.#p, frame.module, a);
        return target?.kind === 'definitions' && this.#isAnyPartial(target.located, steps);
      }
      case Op.Attribute:
        return follow(a) || this.#isMemberPartial(frame, value, steps);
      case Op.Call:
        return follow(a) || this.#isResultPartial(this.#p.typeOf(frame, a), steps);
      case Op.Choice:
      case Op.Display:
        return [...summary.list(a)].some(follow);
      case Op.Truth:
      case Op.StoreAttribute:
        return follow(summary.c(value));
      case Op.Await:
      case Op.Enter:
      case Op.Iterate:
      case Op.Subscript:
      case Op.Unpack:
      case Op.YieldFrom:
      case Op.Star:
      case Op.Exclude:
      case Op.Changed:
      case Op.StoreSubscript:
        return follow(a);
      default:
        return false;
    }
  }

  #wasSeen(frame: Frame, value: Value): boolean {
    let values = this.#seen.get(frame);
    if (!values) this.#seen.set(frame, (values = new Set()));
    if (values.has(value)) return true;
    values.add(value);
    return false;
  }

  #isAnyPartial(located: readonly Located[], steps: number): boolean {
    return located.some((at) => this.isPartial(at.frame, at.value, steps + 1));
  }

  /** A parameter that is known by its default alone. */
  #isOpenParameter(frame: Frame, index: number): boolean {
    const parameter = frame.scope.parameters[index];
    const isReceiver = index === 0 && frame.receiver !== undefined;
    return !isReceiver && !frame.bindings.has(index) && parameter !== undefined && parameter.annotation < 0;
  }

  #isMemberPartial(frame: Frame, value: Value, steps: number): boolean {
    const { summary } = frame.module;
    const name = summary.string(summary.b(value));
    return alternatives(this.#p.typeOf(frame, summary.a(value))).some(
      (base) =>
        (base.kind === 'instance' || base.kind === 'class') && this.#isDefinedPartly(base, name, steps),
    );
  }

  /** By what the nearest class that declares a member assigns to it. */
  #isDefinedPartly(base: InstanceType | ClassType, name: string, steps: number): boolean {
    for (const { class: ancestor } of ancestors(this.#p, base.class)) {
      if (!ancestor) return true;
      if (!this.#p.declares(ancestor, name)) continue;
      const { summary } = ancestor.module;
      const definitions = this.#p.classMember(ancestor, name);
      if (definitions.some((at) => at.frame.module.summary.op(at.value) === Op.Annotated)) return false;
      const rows = summary.attributes(ancestor.scope.id).get(name) ?? [];
      return (
        this.#isAnyPartial(definitions, steps) ||
        rows.some((row) => {
          const method = this.#p.methodFrame(ancestor, summary.scopeOf(row).id, base);
          return this.isPartial(method, row, steps + 1);
        })
      );
    }
    return false;
  }

  /** By what a function without an annotation returns. */
  #isResultPartial(callee: Type, steps: number): boolean {
    return alternatives(callee).some((type) => {
      if (type.kind === 'partial') return this.#isResultPartial(type.callee, steps);
      if (type.kind !== 'function') return false;
      const { module, scope } = type.function;
      if (module.origin === 'stub' || scope.returnAnnotation >= 0) return false;
      const frame = this.#p.genericFrame(module, scope.id);
      for (let row = scope.first; row < scope.end; row++) {
        if (module.summary.op(row) !== Op.Return) continue;
        if (this.isPartial(frame, module.summary.a(row), steps + 1)) return true;
      }
      return false;
    });
  }
}
