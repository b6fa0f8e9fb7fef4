/** What a test says of names and attributes, from where it has come out one way or the other. */
import { Op, RegionKind, type Value } from '../../model/summary.ts';
import { type Call, type Compare, type Expression, Kind } from '../syntax/tree.ts';
import type { Lowering } from './frame.ts';
import { pathOf, rootOf } from './paths.ts';

export type Lower = (state: Lowering, node: Expression) => Value;

/**
 * Narrows what `test` tells of when it comes out `truthy`: `isinstance(x, T)`, `x is None` and `x` itself, alone or
 * under `not`, `and`, `or`. The way to lower is handed in because tests hold expressions and expressions hold tests.
 */
export function narrowBy(state: Lowering, test: Expression, truthy: boolean, lower: Lower): void {
  switch (test.kind) {
    case Kind.Unary:
      if (test.operator === 'not') narrowBy(state, test.operand, !truthy, lower);
      break;
    case Kind.Bool:
      if ((test.operator === 'and') !== truthy) break;
      for (const value of test.values) narrowBy(state, value, truthy, lower);
      break;
    case Kind.Call:
      narrowByCall(state, test, truthy, lower);
      break;
    case Kind.Compare:
      narrowByCompare(state, test, truthy, lower);
      break;
    case Kind.NamedExpression:
      narrowBy(state, test.target, truthy, lower);
      break;
    case Kind.Name:
    case Kind.Attribute:
      // What is true is not None; what is false may be much else.
      if (truthy) refine(state, test, Op.Exclude, undefined, lower);
      break;
    default:
  }
}

function narrowByCall(state: Lowering, { callee, args }: Call, truthy: boolean, lower: Lower): void {
  const [subject, type] = args;
  if (callee.kind !== Kind.Name || callee.id !== 'isinstance' || !subject || !type) return;
  refine(state, subject.value, truthy ? Op.Narrow : Op.Exclude, type.value, lower);
}

function narrowByCompare(
  state: Lowering,
  { operands, operators }: Compare,
  truthy: boolean,
  lower: Lower,
): void {
  const [subject, other] = operands;
  const [operator] = operators;
  if (!subject || operators.length !== 1 || (operator !== 'is' && operator !== 'is not')) return;
  if (other?.kind !== Kind.Constant || other.type !== 'None') return;
  refine(state, subject, (operator === 'is') === truthy ? Op.Narrow : Op.Exclude, undefined, lower);
}

/** From here on, `subject` is of a type, or is not; without one, it is None, or is not. */
function refine(
  state: Lowering,
  subject: Expression,
  op: Op.Narrow | Op.Exclude,
  type: Expression | undefined,
  lower: Lower,
): void {
  const { rows, environment } = state;
  const named = subject.kind === Kind.NamedExpression ? subject.target : subject;
  const place = named.kind === Kind.Name ? named.id : pathOf(named);
  if (place === undefined || environment.get(named.kind === Kind.Name ? place : rootOf(place)) === undefined)
    return;
  const { start, end } = type ?? subject;
  const outer = rows.region;
  // It was evaluated already, as part of the test: this is no second time.
  if (type || named.kind !== Kind.Name) rows.enterRegion(RegionKind.Annotation, -1, -1, start, end);
  const value = lower(state, named);
  const typeValue = type ? lower(state, type) : -1;
  rows.region = outer;
  state.refine(named, rows.emit(op, value, typeValue, -1, start, end));
}
