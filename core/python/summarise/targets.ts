/** Writes what an assignment does to each of its targets. */
import { Op, type Value } from '../../model/summary.ts';
import { type Expression, Kind } from '../syntax/tree.ts';
import { lowerExpression } from './expressions.ts';
import type { Lowering } from './frame.ts';

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
      rows.emit(Op.StoreAttribute, base, rows.string(target.name), value, start, end);
      break;
    }
    case Kind.Subscript: {
      const base = lowerExpression(state, target.value);
      rows.emit(Op.StoreSubscript, base, lowerExpression(state, target.index), value, start, end);
      break;
    }
    case Kind.Tuple:
    case Kind.List: {
      const star = target.items.findIndex(({ kind }) => kind === Kind.Starred);
      target.items.forEach((item, i) => {
        const index = star >= 0 && i > star ? i - target.items.length : i;
        const starred = item.kind === Kind.Starred;
        const part = rows.emit(Op.Unpack, value, index, starred ? 1 : 0, item.start, item.end);
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
