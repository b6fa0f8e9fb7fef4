/** What a call runs, and what it leaves. */
import { ArgumentForm, type Value } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { ancestors, argumentMap } from './hierarchy.ts';
import { findMember, bind } from './members.ts';
import { ground, hasVariables, substitute, unify } from './substitution.ts';
import type { ClassSymbol, FunctionSymbol } from './symbols.ts';
import type { ClassType, FunctionType, InstanceType, Type } from './types.ts';

/** The arguments of a call, with their types when somebody asks. */
export interface CallArguments {
  readonly positional: readonly Type[];
  readonly keywords: ReadonlyMap<string, Type>;
  /** There is a `*args` or `**kwargs`, so more may follow. */
  readonly open: boolean;
}

const NO_BINDINGS: ReadonlyMap<number, Type> = new Map();

export const NO_ARGUMENTS: CallArguments = { positional: [], keywords: new Map(), open: false };

/** What is handed to a `partial`: some arguments were given before, so places do not tell which these are. */
const OPEN_ARGUMENTS: CallArguments = { ...NO_ARGUMENTS, open: true };

/** One function that a call may run. */
export interface CallTarget {
  /** Its names, most specific first: by receiver class, by defining class. */
  readonly names: readonly string[];
  /** The name that stands in the code, imports followed: `requests.get` for `requests.api.get`. */
  readonly written?: string;
  /** Its body, where it could be read. */
  readonly frame: Frame | undefined;
  /** `run` when the call runs the body; otherwise the body runs later: when awaited, iterated or entered. */
  readonly mode: 'run' | 'later';
  /** It is one of several implementations of an abstract method. */
  readonly isOverride: boolean;
}

/** The arguments of a call in the code: few callees care, so they are evaluated when one does. */
class WrittenArguments implements CallArguments {
  readonly #p: Evaluator;
  readonly #frame: Frame;
  readonly #call: Value;
  #known: CallArguments | undefined;

  constructor(p: Evaluator, frame: Frame, call: Value) {
    this.#p = p;
    this.#frame = frame;
    this.#call = call;
  }

  get positional(): readonly Type[] {
    return this.#evaluated().positional;
  }

  get keywords(): ReadonlyMap<string, Type> {
    return this.#evaluated().keywords;
  }

  get open(): boolean {
    return this.#evaluated().open;
  }

  #evaluated(): CallArguments {
    this.#known ??= evaluateArguments(this.#p, this.#frame, this.#call);
    return this.#known;
  }
}

export function argumentsOf(p: Evaluator, frame: Frame, call: Value): CallArguments {
  return new WrittenArguments(p, frame, call);
}

function evaluateArguments(p: Evaluator, frame: Frame, call: Value): CallArguments {
  const { summary } = frame.module;
  const positional: Type[] = [];
  const keywords = new Map<string, Type>();
  let open = false;
  for (const { form, keyword, value } of summary.args(call)) {
    if (keyword !== undefined) keywords.set(keyword, p.typeOf(frame, value));
    else if (form === ArgumentForm.Positional) positional.push(p.typeOf(frame, value));
    else {
      const star = p.typeOf(frame, value);
      if (form === ArgumentForm.Star && star.kind === 'tuple') positional.push(...star.items);
      else open = true;
    }
  }
  return { positional, keywords, open };
}

/** What calling `callee` leaves. */
export function callResult(p: Evaluator, callee: Type, args: CallArguments): Type {
  const { types } = p;
  switch (callee.kind) {
    case 'function':
      return functionResult(p, callee, args);
    case 'class':
      return constructed(p, callee, args);
    case 'instance': {
      const call = findMember(p, callee.class, '__call__', undefined, callee);
      return call ? callResult(p, bind(p, call.type, callee), args) : types.unknown;
    }
    case 'partial':
      return callResult(p, callee.callee, args);
    case 'callable':
      return callee.result;
    case 'external':
      return types.external(`${callee.path}()`);
    case 'union':
      return types.union(callee.members.map((member) => callResult(p, member, args)));
    case 'variable':
      return callee.bound ? callResult(p, callee.bound, args) : types.unknown;
    default:
      return types.unknown;
  }
}

function functionResult(p: Evaluator, callee: FunctionType, args: CallArguments): Type {
  const { types } = p;
  const chosen = p.chooseOverload(callee, args);
  const frame = frameOfCall(p, chosen, args);
  const { function: symbol } = chosen;
  const { manager } = symbol.modifiers;
  if (manager) return types.deferred(manager, frame);
  if (symbol.scope.isGenerator)
    return types.deferred(symbol.scope.isAsync ? 'async-generator' : 'generator', frame);
  if (symbol.scope.isAsync) return types.deferred('coroutine', frame);
  return p.returnType(frame, args);
}

/** The instance that a class makes; a few classes of the standard library make something that is known better. */
function constructed(p: Evaluator, callee: ClassType, args: CallArguments): Type {
  const { types } = p;
  const symbol = callee.class;
  switch (symbol.name) {
    case 'functools.partial':
    case 'functools.partialmethod':
      return args.positional[0] ? types.partial(args.positional[0]) : types.unknown;
    case 'builtins.property':
    case 'functools.cached_property': {
      const [getter, setter] = args.positional;
      return types.property(getter ?? args.keywords.get('fget') ?? types.unknown, setter ?? types.unknown);
    }
    case 'builtins.staticmethod':
    case 'builtins.classmethod':
      return args.positional[0] ?? types.unknown;
    case 'builtins.type': {
      const [subject, ...more] = args.positional;
      return subject && more.length === 0 ? classOf(p, subject) : types.unknown;
    }
    default:
  }
  if (callee.args.length > 0) return types.instance(symbol, callee.args);
  return types.instance(symbol, inferArguments(p, symbol, args));
}

function classOf(p: Evaluator, type: Type): Type {
  if (type.kind === 'instance') return p.types.class(type.class, type.args);
  if (type.kind === 'union') return p.types.union(type.members.map((member) => classOf(p, member)));
  return p.types.unknown;
}

/** `Box(x)` is a `Box[X]` where the constructor's signature says so. */
function inferArguments(p: Evaluator, symbol: ClassSymbol, args: CallArguments): readonly Type[] {
  const instance = p.types.instance(symbol);
  const parameters = p.typeParameters(symbol);
  if (parameters.length === 0 || (args.positional.length === 0 && args.keywords.size === 0)) return [];
  for (const name of ['__init__', '__new__']) {
    const member = findMember(p, symbol, name, undefined, instance);
    if (member?.type.kind !== 'function' || !member.owner) continue;
    const chosen = p.chooseOverload(
      p.types.function(member.type.function, member.type.closure, instance),
      args,
    );
    const map = matchParameters(p, frameOfCall(p, chosen, NO_ARGUMENTS), args);
    if (map.size === 0) continue;
    return parameters.map(({ key }) => map.get(key) ?? p.types.unknown);
  }
  return [];
}

/** What the arguments say of the type variables in a signature. */
export function matchParameters(p: Evaluator, frame: Frame, args: CallArguments): Map<string, Type> {
  const map = new Map<string, Type>();
  const { scope } = frame;
  const offset = frame.receiver && !frame.function?.modifiers.isStatic && frame.function?.owner ? 1 : 0;
  let position = 0;
  scope.parameters.forEach((parameter, index) => {
    if (index < offset || parameter.annotation < 0) return;
    const outer = frame.parent ?? frame;
    if (parameter.form === 'args') {
      const type = p.annotation(outer, parameter.annotation);
      for (const argument of args.positional.slice(position)) unify(p, type, argument, map);
      return;
    }
    const argument =
      parameter.form === 'keyword-only'
        ? args.keywords.get(parameter.name)
        : (args.positional[position++] ?? args.keywords.get(parameter.name));
    if (argument) unify(p, p.annotation(outer, parameter.annotation), argument, map);
  });
  return map;
}

/** The functions that a call of `callee` may run. */
export function callTargets(p: Evaluator, callee: Type, args: CallArguments): CallTarget[] {
  switch (callee.kind) {
    case 'function':
      return functionTargets(p, callee, args);
    case 'class':
      return constructorTargets(p, callee, args);
    case 'instance': {
      const call = findMember(p, callee.class, '__call__', undefined, callee);
      return call ? callTargets(p, bind(p, call.type, callee), args) : [];
    }
    case 'partial':
      return callTargets(p, callee.callee, OPEN_ARGUMENTS);
    case 'external':
      return [{ names: [callee.path], frame: undefined, mode: 'run', isOverride: false }];
    case 'union':
      return callee.members.flatMap((member) => callTargets(p, member, args));
    case 'variable':
      return callee.bound ? callTargets(p, callee.bound, args) : [];
    default:
      return [];
  }
}

function functionTargets(p: Evaluator, callee: FunctionType, args: CallArguments): CallTarget[] {
  const overrides = callee.receiver ? p.overrides(callee) : [];
  return [callee, ...overrides].map((type, i) => {
    const { scope, modifiers, module } = type.function;
    const frame = module.origin === 'stub' ? undefined : frameOfCall(p, type, args);
    const later = scope.isAsync || scope.isGenerator || modifiers.manager !== undefined;
    return { names: p.namesOf(type), frame, mode: later ? 'later' : 'run', isOverride: i > 0 };
  });
}

/** The names that the catalogue may know a function by. */
export function namesOf(p: Evaluator, { function: symbol, receiver }: FunctionType): readonly string[] {
  const { owner } = symbol;
  const { name } = symbol.scope;
  if (!owner) return [symbol.name];
  if (receiver?.kind !== 'instance' && receiver?.kind !== 'class') return [symbol.name];
  const names: string[] = [];
  for (const ancestor of ancestors(p, receiver.class)) {
    names.push(`${ancestor.class ? ancestor.class.name : ancestor.path}.${name}`);
    if (ancestor.class === owner) break;
  }
  return names;
}

function constructorTargets(p: Evaluator, callee: ClassType, args: CallArguments): CallTarget[] {
  const instance = p.types.instance(callee.class, callee.args);
  const targets: CallTarget[] = [];
  const names: string[] = [];
  // The class goes by its own name and, where it leaves construction to them, by those of its ancestors.
  for (const ancestor of ancestors(p, callee.class)) {
    names.push(ancestor.class ? ancestor.class.name : ancestor.path);
    if (!ancestor.class || p.hasOwn(ancestor.class, '__init__') || p.hasOwn(ancestor.class, '__new__')) break;
  }
  targets.push({ names, frame: undefined, mode: 'run', isOverride: false });
  for (const name of ['__init__', '__new__', '__post_init__']) {
    const member = findMember(p, callee.class, name, undefined, instance);
    if (!member?.owner || member.owner.module.origin === 'stub' || member.type.kind !== 'function') continue;
    const receiver: InstanceType | ClassType = name === '__new__' ? p.types.class(callee.class) : instance;
    const bound = p.types.function(member.type.function, member.type.closure, receiver);
    const constructorArgs = name === '__post_init__' ? NO_ARGUMENTS : args;
    targets.push({
      names: [],
      frame: frameOfCall(p, bound, constructorArgs),
      mode: 'run',
      isOverride: false,
    });
  }
  return targets;
}

/** Contexts nest no deeper than this: callbacks that are handed on and on are followed three calls far. */
const MAX_DEPTH = 3;

/** The frame that a call opens: with its receiver, and with those argument types that the signature does not tell. */
export function frameOfCall(p: Evaluator, callee: FunctionType, args: CallArguments): Frame {
  const { function: symbol, closure } = callee;
  let { receiver } = callee;
  const takesSelf = symbol.owner !== undefined && !symbol.modifiers.isStatic;
  // `Class.method(instance, …)`: the first argument is the receiver, and the others follow it.
  let skipped = 0;
  if (takesSelf && !receiver) {
    const [first] = args.positional;
    if (first?.kind === 'instance' || first?.kind === 'class') {
      receiver = first;
      skipped = 1;
    }
  }
  const bindings = bindArguments(p, symbol, takesSelf ? 1 : 0, skipped, args);
  return p.functionFrame(symbol, closure, receiver, bindings, MAX_DEPTH);
}

function bindArguments(
  p: Evaluator,
  symbol: FunctionSymbol,
  offset: number,
  skipped: number,
  args: CallArguments,
): ReadonlyMap<number, Type> {
  if (symbol.module.origin === 'stub' || args === NO_ARGUMENTS) return NO_BINDINGS;
  let bindings: Map<number, Type> | undefined;
  symbol.scope.parameters.forEach(({ name, form, annotation }, index) => {
    if (index < offset || form === 'args' || form === 'kwargs') return;
    if (annotation >= 0 && !p.isVague(symbol, annotation)) return;
    const argument =
      form === 'keyword-only'
        ? args.keywords.get(name)
        : (args.positional[index - offset + skipped] ?? args.keywords.get(name));
    if (!argument || !isTelling(p, argument)) return;
    bindings ??= new Map<number, Type>();
    bindings.set(index, argument);
  });
  return bindings ?? NO_BINDINGS;
}

/** Whether an argument is worth a context of its own: something with methods that may be called. */
function isTelling(p: Evaluator, type: Type): boolean {
  switch (type.kind) {
    case 'function':
    case 'partial':
    case 'class':
    case 'generator':
      return true;
    case 'instance':
      return type.class.module.name !== 'builtins';
    case 'external':
      return true;
    case 'union':
      return type.members.length <= 3 && type.members.some((member) => isTelling(p, member));
    default:
      return false;
  }
}

/** What a type variable stands for in one call of a function. */
export function specialise(p: Evaluator, frame: Frame, type: Type, args: CallArguments): Type {
  if (!hasVariables(type)) return type;
  const { receiver } = frame;
  const map = matchParameters(p, frame, args);
  if (receiver?.kind === 'instance' || receiver?.kind === 'class') {
    map.set('Self', p.types.instance(receiver.class, receiver.args));
    const { owner } = frame.function ?? {};
    const ancestor = owner && ancestors(p, receiver.class).find((other) => other.class === owner);
    if (owner && ancestor?.class) {
      const own = argumentMap(p, receiver.class, receiver.args);
      const given = ancestor.args.map((arg) => substitute(p, arg, own));
      for (const [key, value] of argumentMap(p, owner, given)) {
        if (value.kind !== 'unknown' && value.kind !== 'variable') map.set(key, value);
      }
    }
  }
  return ground(p, substitute(p, type, map));
}
