/** What a call runs. */
import { type CallArguments, frameOfCall, joined, NO_ARGUMENTS } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { ancestorName, ancestors } from './hierarchy.ts';
import { bind, findMember, metaclassMember } from './members.ts';
import type { ClassType, FunctionType, InstanceType, Type } from './types.ts';

export { argumentsOf, type CallArguments, frameOfCall, NO_ARGUMENTS } from './arguments.ts';

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
      return callTargets(p, callee.callee, joined(callee, args));
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
  const others = [
    ...(callee.receiver && !callee.isExact ? p.overrides(callee) : []),
    ...dispatched(p, callee),
  ];
  return [callee, ...others].map((type, i) => {
    const { scope, modifiers, module } = type.function;
    const frame = module.origin === 'stub' ? undefined : frameOfCall(p, type, args);
    const later = scope.isAsync || scope.isGenerator || modifiers.manager !== undefined;
    return { names: p.namesOf(type), frame, mode: later ? 'later' : 'run', isOverride: i > 0 };
  });
}

/** Other implementations that `singledispatch` may choose. */
function dispatched(p: Evaluator, { function: symbol, closure, receiver }: FunctionType): FunctionType[] {
  if (!symbol.modifiers.isDispatch) return [];
  return p.registered(symbol).map((other) => p.types.function(other, closure, receiver));
}

/** The names that the catalogue may know a function by. */
export function namesOf(p: Evaluator, { function: symbol, receiver }: FunctionType): readonly string[] {
  const { owner } = symbol;
  const { name } = symbol.scope;
  if (!owner) return [symbol.name];
  if (receiver?.kind !== 'instance' && receiver?.kind !== 'class') return [symbol.name];
  const names: string[] = [];
  for (const ancestor of ancestors(p, receiver.class)) {
    names.push(`${ancestorName(ancestor)}.${name}`);
    if (ancestor.class === owner) return names;
  }
  return [...names, symbol.name];
}

function constructorTargets(p: Evaluator, callee: ClassType, args: CallArguments): CallTarget[] {
  const instance = p.types.instance(callee.class, callee.args);
  const targets: CallTarget[] = [];
  const names: string[] = [];
  // The class goes by its own name and, where it leaves construction to them, by those of its ancestors.
  for (const ancestor of ancestors(p, callee.class)) {
    names.push(ancestorName(ancestor));
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
  return [...targets, ...metaclassTargets(p, callee, args)];
}

/** A metaclass may have a hand in what a call of its class does. */
function metaclassTargets(p: Evaluator, callee: ClassType, args: CallArguments): CallTarget[] {
  if (callee.class.module.origin === 'stub') return [];
  const call = metaclassMember(p, callee, '__call__');
  if (call?.kind !== 'function' || call.function.module.origin === 'stub') return [];
  return functionTargets(p, call, args);
}
