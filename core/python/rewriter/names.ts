/** Which names mean what where an edit goes: so that it borrows no name that somebody else uses. */
import { importedName } from '../summarise/bound-names.ts';
import type { Import, ImportFrom, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, below } from './children.ts';
import type { Path } from './placement.ts';

/** What a name is bound to: the dotted path that an import gives it, or anything else. */
export type Binding = string | undefined;
export type Bindings = ReadonlyMap<string, ReadonlySet<Binding>>;

/** What the names mean that a body binds for itself; inner functions and classes have their own. */
export function bindingsIn(body: readonly Statement[]): Bindings {
  const found = new Map<string, Set<Binding>>();
  for (const statement of body) {
    for (const node of below(statement, isSameScope)) collect(node, found);
  }
  return found;
}

/** The same for all functions, lambdas and comprehensions around a place, as if they were one. */
export function bindingsAround(path: Path): Bindings {
  const found = new Map<string, Set<Binding>>();
  for (const node of path) {
    if (node.kind === Kind.FunctionDef) {
      for (const [name, bindings] of bindingsIn(node.body)) for (const one of bindings) add(found, name, one);
    }
    if (node.kind === Kind.FunctionDef || node.kind === Kind.Lambda) {
      for (const { name } of node.parameters) add(found, name, undefined);
    } else if (node.kind === Kind.Comprehension) {
      for (const { target } of node.clauses) addTarget(found, target);
    }
  }
  return found;
}

function isSameScope({ kind }: AnyNode): boolean {
  return kind !== Kind.FunctionDef && kind !== Kind.ClassDef && kind !== Kind.Lambda;
}

function add(found: Map<string, Set<Binding>>, name: string, binding: Binding): void {
  found.set(name, (found.get(name) ?? new Set()).add(binding));
}

function addTarget(found: Map<string, Set<Binding>>, target: AnyNode): void {
  for (const part of below(target, ({ kind }) => kind !== Kind.Attribute && kind !== Kind.Subscript)) {
    if (part.kind === Kind.Name) add(found, part.id, undefined);
  }
}

// One flat switch reads better than a visitor here: each line says what a node binds.

function collect(node: AnyNode, found: Map<string, Set<Binding>>): void {
  switch (node.kind) {
    case Kind.Import:
    case Kind.ImportFrom:
      for (const { name, path } of importsOf(node)) add(found, name, path);
      break;
    case Kind.FunctionDef:
    case Kind.ClassDef:
      add(found, node.name, undefined);
      break;
    case Kind.Assign:
    case Kind.Delete:
      for (const target of node.targets) addTarget(found, target);
      break;
    case Kind.AugAssign:
    case Kind.AnnAssign:
    case Kind.For:
    case Kind.NamedExpression:
      addTarget(found, node.target);
      break;
    case Kind.With:
      for (const { target } of node.items) if (target) addTarget(found, target);
      break;
    case Kind.Match:
      for (const { captures } of node.cases) for (const { id } of captures) add(found, id, undefined);
      break;
    case Kind.Try:
      for (const { name } of node.handlers) if (name !== undefined) add(found, name, undefined);
      break;
    default:
  }
}

/** What an import statement binds, and to what. A relative import's path keeps its dots. */
export function importsOf(node: Import | ImportFrom): { name: string; path: string; module: string }[] {
  if (node.kind === Kind.Import) {
    return node.names.map(({ name, asName }) => {
      const bound = importedName(name, asName);
      return { name: bound, path: asName === undefined ? bound : name, module: name };
    });
  }
  const module = '.'.repeat(node.level) + node.module;
  return node.names.map(({ name, asName }) => {
    const path = module.endsWith('.') ? module + name : `${module}.${name}`;
    return { name: asName ?? name, path, module: path };
  });
}

/** All names that a module mentions anywhere: what is not among them is free. */
export function mentionedNames(text: string): (name: string) => boolean {
  return (name) => new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(text);
}
