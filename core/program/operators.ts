/** Operators as the methods that they call. */
import { Op, type Value } from '../model/summary.ts';
import { type CallArguments, NO_ARGUMENTS, withPositional } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { memberType } from './members.ts';
import { takes } from './overloads.ts';
import { callResult } from './results.ts';
import type { Type } from './types.ts';

/** A method that an operator may call, bound to its operand. */
export interface OperatorCall {
  readonly method: Type;
  readonly args: CallArguments;
}

const BINARY: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '|': 'or',
  '&': 'and',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
};

const COMPARISONS: Readonly<Record<string, string>> = {
  '==': '__eq__',
  '!=': '__ne__',
  '<': '__lt__',
  '>': '__gt__',
  '<=': '__le__',
  '>=': '__ge__',
};

const UNARY: Readonly<Record<string, string>> = { '-': '__neg__', '+': '__pos__', '~': '__invert__' };

export function binaryType(p: Evaluator, frame: Frame, value: Value): Type {
  for (const { method, args } of binaryCalls(p, frame, value)) {
    // `1 + x` is up to x where numbers do not know what to do with it.
    const result = takes(p, method, args) ? callResult(p, method, args) : p.types.unknown;
    if (result.kind !== 'unknown') return result;
  }
  return p.types.unknown;
}

/** The methods of `x + y` and `x += y` in the order in which Python asks them. */
function binaryCalls(p: Evaluator, frame: Frame, value: Value): OperatorCall[] {
  const { summary } = frame.module;
  const operator = summary.string(summary.c(value));
  const isInPlace = operator.endsWith('=');
  const name = BINARY[isInPlace ? operator.slice(0, -1) : operator];
  if (name === undefined) return [];
  const left = p.typeOf(frame, summary.a(value));
  const right = p.typeOf(frame, summary.b(value));
  return [
    ...(isInPlace ? methodCall(p, left, `__i${name}__`, right) : []),
    ...methodCall(p, left, `__${name}__`, right),
    // `"folder" / Path()` is the path's doing: a string has no division.
    ...methodCall(p, right, `__r${name}__`, left),
  ];
}

export function unaryType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const operand = p.typeOf(frame, summary.a(value));
  const operator = summary.string(summary.b(value));
  if (operand.kind === 'instance' && operand.detail?.kind === 'literal') {
    const { value: number } = operand.detail;
    if (typeof number === 'number' && operator === '-') return p.literal(-number);
  }
  const [call] = unaryCalls(p, frame, value);
  return call ? p.resultOf(call.method) : p.types.unknown;
}

function unaryCalls(p: Evaluator, frame: Frame, value: Value): OperatorCall[] {
  const { summary } = frame.module;
  const name = UNARY[summary.string(summary.b(value))];
  return name === undefined ? [] : methodCall(p, p.typeOf(frame, summary.a(value)), name);
}

/** The methods of `x == y` and `x in y`; the first of a chain stands for all. */
function comparisonCalls(p: Evaluator, frame: Frame, value: Value): OperatorCall[] {
  const { summary } = frame.module;
  const [left, right] = summary.list(summary.a(value));
  const operator = summary.string(summary.list(summary.b(value))[0] ?? -1);
  if (left === undefined || right === undefined) return [];
  if (operator === 'in' || operator === 'not in') {
    return methodCall(p, p.typeOf(frame, right), '__contains__', p.types.unknown);
  }
  const name = COMPARISONS[operator];
  return name === undefined ? [] : methodCall(p, p.typeOf(frame, left), name, p.types.unknown);
}

function methodCall(p: Evaluator, subject: Type, name: string, argument?: Type): OperatorCall[] {
  if (subject.kind !== 'instance' && subject.kind !== 'union' && subject.kind !== 'tuple') return [];
  const method = memberType(p, subject, name);
  if (method.kind === 'unknown') return [];
  return [{ method, args: argument ? withPositional(argument) : NO_ARGUMENTS }];
}

/** Whether an operation may call a method of the program: those of numbers and strings are not worth a look. */
export function isOwn(type: Type): boolean {
  if (type.kind === 'union') return type.members.some(isOwn);
  return type.kind === 'instance' && type.class.module.origin !== 'stub';
}

export const OPERATIONS: Partial<Record<Op, (p: Evaluator, frame: Frame, value: Value) => OperatorCall[]>> = {
  [Op.Binary]: binaryCalls,
  [Op.Unary]: unaryCalls,
  [Op.Compare]: comparisonCalls,
};
