/** Writes comprehensions: their targets are nobody else's names. */
import { Display, Op, RegionKind, type Value } from '../../model/summary.ts';
import { type Comprehension, type Expression, Kind } from '../syntax/tree.ts';
import { targetNames } from './bound-names.ts';
import { Environment } from './environment.ts';
import { leave } from './flows.ts';
import type { Lowering } from './frame.ts';
import { type Lower, narrowBy } from './narrowing.ts';

const DISPLAYS: Record<Comprehension['form'], Display> = {
  list: Display.List,
  set: Display.Set,
  dict: Display.Dict,
  generator: Display.Generator,
};

/** The way to lower expressions is handed in, because they hold comprehensions and comprehensions hold them. */
export function lowerComprehension(state: Lowering, node: Comprehension, lower: Lower): Value {
  const { rows, frame } = state;
  const outerRegion = rows.region;
  const outside = frame.environment;
  const inside = new Environment(outside);
  const targets = new Set<string>();
  const kind = node.form === 'generator' ? RegionKind.Generator : RegionKind.Comprehension;
  let first = true;
  for (const clause of node.clauses) {
    // The first iterable is evaluated outside, once.
    const iterable = lower(state, clause.iterable);
    if (first) frame.environment = inside;
    first = false;
    rows.enterRegion(kind, iterable, -1, node.start, node.end);
    const { start, end } = clause.iterable;
    const name = clause.target.kind === Kind.Name ? rows.string(clause.target.id) : -1;
    const element = rows.emit(Op.Iterate, iterable, clause.isAsync ? 1 : 0, name, start, end);
    targetNames(clause.target, targets);
    bindLocally(state, clause.target, element);
    for (const condition of clause.conditions) {
      lower(state, condition);
      narrowBy(state, condition, true, lower);
    }
  }
  const element = lower(state, node.element);
  const value = node.value ? lower(state, node.value) : -1;
  rows.region = outerRegion;
  // A walrus inside binds outside.
  leave(state, outside, targets);
  const [result, key] = node.form === 'dict' ? [value, element] : [element, -1];
  return rows.emit(Op.Comprehension, result, DISPLAYS[node.form], key, node.start, node.end);
}

function bindLocally(state: Lowering, target: Expression, value: Value): void {
  const { rows, environment } = state;
  if (target.kind === Kind.Name) {
    environment.set(target.id, value);
    state.forget(target.id);
  } else if (target.kind === Kind.Tuple || target.kind === Kind.List) {
    const { items } = target;
    const star = items.findIndex(({ kind }) => kind === Kind.Starred);
    items.forEach((item, i) => {
      const index = star >= 0 && i > star ? i - items.length : i;
      const starred = item.kind === Kind.Starred;
      const part = rows.emit(Op.Unpack, value, index, starred ? items.length - i : 0, item.start, item.end);
      bindLocally(state, starred ? item.value : item, part);
    });
  }
}
