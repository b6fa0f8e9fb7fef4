/** Writes the operations of expressions. */
import { ArgumentForm, Display, Literal, Op, RegionKind, type Value } from '../../model/summary.ts';
import {
  type Argument,
  type Call,
  type Constant,
  type Expression,
  Kind,
  type Lambda,
  type NamedExpression,
  type Sequence,
  type Slice,
  type Attribute,
  type Subscript,
} from '../syntax/tree.ts';
import { lowerComprehension } from './comprehensions.ts';
import { Environment } from './environment.ts';
import { leave } from './flows.ts';
import type { Lowering } from './frame.ts';
import { narrowBy } from './narrowing.ts';
import { lowerParameters } from './parameters.ts';
import { pathOf } from './paths.ts';

const LITERALS: Record<Constant['type'], Literal> = {
  int: Literal.Int,
  float: Literal.Float,
  complex: Literal.Complex,
  None: Literal.None,
  True: Literal.True,
  False: Literal.False,
  Ellipsis: Literal.Ellipsis,
};

/** Expressions nested deeper than this are nobody's work: what they hold stays unknown, and the stack stays whole. */
const MAX_DEPTH = 500;

/** Writes what `node` does and returns the value it leaves. */
// The one place where every kind of expression has its line.

export function lowerExpression(state: Lowering, node: Expression): Value {
  if (state.depth > MAX_DEPTH) return state.unknown(node.start, node.end);
  state.depth++;
  const value = lowerKind(state, node);
  state.depth--;
  return value;
}

function lowerKind(state: Lowering, node: Expression): Value {
  const { rows } = state;
  const { start, end } = node;
  switch (node.kind) {
    case Kind.Name:
      return state.read(node.id, start, end);
    case Kind.Attribute:
    case Kind.Call:
    case Kind.Subscript:
      return lowerChain(state, node);
    case Kind.Slice:
      return lowerSlice(state, node);
    case Kind.Await:
      return rows.emit(Op.Await, lowerExpression(state, node.value), -1, -1, start, end);
    case Kind.Constant:
      return rows.emit(Op.Literal, LITERALS[node.type], smallNumber(state, node), -1, start, end);
    case Kind.String:
      return lowerString(state, node);
    case Kind.FString:
      return rows.emit(Op.Format, rows.list(lowerAll(state, node.values)), -1, -1, start, end);
    case Kind.Binary:
      return lowerBinary(state, node);
    case Kind.Bool:
      return lowerBool(state, node.values, node.operator === 'and', start, end);
    case Kind.Compare: {
      const operands = rows.list(lowerAll(state, node.operands));
      const operators = rows.list(node.operators.map((operator) => rows.string(operator)));
      return rows.emit(Op.Compare, operands, operators, -1, start, end);
    }
    case Kind.Unary: {
      const operand = lowerExpression(state, node.operand);
      if (node.operator === 'not') return rows.emit(Op.Not, operand, -1, -1, start, end);
      return rows.emit(Op.Unary, operand, rows.string(node.operator), -1, start, end);
    }
    case Kind.Conditional:
      return lowerConditional(state, node);
    case Kind.Lambda:
      return lowerLambda(state, node);
    case Kind.List:
    case Kind.Tuple:
    case Kind.Set:
      return lowerSequence(state, node);
    case Kind.Dict: {
      const keys = node.keys.map((key) => (key ? lowerExpression(state, key) : -1));
      const values = lowerAll(state, node.values);
      return rows.emit(Op.Dict, rows.list(keys), rows.list(values), -1, start, end);
    }
    case Kind.Comprehension:
      return lowerComprehension(state, node, lowerExpression);
    case Kind.NamedExpression:
      return lowerNamed(state, node);
    case Kind.Yield: {
      state.frame.scope.isGenerator = true;
      return rows.emit(Op.Yield, node.value ? lowerExpression(state, node.value) : -1, -1, -1, start, end);
    }
    case Kind.YieldFrom: {
      state.frame.scope.isGenerator = true;
      return rows.emit(Op.YieldFrom, lowerExpression(state, node.value), -1, -1, start, end);
    }
    case Kind.Starred:
      return rows.emit(Op.Star, lowerExpression(state, node.value), -1, -1, start, end);
    case Kind.Missing:
      return state.unknown(start, end);
  }
}

/** Which of `lower:upper:step` a part is, the colons before it tell. */
function lowerSlice(state: Lowering, node: Slice): Value {
  const { rows, module } = state;
  const parts = [-1, -1, -1];
  let at = node.start;
  let place = 0;
  for (const part of node.parts) {
    for (; at < part.start; at++) if (module.text[at] === ':') place++;
    parts[Math.min(place, 2)] = lowerExpression(state, part);
    at = part.end;
  }
  return rows.emit(Op.Slice, rows.list(parts), -1, -1, node.start, node.end);
}

/** The value of a whole number that fits a row; -1 for every other. */
function smallNumber({ module }: Lowering, { type, start, end }: Constant): number {
  if ((type !== 'int' && type !== 'float') || end - start > 9) return -1;
  const value = Number(module.text.slice(start, end));
  return Number.isInteger(value) ? value : -1;
}

function lowerAll(state: Lowering, nodes: readonly Expression[]): Value[] {
  return nodes.map((node) => lowerExpression(state, node));
}

/** Binary operators lean left, and generated code has sums of thousands of terms: the spine is walked, not recursed. */
function lowerBinary(state: Lowering, node: Expression & { kind: Kind.Binary }): Value {
  const { rows } = state;
  const spine = [node];
  let left = node.left;
  while (left.kind === Kind.Binary) {
    spine.push(left);
    left = left.left;
  }
  let value = lowerExpression(state, left);
  for (let i = spine.length - 1; i >= 0; i--) {
    const { right, operator, start, end } = spine[i] as typeof node;
    value = rows.emit(Op.Binary, value, lowerExpression(state, right), rows.string(operator), start, end);
  }
  return value;
}

function lowerConditional(state: Lowering, node: Expression & { kind: Kind.Conditional }): Value {
  const { rows } = state;
  const test = lowerExpression(state, node.test);
  const body = lowerArm(state, node.body, RegionKind.Then, test, -1, () => {
    narrow(state, node.test, true);
  });
  const otherwise = lowerArm(state, node.otherwise, RegionKind.Otherwise, test, body.region, () => {
    narrow(state, node.test, false);
  });
  const values = rows.list([body.value, otherwise.value]);
  return rows.emit(Op.Choice, values, -1, -1, node.start, node.end);
}

/** One side of a conditional expression; what the test tells holds in it alone, and so do names that it binds. */
function lowerArm(
  state: Lowering,
  node: Expression,
  kind: RegionKind,
  test: Value,
  link: number,
  enter: () => void,
): { value: Value; region: number } {
  const { rows, frame } = state;
  const outside = frame.environment;
  const outer = rows.enterRegion(kind, test, link, node.start, node.end);
  const { region } = rows;
  frame.environment = new Environment(outside);
  frame.environment.dead = outside.dead;
  enter();
  const value = lowerExpression(state, node);
  leave(state, outside);
  rows.region = outer;
  return { value, region };
}

/** `a or b` is any of its operands; so is `a and b`, whose falsy operands nobody calls. */
function lowerBool(
  state: Lowering,
  nodes: readonly Expression[],
  and: boolean,
  start: number,
  end: number,
): Value {
  const { rows, frame } = state;
  const outside = frame.environment;
  const values: Value[] = [];
  for (const node of nodes) {
    const before = values.at(-1);
    if (before === undefined) {
      values.push(lowerExpression(state, node));
      frame.environment = new Environment(outside);
      frame.environment.dead = outside.dead;
    } else {
      values.push(lowerMaybe(state, node, before));
    }
    narrow(state, node, and);
  }
  leave(state, outside);
  const list = rows.list(values);
  if (and) return rows.emit(Op.Truth, list, 1, values.at(-1) ?? -1, start, end);
  return rows.emit(Op.Choice, list, 1, -1, start, end);
}

function lowerMaybe(state: Lowering, node: Expression, test: Value): Value {
  const { rows } = state;
  const outer = rows.enterRegion(RegionKind.Maybe, test, -1, node.start, node.end);
  const value = lowerExpression(state, node);
  rows.region = outer;
  return value;
}

function lowerString(state: Lowering, node: Expression & { kind: Kind.String }): Value {
  const { rows, frame } = state;
  if (frame.late && !node.bytes && node.value !== undefined) {
    const outer = rows.fixedSpan;
    rows.fixedSpan ??= { start: node.start, end: node.end };
    const value = lowerExpression(state, state.parseAnnotation(node.value));
    rows.fixedSpan = outer;
    return value;
  }
  const text = node.value === undefined ? -1 : rows.string(node.value);
  return rows.emit(Op.Literal, node.bytes ? Literal.Bytes : Literal.String, text, -1, node.start, node.end);
}

/** Generic types that are written as values too: `Pair = Tuple["Left", "Right"]`. A string in one is an annotation. */
const GENERIC =
  /^(Optional|Union|Annotated|List|Dict|Set|FrozenSet|Tuple|Type|Callable|Awaitable|Coroutine|list|dict|set|tuple|type)$/;

/** Inside `Literal[…]` and the extras of `Annotated[…]` strings are strings, even in an annotation. */
function lowerIndex(state: Lowering, base: Expression, index: Expression): Value {
  const { frame } = state;
  const name = lastName(base);
  if (!frame.late) {
    const isType = index.kind === Kind.String || (index.kind === Kind.Tuple && index.items.some(isString));
    return isType && GENERIC.test(name) ? lowerAnnotation(state, index) : lowerExpression(state, index);
  }
  if (name === 'Literal') {
    frame.late = false;
    state.keepsConstants = true;
    const value = lowerExpression(state, index);
    state.keepsConstants = false;
    frame.late = true;
    return value;
  }
  if (name === 'Annotated' && index.kind === Kind.Tuple && index.items[0]) {
    return lowerExpression(state, index.items[0]);
  }
  return lowerExpression(state, index);
}

function isString({ kind }: Expression): boolean {
  return kind === Kind.String;
}

/** `Union` of `typing.Union`; empty for what has no name. */
function lastName(node: Expression): string {
  if (node.kind === Kind.Attribute) return node.name;
  return node.kind === Kind.Name ? node.id : '';
}

function argumentForm({ rows }: Lowering, { name, stars }: Argument): number {
  if (name !== undefined) return rows.string(name);
  return stars === 0 ? ArgumentForm.Positional : stars === 1 ? ArgumentForm.Star : ArgumentForm.DoubleStar;
}

/** `a.b().c[d]` leans left, and generated code chains thousands of calls: the spine is walked, not recursed. */
function lowerChain(state: Lowering, node: Attribute | Call | Subscript): Value {
  let base = node.kind === Kind.Call ? node.callee : node.value;
  const links = [node];
  while (base.kind === Kind.Attribute || base.kind === Kind.Call || base.kind === Kind.Subscript) {
    links.push(base);
    base = base.kind === Kind.Call ? base.callee : base.value;
  }
  let value = lowerExpression(state, base);
  for (const link of links.reverse()) value = lowerLink(state, link, value);
  return value;
}

function lowerLink(state: Lowering, node: Attribute | Call | Subscript, base: Value): Value {
  const { rows, frame } = state;
  const { start, end } = node;
  if (node.kind === Kind.Call) return lowerCall(state, node, base);
  if (node.kind === Kind.Subscript) {
    return rows.emit(Op.Subscript, base, lowerIndex(state, node.value, node.index), -1, start, end);
  }
  // It is read in any case: a property runs. What it holds may be known better.
  const value = rows.emit(Op.Attribute, base, rows.string(node.name), -1, start, end);
  const path = frame.paths.size > 0 && !frame.late ? pathOf(node) : undefined;
  return (path !== undefined ? state.readPath(path) : undefined) ?? value;
}

function lowerCall(state: Lowering, node: Call, callee: Value): Value {
  const { rows } = state;
  const types = TYPE_ARGUMENTS.get(lastName(node.callee));
  const args: number[] = [];
  for (const argument of node.args) {
    const { name, value } = argument;
    const isType = types !== undefined && value.kind === Kind.String && types(args.length / 2, name);
    args.push(
      argumentForm(state, argument),
      isType ? lowerAnnotation(state, value) : lowerExpression(state, value),
    );
  }
  return rows.emit(Op.Call, callee, rows.list(args), -1, node.start, node.end);
}

/** Where a string that is handed over is a type. */
const TYPE_ARGUMENTS: ReadonlyMap<string, (place: number, name: string | undefined) => boolean> = new Map([
  ['cast', (place: number) => place === 0],
  ['NewType', (place: number) => place === 1],
  [
    'TypeVar',
    (place: number, name: string | undefined) => name === 'bound' || (name === undefined && place > 0),
  ],
]);

/** A type as it stands in an annotation: looked up late, never run. */
export function lowerAnnotation(state: Lowering, node: Expression): Value {
  const { rows, frame } = state;
  const outer = rows.enterRegion(RegionKind.Annotation, -1, -1, node.start, node.end);
  const wasLate = frame.late;
  frame.late = true;
  const value = lowerExpression(state, node);
  frame.late = wasLate;
  rows.region = outer;
  return value;
}

/** Long displays of constants, such as tables of data, keep nothing but their kind; `__all__` is kept whole. */
function lowerSequence(state: Lowering, node: Sequence): Value {
  const { rows } = state;
  const display =
    node.kind === Kind.List ? Display.List : node.kind === Kind.Tuple ? Display.Tuple : Display.Set;
  const long = node.items.length > 16 && !state.keepsConstants;
  const items: Value[] = [];
  for (const item of node.items) {
    if (long && (item.kind === Kind.Constant || item.kind === Kind.String)) continue;
    items.push(lowerExpression(state, item));
  }
  return rows.emit(Op.Display, rows.list(items), display, -1, node.start, node.end);
}

function lowerLambda(state: Lowering, node: Lambda): Value {
  const { rows, frame } = state;
  const { start, end } = node;
  const name = { start, end: start + 'lambda'.length };
  const scope = state.addScope('lambda', '<lambda>', { start, end }, name, frame.scope);
  scope.parameters = lowerParameters(state, node.parameters, lowerExpression, lowerAnnotation);
  state.pending.push({ scope, node, parent: frame });
  return rows.emit(Op.Function, scope.id, -1, -1, node.start, node.end);
}

function lowerNamed(state: Lowering, node: NamedExpression): Value {
  const value = lowerExpression(state, node.value);
  state.bind(node.target.id, value, node.target.start, node.target.end);
  return value;
}

/** Notes what `test` tells of names and attributes when it comes out `truthy`. */
export function narrow(state: Lowering, test: Expression, truthy: boolean): void {
  narrowBy(state, test, truthy, lowerExpression);
}
