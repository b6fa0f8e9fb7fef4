/** What type variables stand for, found by matching parameters with arguments. */
import type { Evaluator } from './evaluator.ts';
import { ancestors, argumentMap } from './hierarchy.ts';
import { memberType } from './members.ts';
import { substitute } from './substitution.ts';
import type { InstanceType, Type } from './types.ts';

/** Matches what a parameter says with what an argument is, and notes what each variable stands for. */
export function unify(
  p: Evaluator,
  parameter: Type,
  argument: Type,
  map: Map<string, Type>,
  depth = 0,
): void {
  if (argument.kind === 'unknown' || depth > 4) return;
  switch (parameter.kind) {
    case 'variable':
      if (!map.has(parameter.key)) map.set(parameter.key, argument);
      break;
    case 'union':
      for (const member of parameter.members) unify(p, member, argument, map, depth + 1);
      break;
    case 'callable':
      if (parameter.result.kind !== 'unknown')
        unify(p, parameter.result, p.resultOf(argument), map, depth + 1);
      break;
    case 'class':
      if (argument.kind === 'class' && parameter.class === argument.class)
        unifyAll(p, parameter.args, argument.args, map, depth);
      break;
    case 'instance':
      unifyInstance(p, parameter, argument, map, depth);
      break;
    case 'tuple':
      if (argument.kind === 'tuple') unifyAll(p, parameter.items, argument.items, map, depth);
      break;
    default:
  }
}

function unifyAll(
  p: Evaluator,
  parameters: readonly Type[],
  args: readonly Type[],
  map: Map<string, Type>,
  depth: number,
): void {
  parameters.forEach((parameter, i) => {
    const argument = args[i];
    if (argument) unify(p, parameter, argument, map, depth + 1);
  });
}

/** A generic class matches its own instances, and as a protocol whatever has its methods. */
function unifyInstance(
  p: Evaluator,
  parameter: InstanceType,
  argument: Type,
  map: Map<string, Type>,
  depth: number,
): void {
  if (parameter.args.length === 0) return;
  if (argument.kind === 'instance') {
    const ancestor = ancestors(p, argument.class).find((other) => other.class === parameter.class);
    if (ancestor?.class === argument.class) unifyAll(p, parameter.args, argument.args, map, depth);
    else if (ancestor?.class) unifyAll(p, parameter.args, p.ancestorArgs(argument, ancestor), map, depth);
    else unifyStructure(p, parameter, argument, map, depth);
    return;
  }
  const instance = p.asInstance(argument);
  if (instance) unifyInstance(p, parameter, instance, map, depth);
  else if (parameter.args[0] && ITERABLE.test(parameter.class.name)) {
    unify(p, parameter.args[0], p.elementOf(argument), map, depth + 1);
  }
}

/** What a class or something unread may be taken for. */
const ITERABLE = /\.(Iterable|Iterator|Sequence|Collection)$/;

/** `Iterable[T]` of something with `__iter__`: each method of the protocol says what the other one's gives. */
function unifyStructure(
  p: Evaluator,
  parameter: InstanceType,
  argument: InstanceType,
  map: Map<string, Type>,
  depth: number,
): void {
  const { class: symbol, args } = parameter;
  if (symbol.module.origin !== 'stub') return;
  const own = argumentMap(p, symbol, args);
  for (const [name] of symbol.module.summary.names(symbol.scope.id)) {
    const [declared] = p.classMember(symbol, name);
    const type = declared && p.typeOf(declared.frame, declared.value);
    if (type?.kind !== 'function' || type.function.scope.returnAnnotation < 0) continue;
    const method = memberType(p, argument, name);
    if (method.kind === 'unknown') continue;
    const returned = p.annotation(p.classFrame(symbol), type.function.scope.returnAnnotation);
    unify(p, substitute(p, returned, own), p.resultOf(method), map, depth + 1);
  }
}
