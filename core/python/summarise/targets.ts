/** Writes what an assignment does to each of its targets. */
import { Op, RegionKind, type Value } from '../../model/summary.ts';
import { type Expression, Kind } from '../syntax/tree.ts';
import { lowerExpression } from './expressions.ts';
import type { Lowering } from './frame.ts';
import { pathOf } from './paths.ts';

/** What makes a container that is worth following: something that is written out, or that was changed before. */
const CONTAINERS: ReadonlySet<Op> = new Set([
  ...[Op.Dict, Op.Display, Op.Comprehension],
  ...[Op.StoreSubscript, Op.Changed, Op.Choice, Op.Annotated],
]);

/** Lets a local name stand for what its container has become: `x` after `x[0] = 1` or `x.append(1)`. */
export function rebind(state: Lowering, container: Expression, changed: Value): void {
  if (!isFollowed(state, container)) return;
  const { rows } = state;
  const { start, end } = container;
  if (container.kind === Kind.Name) {
    state.bind(container.id, changed, start, end);
  } else if (container.kind === Kind.Subscript) {
    // `x["a"]["b"] = 1` changes x["a"], and with it x; that is no second call of anything.
    const outer = rows.enterRegion(RegionKind.Annotation, -1, -1, start, end);
    const base = lowerExpression(state, container.value);
    const index = lowerExpression(state, container.index);
    const stored = rows.emit(Op.StoreSubscript, base, index, changed, start, end);
    rows.region = outer;
    rebind(state, container.value, stored);
  }
}

function isFollowed({ environment, rows }: Lowering, container: Expression): boolean {
  let root = container;
  while (root.kind === Kind.Subscript) root = root.value;
  const before = root.kind === Kind.Name ? environment.get(root.id) : undefined;
  return before !== undefined && CONTAINERS.has(rows.opAt(before));
}

/** Stores `value` in `target`: a name, an attribute, an element, or several of them. */
export function assign(state: Lowering, target: Expression, value: Value): void {
  const { rows } = state;
  const { start, end } = target;
  switch (target.kind) {
    case Kind.Name:
      state.bind(target.id, value, start, end);
      break;
    case Kind.Attribute: {
      const base = lowerExpression(state, target.value);
      const stored = rows.emit(Op.StoreAttribute, base, rows.string(target.name), value, start, end);
      const path = pathOf(target);
      if (path !== undefined) state.learn(path, stored);
      break;
    }
    case Kind.Subscript: {
      const base = lowerExpression(state, target.value);
      const index = lowerExpression(state, target.index);
      const stored = rows.emit(Op.StoreSubscript, base, index, value, start, end);
      rebind(state, target.value, stored);
      break;
    }
    case Kind.Tuple:
    case Kind.List: {
      const { items } = target;
      const star = items.findIndex(({ kind }) => kind === Kind.Starred);
      items.forEach((item, i) => {
        const index = star >= 0 && i > star ? i - items.length : i;
        const starred = item.kind === Kind.Starred;
        const part = rows.emit(Op.Unpack, value, index, starred ? items.length - i : 0, item.start, item.end);
        assign(state, starred ? item.value : item, part);
      });
      break;
    }
    case Kind.Starred:
      assign(state, target.value, value);
      break;
    default:
      lowerExpression(state, target);
  }
}
