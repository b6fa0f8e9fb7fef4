/** Which names statements are sure to have bound, once control gets behind them. */
import { importedName, targetNames } from '../summarise/bound-names.ts';
import type { Expression, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, children } from './children.ts';

export type Names = ReadonlySet<string>;

export const NO_NAMES: Names = new Set();

export function union(...sets: readonly Names[]): Names {
  return new Set(sets.flatMap((set) => [...set]));
}

export function without(names: Names, removed: Names): Names {
  return new Set([...names].filter((name) => !removed.has(name)));
}

function intersection(sets: readonly Names[]): Names {
  const [first = NO_NAMES, ...rest] = sets;
  return new Set([...first].filter((name) => rest.every((set) => set.has(name))));
}

/** Undefined when control never gets behind the statements. */
export function surelyBound(body: readonly Statement[]): Names | undefined {
  let names = NO_NAMES;
  for (const statement of body) {
    const more = boundBy(statement);
    if (!more) return undefined;
    names = union(names, more);
  }
  return names;
}

export function targets(...nodes: readonly (Expression | undefined)[]): Names {
  const names = new Set<string>();
  for (const node of nodes) if (node) targetNames(node, names);
  return names;
}

// One flat switch reads better than a visitor here: each line says what a statement binds.

export function boundBy(node: Statement): Names | undefined {
  switch (node.kind) {
    case Kind.Return:
    case Kind.Raise:
    case Kind.Break:
    case Kind.Continue:
      return undefined;
    case Kind.FunctionDef:
    case Kind.ClassDef:
      return new Set([node.name]);
    case Kind.Assign:
      return union(targets(...node.targets), walruses(node.value));
    case Kind.AnnAssign:
      return node.value ? targets(node.target) : NO_NAMES;
    case Kind.AugAssign:
      return targets(node.target);
    case Kind.ExpressionStatement:
      return walruses(node.value);
    case Kind.Import:
    case Kind.ImportFrom:
      return new Set(node.names.map(({ name, asName }) => importedName(name, asName)));
    case Kind.For:
      return walruses(node.iterable);
    case Kind.While:
      return walruses(node.test);
    case Kind.If:
      return joined(walruses(node.test), [node.body, node.otherwise]);
    case Kind.With: {
      const entered = targets(...node.items.map(({ target }) => target));
      // What suppresses exceptions may leave its body anywhere.
      if (node.items.some(({ context }) => /suppress|raises/.test(calleeName(context)))) return entered;
      return joined(entered, [node.body]);
    }
    case Kind.Match:
      return walruses(node.subject);
    case Kind.Try: {
      const final = surelyBound(node.final);
      const wholly = [...node.body, ...node.otherwise];
      return final && joined(final, [wholly, ...node.handlers.map(({ body }) => body)]);
    }
    default:
      return NO_NAMES;
  }
}

/** What is bound on every path of several that control may take. */
function joined(before: Names, paths: readonly (readonly Statement[])[]): Names | undefined {
  const open = paths.map(surelyBound).filter((names) => names !== undefined);
  return open.length === 0 ? undefined : union(before, intersection(open));
}

function calleeName(node: Expression): string {
  if (node.kind !== Kind.Call) return '';
  const { callee } = node;
  return callee.kind === Kind.Attribute ? callee.name : callee.kind === Kind.Name ? callee.id : '';
}

/** Names that `:=` binds whenever an expression is evaluated. */
export function walruses(node: AnyNode): Names {
  const own = node.kind === Kind.NamedExpression ? new Set([node.target.id]) : NO_NAMES;
  return union(own, ...surelyEvaluated(node).map(walruses));
}

function surelyEvaluated(node: AnyNode): readonly AnyNode[] {
  switch (node.kind) {
    case Kind.Bool:
      return node.values.slice(0, 1);
    case Kind.Compare:
      return node.operands.slice(0, 2);
    case Kind.Conditional:
      return [node.test];
    case Kind.Lambda:
      return [];
    case Kind.Comprehension:
      return node.clauses.slice(0, 1).map(({ iterable }) => iterable);
    default:
      return children(node);
  }
}
