/** What comes out of awaiting, iterating and entering a value. */
import { Op } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { memberType, metaclassMember } from './members.ts';
import type { DeferredType, InstanceType, Type } from './types.ts';

export function awaited(p: Evaluator, type: Type): Type {
  const { types } = p;
  switch (type.kind) {
    case 'coroutine':
      return type.result ?? p.returnType(type.frame);
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
  return generatorResult(p, p.resultOf(memberType(p, type, '__await__')));
}

/** What `yield from` and `__await__` leave: what the generator returns in the end. */
export function generatorResult(p: Evaluator, type: Type): Type {
  if (type.kind === 'instance') return type.args[2] ?? p.types.unknown;
  if (type.kind !== 'generator') return p.types.unknown;
  const returned = type.result ?? p.returnType(type.frame);
  return type.frame.scope.returnAnnotation >= 0 ? generatorResult(p, returned) : returned;
}

export function elementOf(p: Evaluator, type: Type): Type {
  const { types } = p;
  switch (type.kind) {
    case 'tuple':
      return types.union(type.items);
    case 'generator':
    case 'async-generator':
      return yielded(p, type);
    case 'union':
      return types.union(type.members.map((member) => elementOf(p, member)));
    case 'external':
      return types.external(`${type.path}[]`);
    case 'class':
      return p.isEnum(type.class)
        ? types.instance(type.class)
        : iterated(p, p.resultOf(metaclassMember(p, type, '__iter__') ?? types.unknown));
    case 'instance': {
      const iterate = memberType(p, type, '__iter__');
      // Without `__iter__`, Python counts up from zero.
      if (iterate.kind === 'unknown') return p.resultOf(memberType(p, type, '__getitem__'));
      return iterated(p, p.resultOf(iterate));
    }
    default:
      return types.unknown;
  }
}

/** What an iterator gives. */
function iterated(p: Evaluator, iterator: Type): Type {
  if (iterator.kind === 'generator') return yielded(p, iterator);
  if (iterator.kind === 'instance' && /\.(Iterator|Generator)$/.test(iterator.class.name)) {
    const [element] = iterator.args;
    if (element) return element;
  }
  return p.resultOf(memberType(p, iterator, '__next__'));
}

/** What a generator yields: by its annotation, else by its `yield` expressions. */
function yielded(p: Evaluator, { frame, result }: DeferredType): Type {
  const declared = result ?? (frame.scope.returnAnnotation < 0 ? p.types.unknown : p.returnType(frame));
  const [element] = declared.kind === 'instance' ? declared.args : [];
  if (element && element.kind !== 'unknown') return element;
  return p.yielded(frame, () => yieldedIn(p, frame));
}

function yieldedIn(p: Evaluator, frame: Frame): Type {
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
      return yielded(p, type);
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

const STANDARD: Partial<Record<Type['kind'], readonly [module: string, name: string]>> = {
  coroutine: ['typing', 'Coroutine'],
  generator: ['typing', 'Generator'],
  'async-generator': ['typing', 'AsyncGenerator'],
  manager: ['contextlib', 'AbstractContextManager'],
  'async-manager': ['contextlib', 'AbstractAsyncContextManager'],
  tuple: ['builtins', 'tuple'],
};

/** The standard class that stands for a tuple, a generator and their like: `Generator[X, …]`. */
export function asInstance(p: Evaluator, type: Type): InstanceType | undefined {
  const [module, name] = STANDARD[type.kind] ?? [];
  const symbol = module !== undefined && name !== undefined ? p.standardClass(module, name) : undefined;
  if (!symbol) return undefined;
  const { unknown } = p.types;
  switch (type.kind) {
    case 'coroutine':
      return p.types.instance(symbol, [unknown, unknown, p.awaited(type)]);
    case 'generator':
      return p.types.instance(symbol, [p.elementOf(type), unknown, generatorResult(p, type)]);
    case 'manager':
    case 'async-manager':
      return p.types.instance(symbol, [p.entered(type, type.kind === 'async-manager')]);
    default:
      return p.types.instance(symbol, [p.elementOf(type)]);
  }
}
