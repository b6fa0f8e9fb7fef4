/** The arguments of a call, and what a function's parameters are by them. */
import { ArgumentForm, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import type { FunctionSymbol } from './symbols.ts';
import type { FunctionType, Type } from './types.ts';

/** The arguments of a call, with their types when somebody asks. */
export interface CallArguments {
  readonly positional: readonly Type[];
  readonly keywords: ReadonlyMap<string, Type>;
  /** There is a `*args` or `**kwargs`, so more may follow. */
  readonly open: boolean;
  /** It is a decorator that is called: each function that is decorated has a context of its own. */
  readonly isDecoration?: boolean;
  /** It is a constructor that hands on what it was given, which may be more than the other one asks for. */
  readonly isHandedOn?: boolean;
}

const NO_BINDINGS: ReadonlyMap<number, Type> = new Map();

export const NO_ARGUMENTS: CallArguments = { positional: [], keywords: new Map(), open: false };

export function withPositional(...positional: Type[]): CallArguments {
  return { ...NO_ARGUMENTS, positional };
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
    const type = p.typeOf(frame, value);
    if (keyword !== undefined) keywords.set(keyword, type);
    else if (form === ArgumentForm.Positional) {
      // What follows `*args` has no place that is known.
      if (!open) positional.push(type);
    } else open = !spread(form, type, positional, keywords) || open;
  }
  return { positional, keywords, open };
}

/** Adds what `*args` or `**kwargs` is seen to hold; false when that is not known. */
function spread(
  form: ArgumentForm | undefined,
  type: Type,
  positional: Type[],
  keywords: Map<string, Type>,
): boolean {
  if (form === ArgumentForm.Star) {
    if (type.kind !== 'tuple') return false;
    positional.push(...type.items);
    return true;
  }
  if (type.kind !== 'instance' || type.detail?.kind !== 'items') return false;
  for (const [key, item] of type.detail.items) keywords.set(String(key), item);
  return true;
}

/** The arguments with those in front that a `partial` was made with. */
export function joined(
  { positional, keywords }: { positional: readonly Type[]; keywords: ReadonlyMap<string, Type> },
  args: CallArguments,
): CallArguments {
  return {
    ...{ open: args.open, isDecoration: args.isDecoration ?? false },
    positional: [...positional, ...args.positional],
    keywords: new Map([...keywords, ...args.keywords]),
  };
}

/** How many of a function's first parameters its receiver fills. */
export function receiverOffset({ owner, modifiers }: FunctionSymbol): number {
  return owner !== undefined && !modifiers.isStatic ? 1 : 0;
}

/** The frame that a call opens: with its receiver, and with those argument types that the signature does not tell. */
export function frameOfCall(p: Evaluator, callee: FunctionType, args: CallArguments): Frame {
  const { function: symbol, closure } = callee;
  const offset = receiverOffset(symbol);
  let { receiver } = callee;
  let given = args;
  if (receiver && offset === 0 && !symbol.modifiers.isStatic) {
    // A function that was put into a class: what it is called on is its first argument.
    given = joined(withPositional(receiver), args);
    receiver = undefined;
  }
  // `Class.method(instance, …)`: the first argument is the receiver, and the others follow it.
  let skipped = 0;
  if (offset > 0 && !receiver) {
    const [first] = given.positional;
    if (first?.kind === 'instance' || first?.kind === 'class') {
      receiver = first;
      skipped = 1;
    }
  }
  const bindings = bindArguments(p, symbol, offset, skipped, given);
  const own = receiver && p.types.plain(receiver);
  const limit = args.isDecoration ? Infinity : undefined;
  return p.functionFrame(symbol, closure, own, bindings, limit);
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
  symbol.scope.parameters.forEach(({ annotation }, index) => {
    if (index < offset) return;
    const constant = p.tests(symbol, index)
      ? constantFor(p, symbol, index, offset - skipped, args)
      : undefined;
    if (constant) {
      bindings ??= new Map<number, Type>();
      bindings.set(index, constant);
      return;
    }
    const isVague = annotation < 0 || p.isVague(symbol, annotation);
    if (!isVague && !args.isHandedOn) return;
    const argument = argumentFor(p, symbol, index, offset - skipped, args);
    if (!argument || (!isVague && !p.narrows(symbol, annotation, argument))) return;
    bindings ??= new Map<number, Type>();
    bindings.set(index, argument);
  });
  return bindings ?? NO_BINDINGS;
}

/** What is written out for a parameter, or stands as its default. */
function constantFor(
  p: Evaluator,
  symbol: FunctionSymbol,
  index: number,
  offset: number,
  args: CallArguments,
): Type | undefined {
  const parameter = symbol.scope.parameters[index];
  if (!parameter || parameter.form === 'args' || parameter.form === 'kwargs') return undefined;
  const isByName = parameter.form === 'keyword-only';
  const given = (isByName ? undefined : args.positional[index - offset]) ?? args.keywords.get(parameter.name);
  if (!given && (args.open || parameter.default < 0)) return undefined;
  const type = given ?? p.typeOf(p.headFrame(symbol), parameter.default);
  const isConstant = type.kind === 'none' || (type.kind === 'instance' && type.detail?.kind === 'literal');
  return isConstant ? type : undefined;
}

/** What a parameter is by the arguments, where that is worth a context of its own. */
function argumentFor(
  p: Evaluator,
  symbol: FunctionSymbol,
  index: number,
  offset: number,
  args: CallArguments,
): Type | undefined {
  const { parameters } = symbol.scope;
  const parameter = parameters[index];
  if (!parameter) return undefined;
  const { name, form } = parameter;
  if (form === 'args') {
    const rest = args.open ? [] : args.positional.slice(index - offset);
    return rest.some((type) => isTelling(p, type)) ? p.types.tuple(rest) : undefined;
  }
  if (form === 'kwargs') {
    const rest = new Map([...args.keywords].filter(([key]) => !parameters.some((each) => each.name === key)));
    if (args.open || ![...rest.values()].some((type) => isTelling(p, type))) return undefined;
    return p.dictOf(rest);
  }
  const argument =
    form === 'keyword-only'
      ? args.keywords.get(name)
      : (args.positional[index - offset] ?? args.keywords.get(name));
  if (!argument) return undefined;
  if (argument.kind === 'instance' && argument.detail?.kind === 'literal') {
    return p.chooses(symbol, index) ? argument : undefined;
  }
  return isTelling(p, argument) ? argument : undefined;
}

/** Whether a value is worth a context of its own: something with methods that may be called. */
export function isTelling(p: Evaluator, type: Type): boolean {
  switch (type.kind) {
    case 'function':
    case 'partial':
    case 'class':
    case 'generator':
    case 'external':
      return true;
    case 'instance':
      return type.class.module.name !== 'builtins' || type.detail?.kind === 'items';
    case 'tuple':
      return type.items.some((item) => isTelling(p, item));
    case 'union':
      return type.members.length <= 3 && type.members.some((member) => isTelling(p, member));
    default:
      return false;
  }
}

/** Parameters that a function picks something by: `table[name]`, `getattr(x, name)`, what `__getattr__` is asked for. */
export function choosingParameters({ module: { summary }, scope }: FunctionSymbol): ReadonlySet<number> {
  const found = new Set<number>();
  const note = (value: Value) => {
    if (summary.op(value) === Op.Parameter) found.add(summary.a(value));
  };
  for (let row = scope.first; row < scope.end; row++) {
    const op = summary.op(row);
    if (op === Op.Subscript || op === Op.StoreSubscript) note(summary.b(row));
    else if (op === Op.Call && summary.op(summary.a(row)) === Op.Lookup) {
      if (summary.string(summary.a(summary.a(row))) !== 'getattr') continue;
      const name = summary.args(row)[1];
      if (name) note(name.value);
    }
  }
  return found;
}
