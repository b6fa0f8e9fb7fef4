/** Which overload of a stub's function a call means. */
import { Literal, Op, type Value } from '../model/summary.ts';
import { annotationType } from './annotations.ts';
import type { CallArguments } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { isSubclass } from './hierarchy.ts';
import type { FunctionSymbol } from './symbols.ts';
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
  const type = annotationType(p, frame, annotation);
  if (argument.kind === 'none')
    return type.kind === 'unknown' || type.kind === 'variable' || includesNone(type);
  if (argument.kind !== 'instance' || isLiteral(module.summary, annotation)) return true;
  const members = type.kind === 'union' ? type.members : [type];
  return members.some(
    (member) =>
      member.kind !== 'instance' || !isConcrete(member) || isSubclass(p, argument.class, member.class),
  );
}

function includesNone(type: Type): boolean {
  return type.kind === 'none' || (type.kind === 'union' && type.members.some(({ kind }) => kind === 'none'));
}

/** Only these can be told apart for certain: protocols take what merely looks like them, and an int passes for a float. */
function isConcrete(type: Type): boolean {
  return type.kind === 'instance' && /^builtins\.(str|bytes|list|dict|tuple|set)$/.test(type.class.name);
}

function isLiteral(summary: FunctionSymbol['module']['summary'], annotation: Value): boolean {
  return summary.op(annotation) === Op.Literal && summary.a(annotation) !== Literal.None;
}
