/** Which overload of a stub's function a call means. */
import { Literal, Op, type Value } from '../model/summary.ts';
import { definitionsOf } from './annotations.ts';
import type { CallArguments } from './arguments.ts';
import { keyOf } from './containers.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { ancestors, isProtocol } from './hierarchy.ts';
import { writtenPath } from './names.ts';
import type { ClassSymbol, FunctionSymbol } from './symbols.ts';
import type { FunctionType, Type } from './types.ts';

/** The first overload whose parameters could take the arguments; the one given where there is no choice. */
export function chooseOverload(p: Evaluator, callee: FunctionType, args: CallArguments): FunctionType {
  const { function: symbol } = callee;
  if (!symbol.modifiers.isOverload) return callee;
  const siblings = overloadsOf(p, symbol);
  const fitting = siblings.find((each) => fits(p, each, callee, args)) ?? siblings[0];
  return fitting ? p.types.function(fitting, callee.closure, callee.receiver) : callee;
}

function overloadsOf(p: Evaluator, symbol: FunctionSymbol): readonly FunctionSymbol[] {
  const { module, scope, owner } = symbol;
  const frame = owner ? p.classFrame(owner) : p.genericFrame(module, scope.parent);
  const { summary } = module;
  const binds = summary.names(frame.scope.id).get(scope.name) ?? [];
  return binds
    .map((bind) => summary.a(bind))
    .filter(
      (value) =>
        summary.op(value) === Op.Function && p.liveRegion(frame, summary.region(value)) !== undefined,
    )
    .map((value) => p.functionAt(frame, summary.a(value)));
}

function fits(p: Evaluator, symbol: FunctionSymbol, callee: FunctionType, args: CallArguments): boolean {
  const { scope } = symbol;
  const bound = callee.receiver !== undefined && !symbol.modifiers.isStatic;
  const parameters = bound ? scope.parameters.slice(1) : scope.parameters;
  const takesMore = parameters.some(({ form }) => form === 'args');
  const takesAny = parameters.some(({ form }) => form === 'kwargs');
  const positional = parameters.filter(({ form }) => form === 'positional-only' || form === 'plain');
  if (!takesMore && args.positional.length > positional.length) return false;
  const given = new Set(positional.slice(0, args.positional.length).map(({ name }) => name));
  for (const name of args.keywords.keys()) {
    if (!takesAny && !parameters.some((parameter) => parameter.name === name)) return false;
    given.add(name);
  }
  return parameters.every((parameter) => {
    if (parameter.form === 'args' || parameter.form === 'kwargs') return true;
    if (!given.has(parameter.name)) return parameter.default >= 0 || args.open;
    const index = positional.indexOf(parameter);
    const argument = args.keywords.get(parameter.name) ?? args.positional[index];
    return !argument || parameter.annotation < 0 || accepts(p, symbol, parameter.annotation, argument);
  });
}

/** Whether a parameter could take an argument; anything that is not plainly wrong could. */
function accepts(p: Evaluator, symbol: FunctionSymbol, annotation: Value, argument: Type): boolean {
  const { module, owner, scope } = symbol;
  const frame = owner ? p.classFrame(owner) : p.genericFrame(module, scope.parent);
  const literals = p.literals(frame, annotation);
  if (literals) return acceptsLiteral(literals, argument);
  const type = p.annotation(frame, annotation);
  if (argument.kind === 'none')
    return type.kind === 'unknown' || type.kind === 'variable' || includesNone(type);
  if (argument.kind !== 'instance') return true;
  const members = type.kind === 'union' ? type.members : [type];
  return members.some((member) => member.kind !== 'instance' || couldBe(p, argument.class, member.class));
}

function includesNone(type: Type): boolean {
  return type.kind === 'none' || (type.kind === 'union' && type.members.some(({ kind }) => kind === 'none'));
}

/** `Literal["r", "w"]` takes these strings; of one that is not known it is not the overload that is meant. */
function acceptsLiteral(literals: ReadonlySet<string | number | boolean>, argument: Type): boolean {
  if (argument.kind === 'unknown') return true;
  if (argument.kind !== 'instance') return false;
  if (argument.detail?.kind === 'literal') return literals.has(argument.detail.value);
  return argument.class.name === 'builtins.bool' && (literals.has(true) || literals.has(false));
}

const CONCRETE = /^builtins\.(str|bytes|list|dict|tuple|set|slice)$/;
/** An int passes for a float, and bytes may be asked for in many ways. */
const LENIENT = /^builtins\.(int|float|bool|complex|bytes|bytearray|memoryview)$/;

/** Whether an instance of a class could be handed over as one of another. */
function couldBe(p: Evaluator, symbol: ClassSymbol, wanted: ClassSymbol): boolean {
  const line = ancestors(p, symbol);
  if (line.some((ancestor) => ancestor.class === wanted)) return true;
  if (CONCRETE.test(wanted.name)) return false;
  if (LENIENT.test(symbol.name) || line.some((ancestor) => !ancestor.class)) return true;
  if (!isProtocol(p, wanted)) return wanted.name === 'builtins.object';
  // A protocol asks for its methods.
  return [...wanted.module.summary.names(wanted.scope.id).keys()].every((name) =>
    line.some(({ class: ancestor }) => ancestor && p.hasOwn(ancestor, name)),
  );
}

/** Whether a method of the standard library takes what it is handed; of others nobody says. */
export function takes(p: Evaluator, callee: Type, args: CallArguments): boolean {
  if (callee.kind !== 'function' || callee.function.module.origin !== 'stub') return true;
  const { function: symbol } = callee;
  const siblings = symbol.modifiers.isOverload ? overloadsOf(p, symbol) : [symbol];
  return siblings.some((each) => fits(p, each, callee, args));
}

/** Aliases of aliases may go in a circle while somebody types. */
const MAX_ALIASES = 12;

/** The values of an annotation that is made of `Literal` alone; undefined for any other. */
export function literalsOf(
  p: Evaluator,
  frame: Frame,
  annotation: Value,
  depth = 0,
): ReadonlySet<string | number | boolean> | undefined {
  const { summary } = frame.module;
  if (annotation < 0 || depth > MAX_ALIASES) return undefined;
  switch (summary.op(annotation)) {
    case Op.Binary:
      return bothOf(
        literalsOf(p, frame, summary.a(annotation), depth + 1),
        literalsOf(p, frame, summary.b(annotation), depth + 1),
      );
    case Op.Annotated:
      return literalsOf(p, frame, summary.a(annotation), depth + 1);
    case Op.Subscript: {
      if (!(writtenPath(p, frame, summary.a(annotation)) ?? '').endsWith('.Literal')) return undefined;
      const index = summary.b(annotation);
      const items = summary.op(index) === Op.Display ? [...summary.list(summary.a(index))] : [index];
      return new Set(items.flatMap((item) => literalValue(p, frame, item) ?? []));
    }
    case Op.Lookup:
    case Op.Import:
    case Op.Attribute: {
      const definitions = definitionsOf(p, frame, annotation);
      const [definition, ...others] = typeof definitions === 'object' ? definitions : [];
      if (!definition || others.length > 0) return undefined;
      const op = definition.frame.module.summary.op(definition.value);
      if (op === Op.Class || op === Op.Literal) return undefined;
      return literalsOf(p, definition.frame, definition.value, depth + 1);
    }
    default:
      return undefined;
  }
}

function bothOf<T>(a: ReadonlySet<T> | undefined, b: ReadonlySet<T> | undefined): ReadonlySet<T> | undefined {
  return a && b ? new Set([...a, ...b]) : undefined;
}

function literalValue(p: Evaluator, frame: Frame, value: Value): string | number | boolean | undefined {
  const { summary } = frame.module;
  if (summary.op(value) !== Op.Literal) return undefined;
  if (summary.literal(value) === Literal.True) return true;
  if (summary.literal(value) === Literal.False) return false;
  return keyOf(p.typeOf(frame, value));
}
