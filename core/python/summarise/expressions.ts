/** Writes the operations of expressions. */
import { ArgumentForm, Display, Literal, Op, RegionKind, type Value } from '../../model/summary.ts';
import {
  type Argument,
  type Call,
  type Comprehension,
  type Constant,
  type Expression,
  Kind,
  type Lambda,
  type NamedExpression,
  type Sequence,
} from '../syntax/tree.ts';
import { targetNames } from './bound-names.ts';
import { Environment } from './environment.ts';
import type { Lowering } from './frame.ts';
import { lowerParameters } from './parameters.ts';

const LITERALS: Record<Constant['type'], Literal> = {
  int: Literal.Int,
  float: Literal.Float,
  complex: Literal.Complex,
  None: Literal.None,
  True: Literal.True,
  False: Literal.False,
  Ellipsis: Literal.Ellipsis,
};

/** Writes what `node` does and returns the value it leaves. */
// The one place where every kind of expression has its line.
// eslint-disable-next-line complexity
export function lowerExpression(state: Lowering, node: Expression): Value {
  const { rows } = state;
  const { start, end } = node;
  switch (node.kind) {
    case Kind.Name:
      return state.read(node.id, start, end);
    case Kind.Attribute: {
      const base = lowerExpression(state, node.value);
      return rows.emit(Op.Attribute, base, rows.string(node.name), -1, start, end);
    }
    case Kind.Call:
      return lowerCall(state, node);
    case Kind.Subscript: {
      const base = lowerExpression(state, node.value);
      return rows.emit(Op.Subscript, base, lowerIndex(state, node.value, node.index), -1, start, end);
    }
    case Kind.Slice:
      for (const part of node.parts) lowerExpression(state, part);
      return state.unknown(start, end);
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
      return rows.emit(node.operator === 'not' ? Op.Not : Op.Unary, operand, -1, -1, start, end);
    }
    case Kind.Conditional: {
      const test = lowerExpression(state, node.test);
      const body = lowerMaybe(state, node.body, test);
      const otherwise = lowerMaybe(state, node.otherwise, test);
      return state.choose([body, otherwise], start, end);
    }
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
      return lowerComprehension(state, node);
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

/** `a or b` is any of its operands; so is `a and b`, whose falsy operands nobody calls. */
function lowerBool(
  state: Lowering,
  nodes: readonly Expression[],
  and: boolean,
  start: number,
  end: number,
): Value {
  const { rows } = state;
  const outside = state.environment;
  const values: Value[] = [];
  for (const node of nodes) {
    if (values.length === 0) {
      values.push(lowerExpression(state, node));
      if (and) state.frame.environment = new Environment(outside);
      if (and) narrow(state, node, true);
      continue;
    }
    values.push(lowerMaybe(state, node, values.at(-1) ?? -1));
    if (and) narrow(state, node, true);
  }
  if (and) {
    for (const [name, value] of state.environment.changes) {
      if (!isNarrowing(rows.opAt(value))) outside.set(name, value);
    }
    state.frame.environment = outside;
    const last = values.at(-1) ?? -1;
    return rows.emit(Op.Truth, rows.list(values), 1, last, start, end);
  }
  return state.choose(values, start, end);
}

function isNarrowing(op: Op): boolean {
  return op === Op.Narrow || op === Op.Exclude;
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

/** Inside `Literal[…]` and the extras of `Annotated[…]` strings are strings, even in an annotation. */
function lowerIndex(state: Lowering, base: Expression, index: Expression): Value {
  const { frame } = state;
  if (!frame.late) return lowerExpression(state, index);
  const name = base.kind === Kind.Name ? base.id : base.kind === Kind.Attribute ? base.name : '';
  if (name === 'Literal') {
    frame.late = false;
    const value = lowerExpression(state, index);
    frame.late = true;
    return value;
  }
  if (name === 'Annotated' && index.kind === Kind.Tuple && index.items[0]) {
    return lowerExpression(state, index.items[0]);
  }
  return lowerExpression(state, index);
}

export function lowerArguments(state: Lowering, args: readonly Argument[]): number[] {
  const flat: number[] = [];
  for (const { name, stars, value } of args) {
    const form =
      name !== undefined
        ? state.rows.string(name)
        : stars === 0
          ? ArgumentForm.Positional
          : stars === 1
            ? ArgumentForm.Star
            : ArgumentForm.DoubleStar;
    flat.push(form, lowerExpression(state, value));
  }
  return flat;
}

function lowerCall(state: Lowering, node: Call): Value {
  const { rows } = state;
  const callee = lowerExpression(state, node.callee);
  // The type of `cast("Store", value)` may be written as a string; nothing else that is called is special here.
  const args = isCast(node.callee) ? castArguments(state, node.args) : lowerArguments(state, node.args);
  return rows.emit(Op.Call, callee, rows.list(args), -1, node.start, node.end);
}

function isCast(callee: Expression): boolean {
  return (
    (callee.kind === Kind.Name && callee.id === 'cast') ||
    (callee.kind === Kind.Attribute && callee.name === 'cast')
  );
}

function castArguments(state: Lowering, [type, ...rest]: readonly Argument[]): number[] {
  if (type?.value.kind !== Kind.String) return lowerArguments(state, type ? [type, ...rest] : rest);
  return [ArgumentForm.Positional, lowerAnnotation(state, type.value), ...lowerArguments(state, rest)];
}

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

const DISPLAYS: Record<Comprehension['form'], Display> = {
  list: Display.List,
  set: Display.Set,
  dict: Display.Dict,
  generator: Display.Generator,
};

function lowerComprehension(state: Lowering, node: Comprehension): Value {
  const { rows, frame } = state;
  const outerRegion = rows.region;
  const outside = frame.environment;
  const inside = new Environment(outside);
  const targets = new Set<string>();
  const kind = node.form === 'generator' ? RegionKind.Generator : RegionKind.Comprehension;
  let first = true;
  for (const clause of node.clauses) {
    // The first iterable is evaluated outside, once.
    const iterable = lowerExpression(state, clause.iterable);
    if (first) frame.environment = inside;
    first = false;
    rows.enterRegion(kind, iterable, -1, node.start, node.end);
    const { start, end } = clause.iterable;
    const element = rows.emit(Op.Iterate, iterable, clause.isAsync ? 1 : 0, -1, start, end);
    targetNames(clause.target, targets);
    bindLocally(state, clause.target, element);
    for (const condition of clause.conditions) {
      lowerExpression(state, condition);
      narrow(state, condition, true);
    }
  }
  const element = lowerExpression(state, node.element);
  const value = node.value ? lowerExpression(state, node.value) : -1;
  rows.region = outerRegion;
  frame.environment = outside;
  // A walrus inside binds outside.
  for (const [name, bound] of inside.changes) if (!targets.has(name)) outside.set(name, bound);
  const [result, key] = node.form === 'dict' ? [value, element] : [element, -1];
  return rows.emit(Op.Comprehension, result, DISPLAYS[node.form], key, node.start, node.end);
}

/** Targets of a comprehension are nobody else's names. */
function bindLocally(state: Lowering, target: Expression, value: Value): void {
  const { rows, environment } = state;
  if (target.kind === Kind.Name) environment.set(target.id, value);
  else if (target.kind === Kind.Tuple || target.kind === Kind.List) {
    const { items } = target;
    const star = items.findIndex(({ kind }) => kind === Kind.Starred);
    items.forEach((item, i) => {
      const index = star >= 0 && i > star ? i - items.length : i;
      const starred = item.kind === Kind.Starred;
      const part = rows.emit(Op.Unpack, value, index, starred ? 1 : 0, item.start, item.end);
      bindLocally(state, starred ? item.value : item, part);
    });
  }
}

function lowerNamed(state: Lowering, node: NamedExpression): Value {
  const value = lowerExpression(state, node.value);
  state.bind(node.target.id, value, node.target.start, node.target.end);
  return value;
}

/**
 * What a test that came out `truthy` says of local names: `isinstance(x, T)`, alone or under `not`, `and`, `or`.
 * The name holds a narrowed value from here on.
 */
export function narrow(state: Lowering, test: Expression, truthy: boolean): void {
  if (test.kind === Kind.Unary && test.operator === 'not') {
    narrow(state, test.operand, !truthy);
  } else if (test.kind === Kind.Bool && (test.operator === 'and') === truthy) {
    for (const value of test.values) narrow(state, value, truthy);
  } else if (test.kind === Kind.Call && test.callee.kind === Kind.Name && test.callee.id === 'isinstance') {
    const [subject, type] = test.args;
    if (!subject || !type || subject.value.kind !== Kind.Name) return;
    const { id } = subject.value;
    const value = state.environment.get(id);
    if (value === undefined) return;
    const { rows } = state;
    const { start, end } = test;
    const outer = rows.enterRegion(RegionKind.Annotation, -1, -1, start, end);
    const typeValue = lowerExpression(state, type.value);
    rows.region = outer;
    state.environment.set(id, rows.emit(truthy ? Op.Narrow : Op.Exclude, value, typeValue, -1, start, end));
  }
}
