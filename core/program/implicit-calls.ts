/** What runs where no call is written: special methods, and the bodies of generators and context managers. */
import type { Value } from '../model/summary.ts';
import { type CallArguments, NO_ARGUMENTS } from './arguments.ts';
import type { CallTarget } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { memberType } from './members.ts';
import { isOwn, OPERATIONS } from './operators.ts';
import { takes } from './overloads.ts';
import { type Access, accessorsOf } from './properties.ts';
import { alternatives, type Type } from './types.ts';

/** What Python calls by the name of a special method; the names say that one, also where it is another's alias. */
function methodTargets(
  p: Evaluator,
  type: Type,
  method: string,
  args: CallArguments = NO_ARGUMENTS,
): CallTarget[] {
  return p.callTargets(memberType(p, type, method), args).map((target) => ({
    ...target,
    names: target.names.map((name) => name.replace(/[^.]+$/, method)),
  }));
}

export function accessTargets(p: Evaluator, base: Type, name: string, access: Access): CallTarget[] {
  return accessorsOf(p, base, name, access).flatMap(({ callee, args }) => p.callTargets(callee, args));
}

/** `with x:` */
export function managerTargets(p: Evaluator, type: Type, kind: 'enter' | 'exit'): CallTarget[] {
  return alternatives(type).flatMap((each) => {
    // The body of a `@contextmanager` runs around the block; it is shown once, where the block begins.
    if (each.kind === 'manager') return kind === 'enter' ? [deferred(p, each.frame)] : [];
    if (each.kind !== 'instance') return [];
    return methodTargets(p, each, kind === 'enter' ? '__enter__' : '__exit__');
  });
}

function deferred(p: Evaluator, frame: Frame): CallTarget {
  const symbol = frame.function;
  const names = symbol ? p.namesOf(p.types.function(symbol, undefined, frame.receiver)) : [];
  return { names, frame: frame.module.origin === 'stub' ? undefined : frame, mode: 'run', isOverride: false };
}

/** What runs when a value is iterated: a generator's body, or `__iter__` and `__next__`. */
export function iterationTargets(p: Evaluator, type: Type): CallTarget[] {
  return alternatives(type).flatMap((each) => {
    switch (each.kind) {
      case 'generator':
        return [deferred(p, each.frame)];
      case 'external':
        return [
          { names: [`${each.path}.__iter__`], frame: undefined, mode: 'run' as const, isOverride: false },
        ];
      case 'instance':
        return instanceIteration(p, each);
      default:
        return [];
    }
  });
}

function instanceIteration(p: Evaluator, type: Type): CallTarget[] {
  const iterate = memberType(p, type, '__iter__');
  if (iterate.kind === 'unknown') return isOwn(type) ? methodTargets(p, type, '__getitem__') : [];
  const iterator = p.resultOf(iterate);
  const body = iterator.kind === 'generator' ? [deferred(p, iterator.frame)] : [];
  const hasNext = iterator.kind === 'instance' && memberType(p, iterator, '__next__').kind !== 'unknown';
  const steps = hasNext ? methodTargets(p, iterator, '__next__') : [];
  return [...methodTargets(p, type, '__iter__'), ...body, ...steps].filter(({ mode }) => mode === 'run');
}

/** `x[i]`, `x[i] = y` and `del x[i]`, except of what is built in. */
export function itemTargets(p: Evaluator, base: Type, method: string): CallTarget[] {
  return alternatives(base).flatMap((each) =>
    each.kind === 'instance' && each.class.module.name !== 'builtins' ? methodTargets(p, each, method) : [],
  );
}

/** What an operator runs in the program itself. */
export function operatorTargets(p: Evaluator, frame: Frame, row: Value): CallTarget[] {
  const calls = OPERATIONS[frame.module.summary.op(row)]?.(p, frame, row) ?? [];
  // Python asks one after the other until one answers; the first that takes the operand stands for them.
  const call = calls.find(({ method, args }) => takes(p, method, args));
  return call ? ownTargets(p.callTargets(call.method, call.args)) : [];
}

function ownTargets(targets: readonly CallTarget[]): CallTarget[] {
  return targets.filter(({ frame }) => frame !== undefined);
}

/** The method of an argument that a function of the standard library calls: `len(x)`. */
export function ownMethodTargets(p: Evaluator, type: Type, method: string): CallTarget[] {
  return isOwn(type) ? ownTargets(methodTargets(p, type, method)) : [];
}

/** What makes text of a value; without a method for it Python takes `__repr__`. */
export function textTargets(p: Evaluator, type: Type): CallTarget[] {
  const own = ownMethodTargets(p, type, '__str__');
  return own.length > 0 ? own : ownMethodTargets(p, type, '__repr__');
}
