/** Places that code reaches by way of a local name, as far as their contents are followed: `self.x`, `self.x.y`. */
import { type Expression, Kind } from '../syntax/tree.ts';

/** Attributes of attributes are followed this far. */
const MAX_PARTS = 3;

/** The dotted path of attributes of a name; undefined for the name alone and for anything else. */
export function pathOf(node: Expression): string | undefined {
  if (node.kind !== Kind.Attribute) return undefined;
  let path = node.name;
  let at = node.value;
  for (let parts = 2; parts <= MAX_PARTS; parts++) {
    if (at.kind === Kind.Name) return `${at.id}.${path}`;
    if (at.kind !== Kind.Attribute) return undefined;
    path = `${at.name}.${path}`;
    at = at.value;
  }
  return undefined;
}

/** The name that a path begins with. */
export function rootOf(path: string): string {
  return path.slice(0, path.indexOf('.'));
}

/** Methods that change the container they are called on, and give it nothing else to do. */
const CHANGES = new Set([
  ...['add', 'append', 'appendleft', 'extend', 'insert'],
  ...['setdefault', 'update'],
]);

/** The container that an expression statement changes: `x` of `x.append(y)`. */
export function changedContainer(node: Expression): Expression | undefined {
  if (node.kind !== Kind.Call || node.callee.kind !== Kind.Attribute) return undefined;
  return CHANGES.has(node.callee.name) ? node.callee.value : undefined;
}
