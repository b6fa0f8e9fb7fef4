/** Where a name, or an attribute of an object's own, is mentioned in the scope that it belongs to. */
import type { Attribute, ClassDef, FunctionDef } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, below, children } from './children.ts';
import { bindingsIn } from './names.ts';
import { Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

/** All mentions of what is bound somewhere; paths to them from the module. */
export interface Bound {
  /** The scope it belongs to: nothing for the module. */
  readonly scope: FunctionDef | ClassDef | undefined;
  readonly mentions: readonly Path[];
  /** Why not all of them are known. */
  readonly obstacle?: Obstacle;
}

/** The name at the end of a path, in the function around it or in the module. */
export function boundName(source: Source, path: Path, id: string): Bound | undefined {
  const at = path.findLastIndex(({ kind }) => kind === Kind.FunctionDef || kind === Kind.ClassDef);
  const scope = path[at];
  if (scope?.kind === Kind.ClassDef) {
    return ownAttributes(scope, id, path.slice(0, at));
  }
  if (scope?.kind !== Kind.FunctionDef) {
    return { scope: undefined, mentions: source.module.body.flatMap((one) => [...inScope(one, id, [])]) };
  }
  const above = path.slice(0, at + 1);
  const found = { scope, mentions: children(scope).flatMap((one) => [...inScope(one, id, above)]) };
  const isGiven = scope.parameters.some(({ name }) => name === id);
  if (!isGiven && !sharesName(scope, id)) return found;
  const reason = isGiven ? `\`${id}\` may be given as well` : `\`${id}\` belongs to another scope`;
  return { ...found, obstacle: new Obstacle(reason) };
}

/** The attribute `self.x` at the end of a path, in all methods of the class around it. */
export function boundAttribute(path: Path): Bound | undefined {
  const attribute = path.at(-1);
  const at = path.findLastIndex(({ kind }) => kind === Kind.ClassDef);
  const owner = path[at];
  if (owner?.kind !== Kind.ClassDef || attribute?.kind !== Kind.Attribute) return undefined;
  if (!isOwn([...path, attribute.value], owner)) return undefined;
  return ownAttributes(owner, attribute.name, path.slice(0, at));
}

/** An attribute of a class or of its objects, in its body and where its own methods use it. */
function ownAttributes(owner: ClassDef, name: string, above: Path): Bound {
  const all = [...attributes(owner, name, above)];
  const mentions = all.filter((one) => isOwn([...one, (one.at(-1) as Attribute).value], owner));
  const inBody = owner.body
    .filter(({ kind }) => kind !== Kind.FunctionDef)
    .flatMap((one) => [...inScope(one, name, [...above, owner])]);
  const found = { scope: owner, mentions: [...inBody, ...mentions] };
  if (mentions.length === all.length) return found;
  return { ...found, obstacle: new Obstacle(`\`${name}\` of another object is used there too`) };
}

/** Whether a path leads to the first parameter of a method of a class. */
function isOwn(path: Path, owner: ClassDef): boolean {
  const receiver = path.at(-1);
  const method = path[path.indexOf(owner) + 1];
  if (receiver?.kind !== Kind.Name || method?.kind !== Kind.FunctionDef) return false;
  const isPlain = method.decorators.every(
    (one) => one.kind !== Kind.Name || !/^(?:static|class)method$/.test(one.id),
  );
  const isHidden = path
    .slice(path.indexOf(method) + 1)
    .some((node) => node.kind === Kind.FunctionDef && bindsForItself(node, receiver.id));
  return isPlain && !isHidden && method.parameters[0]?.name === receiver.id;
}

/** Paths to a name below a node. */
export function* mentions(node: AnyNode, id: string, above: Path): Generator<Path> {
  for (const path of nodes(node, above)) {
    const last = path.at(-1);
    if (last?.kind === Kind.Name && last.id === id) yield path;
  }
}

/** The same without what inner functions mean by that name where they bind it themselves. */
function* inScope(node: AnyNode, id: string, above: Path): Generator<Path> {
  const path = [...above, node];
  if (node.kind === Kind.Name && node.id === id) yield path;
  const isOther = node.kind === Kind.FunctionDef && bindsForItself(node, id);
  // Its decorators, defaults and annotations stand outside of it.
  const inner = isOther ? children(node).filter(({ start }) => start < node.headEnd) : children(node);
  for (const child of inner) yield* inScope(child, id, path);
}

function* attributes(node: AnyNode, name: string, above: Path): Generator<Path> {
  for (const path of nodes(node, above)) {
    const last = path.at(-1);
    if (last?.kind === Kind.Attribute && last.name === name) yield path;
  }
}

function* nodes(node: AnyNode, above: Path): Generator<Path> {
  const path = [...above, node];
  yield path;
  for (const child of children(node)) yield* nodes(child, path);
}

function bindsForItself(fn: FunctionDef, id: string): boolean {
  if (fn.parameters.some(({ name }) => name === id)) return true;
  return bindingsIn(fn.body).has(id) && !sharesName(fn, id);
}

/** `global x`, `nonlocal x`. */
function sharesName(fn: FunctionDef, id: string): boolean {
  return [...below(fn)].some(
    (node) => (node.kind === Kind.Global || node.kind === Kind.Nonlocal) && node.names.includes(id),
  );
}

/** What a statement binds a name to. */
export interface Binding {
  readonly value: AnyNode | undefined;
  /** It is only declared there, or set to None. */
  readonly isNothing: boolean;
}

/** What is bound at the end of a path; undefined where nothing is. */
export function bindingAt(path: Path): Binding | undefined {
  const [around, name] = path.slice(-2);
  switch (around?.kind) {
    case Kind.Assign:
      return around.targets.some((one) => one === name) ? bound(around.value) : undefined;
    case Kind.AnnAssign:
      return around.target === name ? bound(around.value) : undefined;
    case Kind.With: {
      const item = around.items.find(({ target }) => target === name);
      return item && { value: item.context, isNothing: false };
    }
    default:
      return undefined;
  }
}

function bound(value: AnyNode | undefined): Binding {
  return { value, isNothing: !value || (value.kind === Kind.Constant && value.type === 'None') };
}
