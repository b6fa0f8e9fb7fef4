/** The names that a block of statements binds in its own scope. Python decides scope before anything runs. */
import {
  type Expression,
  Kind,
  type Module,
  type NamedExpression,
  type Statement,
  type If,
} from '../syntax/tree.ts';
import { changedContainer, pathOf } from './paths.ts';

export interface Bound {
  readonly names: Set<string>;
  /** What else changes; only loops ask. */
  readonly changes: Changes | undefined;
  globals: ReadonlySet<string>;
  nonlocals: ReadonlySet<string>;
}

export interface Changes {
  /** What is stored into by way of a name: `self.x`. */
  readonly paths: Set<string>;
  /** Names whose containers change in place: `x[0] = 1`, `x.append(1)`. */
  readonly containers: Set<string>;
}

/** Most scopes declare nothing global: they share this. */
export const NO_NAMES: ReadonlySet<string> = new Set();

/** Names bound by assignment target `node`. */
export function targetNames(node: Expression, names: Set<string>): void {
  switch (node.kind) {
    case Kind.Name:
      names.add(node.id);
      break;
    case Kind.Tuple:
    case Kind.List:
      for (const item of node.items) targetNames(item, names);
      break;
    case Kind.Starred:
      targetNames(node.value, names);
      break;
    default:
  }
}

/** Names that an import statement binds: `import a.b` binds `a`. */
export function importedName(name: string, asName: string | undefined): string {
  if (asName !== undefined) return asName;
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

/** A block that binds nothing yet. */
export function nothingBound(): Bound {
  return { names: new Set(), changes: undefined, globals: NO_NAMES, nonlocals: NO_NAMES };
}

export function boundNames(module: Module, body: readonly Statement[], changes?: Changes): Bound {
  const bound: Bound = { ...nothingBound(), changes };
  const nested: [number, number][] = [];
  collect(body, bound, nested);
  const first = body[0];
  const last = body.at(-1);
  if (first && last) {
    for (const node of namedExpressionsIn(module, first.start, last.end)) {
      if (!nested.some(([start, end]) => start <= node.start && node.end <= end))
        bound.names.add(node.target.id);
    }
  }
  return bound;
}

/** Named expressions between two offsets; they are few, and sorted. */
function namedExpressionsIn(module: Module, start: number, end: number): NamedExpression[] {
  const all = module.namedExpressions;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as NamedExpression).start < start) low = middle + 1;
    else high = middle;
  }
  const found: NamedExpression[] = [];
  for (let i = low; i < all.length && (all[i] as NamedExpression).start < end; i++) {
    found.push(all[i] as NamedExpression);
  }
  return found;
}

/** Notes what an assignment to `node` binds or changes. */
function collectTarget(node: Expression, bound: Bound): void {
  switch (node.kind) {
    case Kind.Attribute: {
      const path = bound.changes && pathOf(node);
      if (path !== undefined) bound.changes?.paths.add(path);
      break;
    }
    case Kind.Subscript:
      collectChanged(node.value, bound);
      break;
    case Kind.Tuple:
    case Kind.List:
      for (const item of node.items) collectTarget(item, bound);
      break;
    case Kind.Starred:
      collectTarget(node.value, bound);
      break;
    default:
      targetNames(node, bound.names);
  }
}

function collectChanged(node: Expression, bound: Bound): void {
  if (node.kind === Kind.Name) bound.changes?.containers.add(node.id);
  else if (node.kind === Kind.Subscript) collectChanged(node.value, bound);
}

// One flat switch reads better than a visitor here: each line says what a statement binds.

function collect(body: readonly Statement[], bound: Bound, nested: [number, number][]): void {
  for (const node of body) {
    switch (node.kind) {
      case Kind.FunctionDef:
      case Kind.ClassDef:
        bound.names.add(node.name);
        nested.push([node.headEnd, node.end]);
        break;
      case Kind.Assign:
        for (const target of node.targets) collectTarget(target, bound);
        break;
      case Kind.AugAssign:
      case Kind.AnnAssign:
        collectTarget(node.target, bound);
        break;
      case Kind.TypeAlias:
        bound.names.add(node.name.id);
        break;
      case Kind.For:
        collectTarget(node.target, bound);
        collect(node.body, bound, nested);
        collect(node.otherwise, bound, nested);
        break;
      case Kind.While:
        collect(node.body, bound, nested);
        collect(node.otherwise, bound, nested);
        break;
      case Kind.If:
        collectBranches(node, bound, nested);
        break;
      case Kind.With:
        for (const { target } of node.items) if (target) collectTarget(target, bound);
        collect(node.body, bound, nested);
        break;
      case Kind.Match:
        for (const { captures, body: inner } of node.cases) {
          for (const name of captures) bound.names.add(name.id);
          collect(inner, bound, nested);
        }
        break;
      case Kind.Try:
        collect(node.body, bound, nested);
        for (const handler of node.handlers) {
          if (handler.name !== undefined) bound.names.add(handler.name);
          collect(handler.body, bound, nested);
        }
        collect(node.otherwise, bound, nested);
        collect(node.final, bound, nested);
        break;
      case Kind.Import:
      case Kind.ImportFrom:
        for (const { name, asName } of node.names)
          if (name !== '*') bound.names.add(importedName(name, asName));
        break;
      case Kind.Delete:
        for (const target of node.targets) collectTarget(target, bound);
        break;
      case Kind.Global:
        bound.globals = new Set([...bound.globals, ...node.names]);
        break;
      case Kind.Nonlocal:
        bound.nonlocals = new Set([...bound.nonlocals, ...node.names]);
        break;
      case Kind.ExpressionStatement: {
        const container = bound.changes && changedContainer(node.value);
        if (container) collectChanged(container, bound);
        break;
      }
      default:
    }
  }
}

/** An `elif` chain is walked, not recursed: generated code has thousands of them. */
function collectBranches(node: If, bound: Bound, nested: [number, number][]): void {
  let branch: If | undefined = node;
  while (branch) {
    collect(branch.body, bound, nested);
    const { otherwise }: If = branch;
    const [only] = otherwise;
    branch = otherwise.length === 1 && only?.kind === Kind.If ? only : undefined;
    if (!branch) collect(otherwise, bound, nested);
  }
}
