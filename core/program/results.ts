/** What a call leaves. */
import {
  type CallArguments,
  frameOfCall,
  isTelling,
  joined,
  NO_ARGUMENTS,
  receiverOffset,
} from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { ancestors, argumentMap } from './hierarchy.ts';
import { bind, findMember } from './members.ts';
import { classOf } from './narrowing.ts';
import { ground, hasVariables, substitute } from './substitution.ts';
import type { ClassSymbol } from './symbols.ts';
import type { ClassType, FunctionType, InstanceType, Type } from './types.ts';
import { unify } from './unification.ts';

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
      return callResult(p, callee.callee, joined(callee, args));
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
  const { scope, modifiers } = chosen.function;
  const { manager } = modifiers;
  if (manager) return types.deferred(manager, frame);
  // What runs later returns later; what the arguments told of it is known only now.
  const later = scope.isAsync || scope.isGenerator ? laterResult(p, frame, args) : undefined;
  if (scope.isGenerator) return types.deferred(scope.isAsync ? 'async-generator' : 'generator', frame, later);
  if (scope.isAsync) return types.deferred('coroutine', frame, later);
  return p.returnType(frame, args);
}

/** The return annotation, where it holds variables that the arguments of a call stand in for. */
function laterResult(p: Evaluator, frame: Frame, args: CallArguments): Type | undefined {
  const { returnAnnotation } = frame.scope;
  if (returnAnnotation < 0) return undefined;
  const declared = p.annotation(frame.parent ?? frame, returnAnnotation);
  return hasVariables(declared) ? specialise(p, frame, declared, args) : undefined;
}

/** The instance that a class makes; a few classes of the standard library make something that is known better. */
function constructed(p: Evaluator, callee: ClassType, args: CallArguments): Type {
  const { types } = p;
  const symbol = callee.class;
  const known = symbol.module.origin === 'stub' ? standardInstance(p, symbol, args) : undefined;
  if (known) return known;
  if (callee.args.length > 0) return types.instance(symbol, callee.args);
  const other = symbol.module.origin === 'stub' ? madeByNew(p, symbol, args) : undefined;
  if (other) return other;
  const frame = constructorFrame(p, symbol, args);
  return types.instance(symbol, inferArguments(p, symbol, args), frame && { kind: 'made', frame });
}

function standardInstance(p: Evaluator, { name }: ClassSymbol, args: CallArguments): Type | undefined {
  const { types } = p;
  const { positional, keywords } = args;
  const [first, second, third] = positional;
  switch (name) {
    case 'functools.partial':
    case 'functools.partialmethod':
      return first ? types.partial(first, positional.slice(1), keywords) : types.unknown;
    case 'builtins.property':
    case 'functools.cached_property':
      return types.property(
        first ?? keywords.get('fget') ?? types.unknown,
        second ?? keywords.get('fset'),
        third,
      );
    case 'builtins.staticmethod':
    case 'builtins.classmethod':
      return first ?? types.unknown;
    case 'builtins.type':
      return first && positional.length === 1 ? classOf(p, first) : types.unknown;
    case 'builtins.dict':
      // `dict(a=f)`
      return [...keywords.values()].some((type) => isTelling(p, type)) && !first
        ? p.dictOf(keywords)
        : undefined;
    default:
      return undefined;
  }
}

/** What `__new__` says that it makes, where that is more than an instance: `zip` of two lists gives pairs. */
function madeByNew(p: Evaluator, symbol: ClassSymbol, args: CallArguments): Type | undefined {
  if (!p.hasOwn(symbol, '__new__')) return undefined;
  const member = findMember(p, symbol, '__new__', undefined, p.types.class(symbol));
  if (member?.type.kind !== 'function') return undefined;
  const bound = p.types.function(member.type.function, undefined, p.types.class(symbol));
  const made = callResult(p, bound, args);
  return made.kind === 'instance' && made.args.length > 0 ? made : undefined;
}

/** The frame of a class's own constructor, where its arguments say more than its signature. */
function constructorFrame(p: Evaluator, symbol: ClassSymbol, args: CallArguments): Frame | undefined {
  if (symbol.module.origin === 'stub' || args === NO_ARGUMENTS) return undefined;
  const instance = p.types.instance(symbol);
  const member = findMember(p, symbol, '__init__', undefined, instance);
  if (member?.type.kind !== 'function' || member.type.function.module.origin === 'stub') return undefined;
  const frame = frameOfCall(p, p.types.function(member.type.function, member.type.closure, instance), args);
  return frame.bindings.size > 0 ? frame : undefined;
}

/** `Box(x)` is a `Box[X]` where the constructor's signature says so. */
function inferArguments(p: Evaluator, symbol: ClassSymbol, args: CallArguments): readonly Type[] {
  const instance = p.types.instance(symbol);
  const parameters = p.typeParameters(symbol);
  if (parameters.length === 0 || (args.positional.length === 0 && args.keywords.size === 0)) return [];
  for (const name of ['__init__', '__new__']) {
    const member = findMember(p, symbol, name, undefined, instance);
    if (member?.type.kind !== 'function' || !member.owner) continue;
    const bound = p.types.function(member.type.function, member.type.closure, instance);
    const chosen = p.chooseOverload(bound, args);
    const map = matchParameters(p, frameOfCall(p, chosen, NO_ARGUMENTS), args);
    if (map.size === 0) continue;
    return parameters.map(({ key }) => map.get(key) ?? p.types.unknown);
  }
  return [];
}

/** What the arguments of a call, or else those that its frame is bound to, say of the variables in a signature. */
function matchParameters(p: Evaluator, frame: Frame, args: CallArguments): Map<string, Type> {
  const map = new Map<string, Type>();
  const { scope, function: symbol, receiver, bindings } = frame;
  const offset = symbol && receiver ? receiverOffset(symbol) : 0;
  const outer = frame.parent ?? frame;
  let position = 0;
  scope.parameters.forEach(({ annotation, form, name }, index) => {
    const place = index < offset || form === 'keyword-only' ? undefined : position++;
    if (annotation < 0) return;
    if (index < offset) {
      // `def copy(self: T) -> T`, `def make(cls: type[T]) -> T`
      if (receiver) unify(p, p.annotation(outer, annotation), receiver, map);
      return;
    }
    const given =
      form === 'args'
        ? args.positional.slice(place)
        : [
            (place === undefined ? undefined : args.positional[place]) ??
              args.keywords.get(name) ??
              bindings.get(index),
          ];
    for (const argument of given) if (argument) unify(p, p.annotation(outer, annotation), argument, map);
  });
  return map;
}

/** What a type variable stands for in one call of a function. */
export function specialise(p: Evaluator, frame: Frame, type: Type, args: CallArguments): Type {
  if (!hasVariables(type)) return type;
  const { receiver } = frame;
  const map = matchParameters(p, frame, args);
  if (receiver?.kind === 'instance' || receiver?.kind === 'class') addReceiver(p, frame, receiver, map);
  return ground(p, substitute(p, type, map));
}

/** `Self`, and the class's own type parameters as the receiver has them. */
function addReceiver(
  p: Evaluator,
  frame: Frame,
  receiver: InstanceType | ClassType,
  map: Map<string, Type>,
): void {
  map.set('Self', receiver.kind === 'instance' ? receiver : p.types.instance(receiver.class, receiver.args));
  const { owner } = frame.function ?? {};
  const ancestor = owner && ancestors(p, receiver.class).find((other) => other.class === owner);
  if (!owner || !ancestor?.class) return;
  const own = argumentMap(p, receiver.class, receiver.args);
  const given = ancestor.args.map((arg) => substitute(p, arg, own));
  for (const [key, value] of argumentMap(p, owner, given)) {
    if (value.kind !== 'unknown' && value.kind !== 'variable') map.set(key, value);
  }
}
