/** What comes out of awaiting, iterating and entering a value. */
import { Op } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { memberType } from './members.ts';
import type { InstanceType, Type } from './types.ts';

export function awaited(p: Evaluator, type: Type): Type {
  const { types } = p;
  switch (type.kind) {
    case 'coroutine':
      return p.returnType(type.frame);
    case 'instance':
      return awaitedInstance(p, type);
    case 'union':
      return types.union(type.members.map((member) => awaited(p, member)));
    default:
      return types.unknown;
  }
}

/** `Coroutine[Yielded, Sent, Result]`, `Awaitable[Result]`, or a class with `__await__`. */
function awaitedInstance(p: Evaluator, type: InstanceType): Type {
  if (type.args.length > 0 && /\.(Coroutine|Awaitable|Future|Task|_FutureLike)$/.test(type.class.name)) {
    return type.args.at(-1) ?? p.types.unknown;
  }
  const generator = p.resultOf(memberType(p, type, '__await__'));
  return generator.kind === 'instance' ? (generator.args[2] ?? p.types.unknown) : p.types.unknown;
}

export function elementOf(p: Evaluator, type: Type): Type {
  const { types } = p;
  switch (type.kind) {
    case 'tuple':
      return types.union(type.items);
    case 'generator':
    case 'async-generator':
      return yielded(p, type.frame);
    case 'union':
      return types.union(type.members.map((member) => elementOf(p, member)));
    case 'external':
      return types.external(`${type.path}[]`);
    case 'class':
      return p.isEnum(type.class) ? types.instance(type.class) : types.unknown;
    case 'instance': {
      const iterator = p.resultOf(memberType(p, type, '__iter__'));
      if (iterator.kind === 'generator') return yielded(p, iterator.frame);
      if (
        iterator.kind === 'instance' &&
        iterator.args.length > 0 &&
        /\.(Iterator|Generator)$/.test(iterator.class.name)
      ) {
        return iterator.args[0] ?? types.unknown;
      }
      return p.resultOf(memberType(p, iterator, '__next__'));
    }
    default:
      return types.unknown;
  }
}

/** What a generator yields: by its annotation, else by its `yield` expressions. */
function yielded(p: Evaluator, frame: Frame): Type {
  return p.yielded(frame, () => yieldedIn(p, frame));
}

function yieldedIn(p: Evaluator, frame: Frame): Type {
  const declared = p.returnType(frame);
  if (declared.kind === 'instance' && declared.args[0] && declared.args[0].kind !== 'unknown')
    return declared.args[0];
  const { summary } = frame.module;
  const found: Type[] = [];
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    if (summary.op(row) === Op.Yield) found.push(p.typeOf(frame, summary.a(row)));
    else if (summary.op(row) === Op.YieldFrom) found.push(p.elementOf(p.typeOf(frame, summary.a(row))));
  }
  return p.types.union(found);
}

/** What `with value as name` binds. */
export function entered(p: Evaluator, type: Type, isAsync: boolean): Type {
  const { types } = p;
  switch (type.kind) {
    case 'manager':
    case 'async-manager':
      return yielded(p, type.frame);
    case 'union':
      return types.union(type.members.map((member) => entered(p, member, isAsync)));
    // Clients and sessions return themselves; what else an unread class may return nobody knows either.
    case 'external':
      return type;
    case 'instance': {
      const result = p.resultOf(memberType(p, type, isAsync ? '__aenter__' : '__enter__'));
      return isAsync ? awaited(p, result) : result;
    }
    default:
      return types.unknown;
  }
}
