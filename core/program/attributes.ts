/** What the methods of a class store in `self`. */
import { Op, type Value } from '../model/summary.ts';
import { argumentsOf, frameOfCall } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { ancestors } from './hierarchy.ts';
import type { ClassSymbol } from './symbols.ts';
import type { ClassType, InstanceType, Type } from './types.ts';

/** The type of one `self.name = …`, as it is when `self` is the receiver. */
export function storedType(
  p: Evaluator,
  symbol: ClassSymbol,
  row: Value,
  receiver: InstanceType | ClassType,
): Type {
  const { summary } = symbol.module;
  const scope = summary.scopeOf(row);
  const value = summary.c(row);
  if (scope.kind !== 'function') return p.typeOf(p.classFrame(symbol), value);
  const frame = constructorOf(p, symbol, scope.id, receiver) ?? p.methodFrame(symbol, scope.id, receiver);
  // `self.x: T = None` in a method: the annotation alone tells, and costs no look into the method.
  if (summary.op(value) === Op.Annotated) {
    const type = p.annotation(frame, summary.b(value));
    if (type.kind !== 'unknown' && type.kind !== 'callable' && !isContainer(type)) return type;
  }
  return p.typeOf(frame, value);
}

/** What is written into a container may say more than what it is declared to hold. */
function isContainer(type: Type): boolean {
  return type.kind === 'instance' && /^builtins\.(list|dict)$/.test(type.class.name);
}

/** The frame in which the receiver's constructor ran this method: itself, or by way of `super().__init__(…)`. */
function constructorOf(
  p: Evaluator,
  symbol: ClassSymbol,
  scope: number,
  receiver: InstanceType | ClassType,
): Frame | undefined {
  if (receiver.kind !== 'instance') return undefined;
  let frame = receiver.detail?.kind === 'made' ? receiver.detail.frame : ownConstructor(p, symbol, receiver);
  for (let depth = 0; frame && depth < MAX_CONSTRUCTORS; depth++) {
    if (frame.module === symbol.module && frame.scope.id === scope) return frame;
    frame = p.constructorAbove(frame);
  }
  return undefined;
}

const MAX_CONSTRUCTORS = 8;

/** The constructor of a class further down, which may hand on more than the one above asks for. */
function ownConstructor(p: Evaluator, above: ClassSymbol, receiver: InstanceType): Frame | undefined {
  const { class: symbol } = receiver;
  if (symbol === above || symbol.module.origin === 'stub') return undefined;
  for (const { class: ancestor } of ancestors(p, symbol)) {
    if (!ancestor || ancestor === above) return undefined;
    const [definition] = p.classMember(ancestor, '__init__');
    if (!definition) continue;
    const type = p.typeOf(definition.frame, definition.value);
    return type.kind === 'function' && type.function.owner === ancestor
      ? p.methodFrame(ancestor, type.function.scope.id, receiver)
      : undefined;
  }
  return undefined;
}

/** The constructor that a constructor hands its arguments on to. */
export function constructorAbove(p: Evaluator, frame: Frame): Frame | undefined {
  const { summary } = frame.module;
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    if (summary.op(row) !== Op.Call) continue;
    const callee = summary.a(row);
    if (summary.op(callee) !== Op.Attribute || summary.string(summary.b(callee)) !== '__init__') continue;
    const type = p.typeOf(frame, callee);
    if (type.kind === 'function' && type.function.module.origin !== 'stub') {
      const { positional, keywords, open } = argumentsOf(p, frame, row);
      return frameOfCall(p, type, { positional, keywords, open, isHandedOn: true });
    }
  }
  return undefined;
}
