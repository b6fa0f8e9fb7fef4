/** Functions that are done at once: they wait for nothing, repeat nothing, and call only what is as quick as they are. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import { Op, RegionKind, type Value } from '../model/summary.ts';
import { callSites, type CallSite } from '../program/call-sites.ts';
import type { CallTarget } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { ancestors } from '../program/hierarchy.ts';
import { alternatives, type ClassType, type Type } from '../program/types.ts';

/** Quick whatever they are given. */
const QUICK =
  /^(builtins\.(isinstance|issubclass|callable|id|type|super|abs|bool|int|float|object|ord|chr|round|property|hash|range|\w*(Error|Exception|Warning)|KeyboardInterrupt|NotImplemented|StopIteration)(\.\w+)?|(datetime|enum|dataclasses|typing|uuid|contextvars|operator|weakref|types|abc|functools\.partial|functools\.wraps|collections|decimal|fractions|math|http\.HTTPStatus)(\.\w+)*|time\.(time|monotonic|perf_counter)(_ns)?|os\.(getenv|environ(\.\w+)?|getpid)|asyncio\.\w*Error)$/;

/** Quick with what is there already: a lazy thing would be fetched by them. */
const QUICK_WITH_PLAIN =
  /^builtins\.(len|str|bytes|dict|list|tuple|set|frozenset|repr|iter|next|zip|enumerate|reversed|getattr|hasattr|setattr)(\.\w+)?$/;

/** Objects whose attributes and construction do nothing but hold what they are given. */
const PLAIN_BASE =
  /^(builtins|typing|enum|abc|dataclasses|collections|pydantic|datetime|uuid|starlette|fastapi)\b/;

/** `raise HTTPException(…)`, `return JSONResponse(…)`. */
const HOLDS_WHAT_IT_IS_GIVEN = /\.\w*(Exception|Error|Response)(\.__(init|new)__)?$/;

export class Triviality {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #known = new Map<Frame, boolean>();

  constructor(p: Evaluator, catalogue: Catalogue) {
    this.#p = p;
    this.#catalogue = catalogue;
  }

  /** Whether a call of a sync function is over in no time, for certain. */
  isTrivial(frame: Frame): boolean {
    let known = this.#known.get(frame);
    if (known === undefined) {
      // Until it is known: what calls itself may do so often.
      this.#known.set(frame, false);
      known = this.#judge(frame);
      this.#known.set(frame, known);
    }
    return known;
  }

  /** The same of a function that is known by its names alone. */
  isQuick(names: readonly string[]): boolean {
    return names.some((name) => QUICK.test(name));
  }

  #judge(frame: Frame): boolean {
    const { scope, module } = frame;
    if (scope.isAsync || scope.isGenerator || scope.isStub || module.origin === 'stub') return false;
    for (let row = scope.first; row < scope.end; row++) {
      if (!this.#isQuickRow(frame, row)) return false;
    }
    return callSites(this.#p, frame).every((site) => this.#isQuickSite(frame, site));
  }

  #isQuickRow(frame: Frame, row: Value): boolean {
    const { summary } = frame.module;
    if (inLoop(frame, row)) return false;
    switch (summary.op(row)) {
      case Op.Iterate:
      case Op.Comprehension:
      case Op.YieldFrom:
      case Op.Enter:
      case Op.Class:
        return false;
      case Op.Attribute:
      case Op.Subscript:
      case Op.StoreAttribute:
      case Op.StoreSubscript:
      case Op.Delete:
        return this.#holdsOnly(this.#p.typeOf(frame, summary.a(row)));
      default:
        return true;
    }
  }

  /** Whether an attribute or an element of a value is there already; a lazy one may be fetched first. */
  #holdsOnly(type: Type): boolean {
    if (type.kind === 'unknown') return false;
    return alternatives(type).every((each) => {
      switch (each.kind) {
        case 'instance':
        case 'class':
          return ancestors(this.#p, each.class).every(({ class: symbol, ...other }) =>
            symbol
              ? symbol.module.origin === 'workspace' ||
                PLAIN_BASE.test(symbol.name) ||
                this.isQuick([symbol.name])
              : 'path' in other && PLAIN_BASE.test(other.path),
          );
        case 'external':
          return PLAIN_BASE.test(each.path);
        default:
          return true;
      }
    });
  }

  #isQuickSite(frame: Frame, { kind, value, targets }: CallSite): boolean {
    const callee =
      kind === 'call' ? this.#p.typeOf(frame, frame.module.summary.a(value)) : this.#p.types.unknown;
    const own = new Set(
      alternatives(callee).flatMap((type) => (type.kind === 'class' ? this.#ownNames(type) : [])),
    );
    if (targets.length === 0) return kind !== 'call' || own.size > 0;
    if (this.#isPlainBuiltin(frame, kind, value, targets)) return true;
    return targets.every((target) => this.#isQuickTarget(target, own));
  }

  /** `len(jobs)`, `str(number)`. */
  #isPlainBuiltin(frame: Frame, kind: CallSite['kind'], value: Value, targets: CallSite['targets']): boolean {
    if (kind !== 'call' || !targets.some(({ names }) => names.some((name) => QUICK_WITH_PLAIN.test(name))))
      return false;
    return frame.module.summary.args(value).every(({ value: given }) => {
      const type = this.#p.typeOf(frame, given);
      const all = alternatives(type);
      return all.length > 0 && all.every((each) => isPlain(each));
    });
  }

  /** A class of the program, and those of the program that it derives from. */
  #ownNames({ class: symbol }: ClassType): string[] {
    return ancestors(this.#p, symbol).flatMap((ancestor) =>
      ancestor.class?.module.origin === 'workspace' ? [ancestor.class.name] : [],
    );
  }

  /** A class goes by its own name and those that it leaves construction to; a constructor is a target of its own. */
  #isQuickTarget({ names, frame, mode, written }: CallTarget, own: ReadonlySet<string>): boolean {
    const all = written === undefined ? names : [...names, written];
    if (this.#catalogue.blocking(all)) return false;
    if (this.isQuick(all) || all.some((name) => HOLDS_WHAT_IT_IS_GIVEN.test(name))) return true;
    if (frame) return mode === 'run' && frame.module.origin === 'workspace' && this.isTrivial(frame);
    const last = names.at(-1) ?? '';
    return PLAIN_BASE.test(last) && !/^builtins\b/.test(last) ? true : own.has(last);
  }
}

/** Numbers, text, and containers that hold what they hold. */
function isPlain(type: Type): boolean {
  if (type.kind === 'tuple' || type.kind === 'none') return true;
  return type.kind === 'instance' && /^(builtins|uuid|datetime|decimal)\./.test(type.class.name);
}

function inLoop({ module: { summary } }: Frame, row: Value): boolean {
  for (let region = summary.region(row); region >= 0; region = summary.regionParent(region)) {
    const kind = summary.regionKind(region);
    if (kind === RegionKind.For || kind === RegionKind.While) return true;
  }
  return false;
}
