/** Writes the operations of statements. */
import { Op, RegionKind, type Value } from '../../model/summary.ts';
import { type Expression, Kind, type Statement } from '../syntax/tree.ts';
import { lowerIf, lowerMatch } from './branches.ts';
import { lowerClass, lowerFunction, lowerTypeAlias } from './definitions.ts';
import { lowerAnnotation, lowerExpression, narrow } from './expressions.ts';
import type { Lowering } from './frame.ts';
import { lowerImport, lowerImportFrom } from './imports.ts';
import { lowerFor, lowerWhile } from './loops.ts';
import { changedContainer, pathOf } from './paths.ts';
import { assign, rebind } from './targets.ts';
import { lowerTry, lowerWith } from './tries.ts';

export function lowerBlock(state: Lowering, body: readonly Statement[]): void {
  const { rows } = state;
  const outer = rows.region;
  for (const node of body) {
    if (state.environment.dead && !rows.isIn(RegionKind.Unreachable)) {
      rows.enterRegion(RegionKind.Unreachable, -1, -1, node.start, body.at(-1)?.end ?? node.end);
    }
    lowerStatement(state, node);
  }
  rows.region = outer;
}

// The one place where every kind of statement has its line.

function lowerStatement(state: Lowering, node: Statement): void {
  const { rows } = state;
  const { start, end } = node;
  switch (node.kind) {
    case Kind.FunctionDef:
      lowerFunction(state, node);
      break;
    case Kind.ClassDef:
      lowerClass(state, node);
      break;
    case Kind.Return:
      rows.emit(Op.Return, node.value ? lowerExpression(state, node.value) : -1, -1, -1, start, end);
      state.environment.dead = true;
      break;
    case Kind.Raise:
      if (node.cause) lowerExpression(state, node.cause);
      rows.emit(Op.Raise, node.exception ? lowerExpression(state, node.exception) : -1, -1, -1, start, end);
      state.environment.dead = true;
      break;
    case Kind.Delete:
      for (const target of node.targets) lowerDelete(state, target);
      break;
    case Kind.Assign: {
      const value = lowerAssigned(state, node.targets[0], node.value);
      for (const target of node.targets) assign(state, target, value);
      break;
    }
    case Kind.AugAssign: {
      const before = lowerExpression(state, node.target);
      const operand = lowerAssigned(state, node.target, node.value);
      const value = rows.emit(Op.Binary, before, operand, rows.string(`${node.operator}=`), start, end);
      assign(state, node.target, value);
      break;
    }
    case Kind.AnnAssign: {
      const annotation = lowerAnnotation(state, node.annotation);
      const lower = isAliasMark(node.annotation) ? lowerAnnotation : lowerExpression;
      const value = node.value ? lower(state, node.value) : -1;
      assign(state, node.target, rows.emit(Op.Annotated, value, annotation, -1, start, end));
      break;
    }
    case Kind.TypeAlias:
      lowerTypeAlias(state, node);
      break;
    case Kind.For:
      lowerFor(state, node, lowerBlock);
      break;
    case Kind.While:
      lowerWhile(state, node, lowerBlock);
      break;
    case Kind.If:
      lowerIf(state, node, lowerBlock);
      break;
    case Kind.With:
      lowerWith(state, node, lowerBlock);
      break;
    case Kind.Match:
      lowerMatch(state, node, lowerBlock);
      break;
    case Kind.Try:
      lowerTry(state, node, lowerBlock);
      break;
    case Kind.Assert:
      lowerExpression(state, node.test);
      narrow(state, node.test, true);
      if (node.message) lowerExpression(state, node.message);
      break;
    case Kind.Import:
      lowerImport(state, node);
      break;
    case Kind.ImportFrom:
      lowerImportFrom(state, node);
      break;
    case Kind.ExpressionStatement:
      // A docstring, or a constant that somebody left.
      if (node.value.kind === Kind.String || node.value.kind === Kind.Constant) break;
      lowerDiscard(state, node.value, start, end);
      break;
    case Kind.Break:
    case Kind.Continue:
      rows.emit(Op.Jump, node.kind === Kind.Break ? 1 : 0, -1, -1, start, end);
      lowerJump(state, node.kind === Kind.Break);
      break;
    case Kind.Invalid:
      for (const part of node.parts) lowerExpression(state, part);
      break;
    case Kind.Global:
    case Kind.Nonlocal:
    case Kind.Pass:
      break;
  }
}

/** What is assigned to `__all__` is a list of names, which star imports ask for. */
function lowerAssigned(state: Lowering, target: Expression | undefined, node: Expression): Value {
  state.keepsConstants = target?.kind === Kind.Name && target.id === '__all__';
  const value = lowerExpression(state, node);
  state.keepsConstants = false;
  return value;
}

/** `X: TypeAlias = …` */
function isAliasMark(annotation: Expression): boolean {
  if (annotation.kind === Kind.Attribute) return annotation.name === 'TypeAlias';
  return annotation.kind === Kind.Name && annotation.id === 'TypeAlias';
}

/** A call that changes its container leaves another one in its place. */
function lowerDiscard(state: Lowering, node: Expression, start: number, end: number): void {
  const { rows } = state;
  const value = lowerExpression(state, node);
  rows.emit(Op.Discard, value, -1, -1, start, end);
  const container = changedContainer(node);
  if (container?.kind !== Kind.Name) return;
  const before = state.environment.get(container.id);
  if (before !== undefined) rebind(state, container, rows.emit(Op.Changed, before, value, -1, start, end));
}

function lowerDelete(state: Lowering, target: Expression): void {
  const { rows } = state;
  const { start, end } = target;
  if (target.kind === Kind.Attribute) {
    rows.emit(Op.Delete, lowerExpression(state, target.value), rows.string(target.name), -1, start, end);
    const path = pathOf(target);
    if (path !== undefined) state.forget(path);
  } else if (target.kind === Kind.Subscript) {
    const base = lowerExpression(state, target.value);
    lowerExpression(state, target.index);
    rows.emit(Op.Delete, base, -1, -1, start, end);
  } else if (target.kind === Kind.Tuple || target.kind === Kind.List) {
    for (const item of target.items) lowerDelete(state, item);
  }
}

function lowerJump(state: Lowering, isBreak: boolean): void {
  const { loop } = state.frame;
  if (loop && !state.environment.dead) {
    const flow = new Map(state.environment.since(loop.outside));
    (isBreak ? loop.breaks : loop.continues).push(flow);
  }
  state.environment.dead = true;
}
