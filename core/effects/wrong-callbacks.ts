/** Coroutine functions in the hands of somebody who calls them as plain functions, so that nobody awaits what they give. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Frameworks, Registration } from '../knowledge/frameworks.ts';
import type { Span } from '../model/span.ts';
import { type Argument, ArgumentForm, Op, type Scope, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { ancestorNames } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import { isPartlyKnown } from '../program/partial.ts';
import type { FunctionSymbol } from '../program/symbols.ts';
import { calleeNames, lastName } from './callee-names.ts';
import { calleeName } from './chain.ts';
import type { CoroutineFunctions } from './coroutine-functions.ts';
import { decoratorNames } from './decorator-names.ts';
import { displayName } from './scopes.ts';
import { usesOf } from './uses.ts';

export interface WrongCallback {
  /** The argument, or the name of the function that a framework takes as a whole. */
  readonly span: Span;
  readonly function: string;
  /** The coroutine function, as people would name it. */
  readonly callback: string;
  /** What calls it: `sorted`, `Click`. */
  readonly caller: string;
  /** A framework that finds it by a decorator or a base class: what it is to that, `command`. */
  readonly role: string | undefined;
}

/** Which argument of a function of the standard library is called, and its result used at once or thrown away. */
interface Place {
  readonly param: string;
  readonly position?: number;
}

const CALLERS: readonly (readonly [names: RegExp, place: Place])[] = [
  [/^builtins\.(sorted|min|max|list\.sort)$/, { param: 'key' }],
  [/^builtins\.filter(\.__\w+__)?$/, { param: 'function', position: 0 }],
  [/^(_?functools)\.(reduce|cmp_to_key)$/, { param: 'function', position: 0 }],
  [/^itertools\.(takewhile|dropwhile|filterfalse)(\.__\w+__)?$/, { param: 'predicate', position: 0 }],
  [/^itertools\.groupby(\.__\w+__)?$/, { param: 'key', position: 1 }],
  [/^atexit\.register$/, { param: 'func', position: 0 }],
  [/^re\.subn?$/, { param: 'repl', position: 1 }],
  [/^re\.Pattern\.subn?$/, { param: 'repl', position: 0 }],
  [/^weakref\.finalize(\.__\w+__)?$/, { param: 'func', position: 1 }],
  [/^contextlib\.(_BaseExitStack|ExitStack|AsyncExitStack)\.callback$/, { param: 'callback', position: 0 }],
  [/^collections\.defaultdict(\.__\w+__)?$/, { param: 'default_factory', position: 0 }],
];

/** The last parts of all those names, and of what does as `map` does. */
const CALLER_NAMES =
  /^(sorted|min|max|sort|filter|reduce|cmp_to_key|takewhile|dropwhile|filterfalse|groupby|register|subn?|finalize|callback|defaultdict|map|starmap)$/;

/** `map(f, …)` is fine where somebody awaits its elements, as `gather(*map(f, …))` does. */
const MAP = /^(builtins\.map|itertools\.starmap)(\.__\w+__)?$/;
const CONSUMES = /^builtins\.(all|any|dict|frozenset|max|min|set|sorted|sum|str\.join)(\.__\w+__)?$/;

/** These run what they are given on the loop, coroutine functions too. */
const AWAITS = /^(anyio|trio)\.from_thread\.run$/;

/** The coroutine functions that a file hands to somebody who does not await. */
export class WrongCallbacks {
  readonly #p: Evaluator;
  readonly #functions: CoroutineFunctions;
  readonly #catalogue: Catalogue;
  readonly #frameworks: Frameworks;

  constructor(p: Evaluator, functions: CoroutineFunctions, catalogue: Catalogue, frameworks: Frameworks) {
    this.#p = p;
    this.#functions = functions;
    this.#catalogue = catalogue;
    this.#frameworks = frameworks;
  }

  in(module: Module): WrongCallback[] {
    const found: WrongCallback[] = [];
    const { summary } = module;
    for (const scope of summary.scopes) {
      const refused = this.#refused(module, scope);
      if (refused) found.push(refused);
      const frame = this.#p.genericFrame(module, scope.id);
      for (let row = scope.first; row < scope.end; row++) {
        if (summary.op(row) !== Op.Call || !this.#p.runs(frame, summary.region(row))) continue;
        found.push(...this.#among(frame, row));
      }
    }
    return found;
  }

  /** The coroutine functions among the arguments of one call. */
  #among(frame: Frame, call: Value): WrongCallback[] {
    const { summary } = frame.module;
    const args = summary.args(call);
    const found: WrongCallback[] = [];
    const member = lastName(frame, summary.a(call));
    let position = 0;
    for (const argument of args) {
      const at = argument.form === ArgumentForm.Positional ? position++ : undefined;
      if (!this.#mayCall(member, argument.keyword ?? at)) continue;
      const callback = this.#coroutineFunction(frame, argument.value);
      if (callback === undefined) continue;
      const caller = this.#caller(frame, call, argument, at);
      if (caller === undefined) continue;
      const span = summary.span(argument.value);
      found.push({
        span: within(span, summary.span(call)),
        function: frame.scope.qualname,
        callback,
        caller,
        role: undefined,
      });
    }
    return found;
  }

  /** Whether what goes by this name may call what it gets at this place: asked before anything is resolved. */
  #mayCall(member: string, place: number | string | undefined): boolean {
    return (
      CALLER_NAMES.test(member) ||
      this.#catalogue.mayHave('handovers', member) ||
      (place !== undefined && this.#frameworks.mayTake(member, place))
    );
  }

  #coroutineFunction(frame: Frame, value: Value): string | undefined {
    const { summary } = frame.module;
    switch (summary.op(value)) {
      case Op.Lookup:
      case Op.Import:
      case Op.Attribute:
      case Op.Call:
      case Op.Function: {
        const given = this.#functions.givenBy(this.#p.typeOf(frame, value));
        return given && !isPartlyKnown(this.#p, frame, value) ? displayName(given) : undefined;
      }
      default:
        return undefined;
    }
  }

  /** Who calls an argument without awaiting what it gives; nothing where that is not known. */
  #caller(frame: Frame, call: Value, argument: Argument, position: number | undefined): string | undefined {
    const names = calleeNames(this.#p, frame, frame.module.summary.a(call));
    const isAt = (place: Place) =>
      place.param === argument.keyword || (position !== undefined && place.position === position);
    const name = names.find((each) => CALLERS.some(([callers, place]) => callers.test(each) && isAt(place)));
    if (name !== undefined) return calleeName(name.replace(/\.__\w+__$/, ''));
    if (names.some((each) => AWAITS.test(each))) return undefined;
    const map = names.find((each) => MAP.test(each));
    if (map !== undefined && position === 0)
      return this.#isConsumed(frame, call) ? calleeName(map) : undefined;
    const handover = this.#catalogue.handover(names);
    if (handover && handover.to !== 'here' && isAt(handover)) return calleeName(shownName(names));
    const place = argument.keyword ?? position;
    const registration = place === undefined ? undefined : this.#frameworks.argument(names, place);
    return refuses(registration) ? registration.framework : undefined;
  }

  /** Whether what `map` gives is used up on the spot, coroutines and all. */
  #isConsumed(frame: Frame, call: Value): boolean {
    const uses = usesOf(frame.module.summary).of(call);
    return uses.every(({ role, by }) => {
      if (role === 'discarded') return true;
      if (role !== 'passed') return false;
      return calleeNames(this.#p, frame, frame.module.summary.a(by)).some((name) => CONSUMES.test(name));
    });
  }

  /** An `async def` that a framework takes by its decorator or its class, and calls as a plain function. */
  #refused(module: Module, scope: Scope): WrongCallback | undefined {
    if (scope.kind !== 'function' || !scope.isAsync || scope.isGenerator) return undefined;
    const around = this.#p.genericFrame(module, scope.parent);
    const symbol = this.#p.functionAt(around, scope.id);
    const registration = this.#byDecorator(symbol) ?? this.#byClass(symbol);
    if (!registration) return undefined;
    const { framework: caller, role } = registration;
    return { span: scope.nameSpan, function: scope.qualname, callback: displayName(symbol), caller, role };
  }

  /** The framework whose decorator gets the coroutine function as it is: those below it run first. */
  #byDecorator(symbol: FunctionSymbol): Registration | undefined {
    const names = decoratorNames(this.#p, symbol);
    for (const [at, each] of names.entries()) {
      const registration = this.#frameworks.decorator(each);
      if (!refuses(registration)) continue;
      // `@click.option(…)` below `@click.command()`: a framework's own decorators count on each other.
      const isOwn = (other: readonly string[]) => other.some((name) => each.some(inPackageOf(name)));
      const below = symbol.scope.decorators.filter((_, nth) => nth > at && !isOwn(names[nth] ?? []));
      return this.#functions.areTransparent(symbol, below) ? registration : undefined;
    }
    return undefined;
  }

  /** The framework whose class calls a method, where no decorator makes something else of it. */
  #byClass(symbol: FunctionSymbol): Registration | undefined {
    const { owner } = symbol;
    if (!owner) return undefined;
    const [, ...bases] = ancestorNames(this.#p, owner);
    const registration = this.#frameworks.method(bases, symbol.scope.name);
    return refuses(registration) && this.#functions.isAsWritten(symbol) ? registration : undefined;
  }
}

function refuses(registration: Registration | undefined): registration is Registration {
  return registration?.async === 'refused' && registration.drivenBy.length === 0;
}

function inPackageOf(name: string): (other: string) => boolean {
  const [top] = name.split('.', 1);
  return (other) => other === top || other.startsWith(`${top}.`);
}

/** Of a method the name by its receiver's class, of a function the one that is written. */
function shownName(names: readonly string[]): string {
  const [first = ''] = names;
  return /\.[A-Z]\w*\.\w+$/.test(first) ? first : (names.at(-1) ?? first);
}

/** A value that got a name before stands elsewhere: the call is where it is handed over. */
function within(span: Span, call: Span): Span {
  return call.start <= span.start && span.end <= call.end ? span : call;
}
