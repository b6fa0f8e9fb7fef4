/** Writes the definition of functions, classes and type aliases. Their bodies wait until the scope around them is done. */
import { Op, type Value } from '../../model/summary.ts';
import {
  type ClassDef,
  type FunctionDef,
  Kind,
  type Statement,
  type TypeAlias,
  type TypeParameter,
} from '../syntax/tree.ts';
import { lowerAnnotation, lowerExpression } from './expressions.ts';
import type { Frame, Lowering, ScopeDraft } from './frame.ts';
import { lowerParameters } from './parameters.ts';

export function lowerFunction(state: Lowering, node: FunctionDef): void {
  const { rows, frame } = state;
  const decorators = node.decorators.map((decorator) => lowerExpression(state, decorator));
  const scope = addScope(state, node, decorators, 'function');
  scope.isAsync = node.isAsync;
  scope.isStub = isStub(node.body);
  withTypeParameters(state, node.typeParameters, scope, () => {
    scope.parameters = lowerParameters(state, node.parameters, lowerExpression, lowerAnnotation);
    if (node.returns) scope.returnAnnotation = lowerAnnotation(state, node.returns);
  });
  const value = rows.emit(Op.Function, scope.id, -1, -1, node.start, node.end);
  state.bind(node.name, value, node.nameStart, node.nameStart + node.name.length);
  state.pending.push({ scope, node, parent: frame });
}

export function lowerClass(state: Lowering, node: ClassDef): void {
  const { rows, frame } = state;
  const decorators = node.decorators.map((decorator) => lowerExpression(state, decorator));
  const scope = addScope(state, node, decorators, 'class');
  withTypeParameters(state, node.typeParameters, scope, () => {
    const positional = node.args.filter(({ name, stars }) => name === undefined && stars === 0);
    scope.bases = positional.map(({ value }) => lowerAnnotation(state, value));
    for (const argument of node.args) {
      if (positional.includes(argument)) continue;
      const value = lowerExpression(state, argument.value);
      if (argument.name === 'metaclass') scope.metaclass = value;
    }
  });
  const value = rows.emit(Op.Class, scope.id, -1, -1, node.start, node.end);
  state.bind(node.name, value, node.nameStart, node.nameStart + node.name.length);
  state.pending.push({ scope, node, parent: frame });
}

/** `type X = …` is what `X: TypeAlias = …` was before 3.12. */
export function lowerTypeAlias(state: Lowering, node: TypeAlias): void {
  const { rows, frame } = state;
  const outer = frame.aliasParameters;
  const parameters = new Map(outer);
  for (const { name, bound, start, end } of node.typeParameters) {
    const limit = bound ? lowerAnnotation(state, bound) : -1;
    parameters.set(name, rows.emit(Op.TypeParameter, limit, -1, -1, start, end));
  }
  frame.aliasParameters = parameters;
  const value = lowerAnnotation(state, node.value);
  frame.aliasParameters = outer;
  state.bind(node.name.id, value, node.name.start, node.name.end);
}

function addScope(
  state: Lowering,
  node: FunctionDef | ClassDef,
  decorators: readonly Value[],
  kind: 'function' | 'class',
): ScopeDraft {
  const { start, end, name, nameStart } = node;
  const nameSpan = { start: nameStart, end: nameStart + name.length };
  const scope = state.addScope(kind, name, { start, end }, nameSpan, state.frame.scope);
  if (decorators.length > 0) scope.decorators = decorators;
  return scope;
}

/** Type parameters are names of the new scope that its own head may use. */
function withTypeParameters(
  state: Lowering,
  parameters: readonly TypeParameter[],
  scope: ScopeDraft,
  lowerHead: () => void,
): void {
  if (parameters.length === 0) {
    lowerHead();
    return;
  }
  const { rows, frame } = state;
  for (const { name, bound, start, end } of parameters) {
    const value = rows.emit(Op.TypeParameter, bound ? lowerAnnotation(state, bound) : -1, -1, -1, start, end);
    state.foreignBinds.push(rows.emit(Op.Bind, value, rows.string(name), scope.id, start, end));
  }
  const inner: Frame = {
    ...frame,
    scope,
    parent: frame,
    locals: new Set(),
    globals: new Set(),
    nonlocals: new Set(),
    typeParameters: new Set(parameters.map(({ name }) => name)),
  };
  state.within(inner, lowerHead);
}

/** A body that only says what a function would look like: protocols, abstract methods, stub files. */
function isStub(body: readonly Statement[]): boolean {
  return body.every((node) => {
    switch (node.kind) {
      case Kind.Pass:
        return true;
      case Kind.ExpressionStatement:
        return (
          node.value.kind === Kind.String ||
          (node.value.kind === Kind.Constant && node.value.type === 'Ellipsis')
        );
      case Kind.Raise: {
        const raised = node.exception?.kind === Kind.Call ? node.exception.callee : node.exception;
        return raised?.kind === Kind.Name && raised.id === 'NotImplementedError';
      }
      default:
        return false;
    }
  });
}
