/** What can be awaited in the place of a blocking call, from the same package: known, or found by its own names. */
import type { BlockingRecord } from '../knowledge/catalogue.ts';
import { Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { findMember, memberType } from '../program/members.ts';
import type { Module } from '../program/modules.ts';
import { exported } from '../program/names.ts';
import type { ClassSymbol, FunctionSymbol } from '../program/symbols.ts';
import { alternatives, type FunctionType, type InstanceType, type Type } from '../program/types.ts';
import { calleeName } from './chain.ts';
import { takesTheSame } from './compatible.ts';

export interface AsyncTwin {
  /** As people would write it: `openai.AsyncOpenAI`, `Chain.ainvoke`. */
  readonly name: string;
  /** Another method of the same object, or another class or function to begin with. */
  readonly shape: 'method' | 'other';
}

/** Submodules and attributes in which packages keep their async side. */
const ASYNC_MODULES = ['aio', 'asyncio', 'async_api', 'asynchronous'] as const;

/** The twin that a pack names. */
export function knownTwin({ name, alternatives: known }: BlockingRecord): AsyncTwin | undefined {
  const twin = known.find(({ shape }) => shape === 'await-rename' || shape === 'ctor-swap');
  // The same class may be either, by how it was made: `distributed.Client(asynchronous=True)`.
  if (twin?.path === undefined || `${name}.`.startsWith(`${twin.path}.`)) return undefined;
  if (twin.shape === 'await-rename') return { name: calleeName(twin.path), shape: 'method' };
  return { name: twin.path, shape: 'other' };
}

/** The twin of a package's function or method that blocks, where the package has one under the usual names. */
export function discoveredTwin(p: Evaluator, frame: Frame, value: Value): AsyncTwin | undefined {
  const { summary } = frame.module;
  if (summary.op(value) !== Op.Call) return undefined;
  const [callee, ...others] = alternatives(p.typeOf(frame, summary.a(value)));
  if (callee?.kind !== 'function' || others.length > 0) return undefined;
  const { module, scope } = callee.function;
  if (module.origin !== 'package' || scope.isAsync || scope.isGenerator) return undefined;
  return callee.receiver?.kind === 'instance' ? methodTwin(p, callee) : functionTwin(p, callee);
}

function methodTwin(p: Evaluator, { function: symbol, receiver }: FunctionType): AsyncTwin | undefined {
  if (receiver?.kind !== 'instance') return undefined;
  const { name } = symbol.scope;
  const own = asyncNames(name).find((twin) => hasTwin(p, receiver.class, twin, symbol));
  if (own !== undefined) return { name: `${receiver.class.scope.name}.${own}`, shape: 'method' };
  const attribute = ASYNC_MODULES.find((twin) => holdsTwin(p, receiver, twin, symbol));
  if (attribute !== undefined)
    return { name: `${receiver.class.scope.name}.${attribute}.${name}`, shape: 'method' };
  for (const { module, name: className } of classTwins(p, receiver.class)) {
    const [definition] = exported(p, module, className);
    const type = definition && p.typeOf(definition.frame, definition.value);
    if (type?.kind !== 'class' || type.class === receiver.class || !hasTwin(p, type.class, name, symbol))
      continue;
    return { name: `${module.name}.${className}`, shape: 'other' };
  }
  return undefined;
}

function functionTwin(p: Evaluator, { function: symbol }: FunctionType): AsyncTwin | undefined {
  const { module, scope, owner } = symbol;
  if (owner || scope.parent !== 0) return undefined;
  const beside = asyncNames(scope.name).map((name) => ({ module, name }));
  const inside = asyncModules(p, module).map((other) => ({ module: other, name: scope.name }));
  for (const twin of [...beside, ...inside]) {
    const [definition] = exported(p, twin.module, twin.name);
    if (definition && isTwin(p.typeOf(definition.frame, definition.value), symbol))
      return { name: `${twin.module.name}.${twin.name}`, shape: 'other' };
  }
  return undefined;
}

/** `get` is `aget`, `async_get`, `get_async` or `get_aio` in async. */
function asyncNames(name: string): string[] {
  return name.startsWith('_') ? [] : [`a${name}`, `async_${name}`, `${name}_async`, `${name}_aio`];
}

/** `Client` is `AsyncClient`, `ClientAsync` or `AioClient` in async. */
export function asyncClassNames(name: string): string[] {
  return [`Async${name}`, `${name}Async`, `Aio${name}`];
}

/** Where the async side of a class may be: under another name beside it, or under its own in a submodule. */
function classTwins(p: Evaluator, { module, scope }: ClassSymbol): { module: Module; name: string }[] {
  const top = p.modules.resolve(module, 0, module.name.split('.', 1)[0] ?? module.name);
  const homes = top?.kind === 'module' && top !== module ? [top, module] : [module];
  const { name } = scope;
  return [
    ...homes.flatMap((home) => asyncClassNames(name).map((twin) => ({ module: home, name: twin }))),
    ...asyncModules(p, module).map((home) => ({ module: home, name })),
  ];
}

/** `package.aio`, `package.part.aio` and what mirrors the module below them, nearest first. */
function asyncModules(p: Evaluator, module: Module): Module[] {
  const parts = module.name.split('.');
  const names = parts.flatMap((_, index) => {
    const [front, rest] = [parts.slice(0, parts.length - index), parts.slice(parts.length - index)];
    return ASYNC_MODULES.flatMap((name) => {
      const home = [...front, name].join('.');
      return rest.length === 0 ? [home] : [[home, ...rest].join('.'), home];
    });
  });
  return names.flatMap((name) => {
    const found = p.modules.resolve(module, 0, name);
    return found?.kind === 'module' && found !== module ? [found] : [];
  });
}

/** Whether an object keeps its async side in an attribute: `client.aio.get()`. */
function holdsTwin(p: Evaluator, receiver: InstanceType, attribute: string, of: FunctionSymbol): boolean {
  const member = findMember(p, receiver.class, attribute, undefined, receiver);
  if (!member?.owner) return false;
  const held = alternatives(memberType(p, receiver, attribute));
  return (
    held.length > 0 &&
    held.every(
      (type) =>
        type.kind === 'instance' &&
        type.class !== receiver.class &&
        hasTwin(p, type.class, of.scope.name, of),
    )
  );
}

function hasTwin(p: Evaluator, symbol: ClassSymbol, name: string, of: FunctionSymbol): boolean {
  const member = findMember(p, symbol, name, undefined, p.types.instance(symbol));
  return member !== undefined && isTwin(member.type, of);
}

/** A coroutine function that takes what the blocking one takes. */
function isTwin(type: Type, of: FunctionSymbol): boolean {
  return type.kind === 'function' && type.function.scope.isAsync && takesTheSame(of, type.function);
}
