/** Writes the operations of statements, and joins the flows that branch and meet in them. */
import { Op, RegionKind, type Value } from '../../model/summary.ts';
import {
  type Expression,
  type For,
  type If,
  Kind,
  type Match,
  type Statement,
  type Try,
  type While,
  type With,
} from '../syntax/tree.ts';
import { boundNames } from './bound-names.ts';
import { lowerClass, lowerFunction, lowerTypeAlias } from './definitions.ts';
import { Environment } from './environment.ts';
import { lowerAnnotation, lowerExpression, narrow } from './expressions.ts';
import type { Lowering, LoopFlow } from './frame.ts';
import { lowerImport, lowerImportFrom } from './imports.ts';
import { assign } from './targets.ts';

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
// eslint-disable-next-line complexity
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
      const value = rows.emit(Op.Binary, before, operand, rows.string(node.operator), start, end);
      assign(state, node.target, value);
      break;
    }
    case Kind.AnnAssign: {
      const annotation = lowerAnnotation(state, node.annotation);
      const value = node.value ? lowerExpression(state, node.value) : -1;
      assign(state, node.target, rows.emit(Op.Annotated, value, annotation, -1, start, end));
      break;
    }
    case Kind.TypeAlias:
      lowerTypeAlias(state, node);
      break;
    case Kind.For:
      lowerFor(state, node);
      break;
    case Kind.While:
      lowerWhile(state, node);
      break;
    case Kind.If:
      lowerIf(state, node);
      break;
    case Kind.With:
      lowerWith(state, node);
      break;
    case Kind.Match:
      lowerMatch(state, node);
      break;
    case Kind.Try:
      lowerTry(state, node);
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
      rows.emit(Op.Discard, lowerExpression(state, node.value), -1, -1, start, end);
      break;
    case Kind.Break:
    case Kind.Continue:
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

function lowerDelete(state: Lowering, target: Expression): void {
  const { rows } = state;
  const { start, end } = target;
  if (target.kind === Kind.Attribute) {
    rows.emit(Op.Delete, lowerExpression(state, target.value), rows.string(target.name), -1, start, end);
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

/** Lowers `body` in a flow of its own, which forks from the current one; returns what it changed, or nothing when it never ends. */
function fork(state: Lowering, base: Environment, body: () => void): ReadonlyMap<string, Value>[] {
  const { frame } = state;
  const inside = new Environment(base);
  inside.dead = base.dead;
  frame.environment = inside;
  body();
  frame.environment = base;
  return inside.dead && !base.dead ? [] : [inside.changes];
}

function join(
  state: Lowering,
  flows: readonly ReadonlyMap<string, Value>[],
  at: { start: number; end: number },
): void {
  state.environment.join(flows, (values) => state.choose(values, at.start, at.end));
}

/** An `elif` chain is walked, not recursed: generated code has thousands of them. */
function lowerIf(state: Lowering, node: If): void {
  const { rows, frame } = state;
  const base = frame.environment;
  const outer = rows.region;
  const flows: ReadonlyMap<string, Value>[] = [];
  /** What holds when no test so far did. */
  const otherwise = new Environment(base);
  otherwise.dead = base.dead;
  frame.environment = otherwise;
  let current: If | undefined = node;
  while (current) {
    const { test, body, otherwise: rest }: If = current;
    const testValue = lowerExpression(state, test);
    const beside = rows.region;
    const then = new Environment(otherwise);
    then.dead = otherwise.dead;
    frame.environment = then;
    rows.enterRegion(RegionKind.Then, testValue, -1, current.start, body.at(-1)?.end ?? test.end);
    const region = rows.region;
    narrow(state, test, true);
    lowerBlock(state, body);
    if (!then.dead || base.dead) flows.push(new Map(then.since(base)));
    frame.environment = otherwise;
    rows.region = beside;
    narrow(state, test, false);
    const [only] = rest;
    current = rest.length === 1 && only?.kind === Kind.If ? only : undefined;
    if (rest.length > 0) {
      const start = rest[0]?.start ?? current?.start ?? 0;
      rows.enterRegion(RegionKind.Otherwise, testValue, region, start, rest.at(-1)?.end ?? start);
      if (!current) lowerBlock(state, rest);
    }
  }
  rows.region = outer;
  frame.environment = base;
  if (!otherwise.dead || base.dead) flows.push(otherwise.since(base));
  join(state, flows, node);
}

/** Runs `body` as the inside of a loop: names that it binds may hold what an earlier turn left. */
function lowerLoop(state: Lowering, node: For | While, enter: () => void, mayEnd: boolean): void {
  const { rows, frame } = state;
  const base = frame.environment;
  const outer = rows.region;
  const inside = new Environment(base);
  inside.dead = base.dead;
  const loop: LoopFlow = { outside: base, breaks: [], continues: [] };
  const outerLoop = frame.loop;
  frame.loop = loop;
  frame.environment = inside;
  const carried: { name: string; list: number }[] = [];
  for (const name of boundNames(state.module, node.body).names) {
    const before = base.get(name);
    if (before === undefined) continue;
    const list = rows.list([before, before]);
    inside.set(name, rows.emit(Op.Choice, list, -1, -1, node.start, node.start));
    carried.push({ name, list });
  }
  enter();
  const region = rows.region;
  lowerBlock(state, node.body);
  frame.loop = outerLoop;
  const ends = [...(inside.dead && !base.dead ? [] : [inside.changes]), ...loop.continues];
  const turn = new Environment(base);
  turn.join(ends, (values) => state.choose(values, node.start, node.end));
  for (const { name, list } of carried) rows.patchList(list, 1, turn.get(name) ?? -1);
  rows.region = outer;
  frame.environment = base;
  const completed = mayEnd
    ? fork(state, base, () => {
        for (const [name, value] of turn.changes) state.environment.set(name, value);
        const [first] = node.otherwise;
        if (!first) return;
        rows.enterRegion(RegionKind.Else, -1, region, first.start, node.end);
        lowerBlock(state, node.otherwise);
        rows.region = outer;
      })
    : [];
  const unentered: ReadonlyMap<string, Value>[] = mayEnd && node.otherwise.length === 0 ? [new Map()] : [];
  join(state, [...unentered, ...completed, ...loop.breaks], node);
}

function lowerFor(state: Lowering, node: For): void {
  const { rows } = state;
  const iterable = lowerExpression(state, node.iterable);
  lowerLoop(
    state,
    node,
    () => {
      const { start, end } = node.iterable;
      const outer = rows.region;
      const kind = node.isAsync ? RegionKind.AsyncFor : RegionKind.For;
      const region = rows.addRegion(kind, outer, iterable, -1, node.start, node.end);
      // `__next__` runs once a turn, inside the loop.
      rows.region = region;
      const element = rows.emit(Op.Iterate, iterable, node.isAsync ? 1 : 0, -1, start, end);
      assign(state, node.target, element);
    },
    true,
  );
}

function lowerWhile(state: Lowering, node: While): void {
  const { rows } = state;
  const endless = node.test.kind === Kind.Constant && node.test.type !== 'False' && node.test.type !== 'None';
  lowerLoop(
    state,
    node,
    () => {
      const region = rows.addRegion(RegionKind.While, rows.region, -1, -1, node.start, node.end);
      rows.region = region;
      rows.patchRegionValue(region, lowerExpression(state, node.test));
      narrow(state, node.test, true);
    },
    !endless,
  );
}

function lowerWith(state: Lowering, node: With): void {
  const { rows } = state;
  const outer = rows.region;
  const entered: { value: Value; span: { start: number; end: number } }[] = [];
  const isAsync = node.isAsync ? 1 : 0;
  for (const { context, target } of node.items) {
    const value = lowerExpression(state, context);
    const { start, end } = context;
    const bound = rows.emit(Op.Enter, value, isAsync, -1, start, end);
    const kind = node.isAsync ? RegionKind.AsyncWith : RegionKind.With;
    rows.enterRegion(kind, bound, -1, node.start, node.end);
    if (target) assign(state, target, bound);
    entered.push({ value, span: { start, end } });
  }
  lowerBlock(state, node.body);
  rows.region = outer;
  for (const { value, span } of entered.reverse())
    rows.emit(Op.Exit, value, isAsync, -1, span.start, span.end);
}

function lowerMatch(state: Lowering, node: Match): void {
  const { rows } = state;
  const subject = lowerExpression(state, node.subject);
  const base = state.environment;
  const flows: ReadonlyMap<string, Value>[] = [];
  let exhausted = false;
  for (const { start, end, captures, values, type, guard, body } of node.cases) {
    const outer = rows.enterRegion(RegionKind.Case, subject, -1, start, end);
    flows.push(
      ...fork(state, base, () => {
        for (const value of values) lowerExpression(state, value);
        const narrowed = type
          ? rows.emit(Op.Narrow, subject, lowerExpression(state, type), -1, type.start, type.end)
          : subject;
        if (type && node.subject.kind === Kind.Name && state.environment.get(node.subject.id) !== undefined) {
          state.environment.set(node.subject.id, narrowed);
        }
        for (const name of captures) {
          // Only `case Class() as name` and a bare `case name` bind the subject itself; parts of it are not known.
          const whole = captures.length === 1 && (type !== undefined || values.length === 0);
          state.bind(name.id, whole ? narrowed : state.unknown(name.start, name.end), name.start, name.end);
        }
        if (guard) {
          lowerExpression(state, guard);
          narrow(state, guard, true);
        }
        lowerBlock(state, body);
      }),
    );
    rows.region = outer;
    exhausted ||= guard === undefined && type === undefined && values.length === 0;
  }
  join(state, exhausted ? flows : [new Map(), ...flows], node);
}

function lowerTry(state: Lowering, node: Try): void {
  const { rows, frame } = state;
  const base = frame.environment;
  const outer = rows.region;
  const first = node.body[0]?.start ?? node.start;
  rows.enterRegion(RegionKind.Try, -1, -1, first, node.body.at(-1)?.end ?? first);
  const region = rows.region;
  const tried = new Environment(base);
  tried.dead = base.dead;
  frame.environment = tried;
  lowerBlock(state, node.body);
  rows.region = outer;
  /** Where a handler starts: the body may have stopped anywhere. */
  const stopped = new Environment(base);
  stopped.join([new Map(), new Map(tried.changes)], (values) => state.choose(values, node.start, node.end));
  const flows: ReadonlyMap<string, Value>[] = [];
  frame.environment = base;
  for (const handler of node.handlers) {
    const { start, end } = handler;
    flows.push(
      ...fork(state, base, () => {
        for (const [name, value] of stopped.changes) state.environment.set(name, value);
        const type = handler.type ? lowerExpression(state, handler.type) : -1;
        rows.enterRegion(RegionKind.Except, type, region, start, end);
        if (handler.name !== undefined) {
          const caught = rows.emit(
            Op.Caught,
            type,
            -1,
            -1,
            handler.nameStart,
            handler.nameStart + handler.name.length,
          );
          state.bind(handler.name, caught, handler.nameStart, handler.nameStart + handler.name.length);
        }
        lowerBlock(state, handler.body);
        rows.region = outer;
      }),
    );
  }
  frame.environment = tried;
  const [firstElse] = node.otherwise;
  if (firstElse) {
    rows.enterRegion(
      RegionKind.Else,
      -1,
      region,
      firstElse.start,
      node.otherwise.at(-1)?.end ?? firstElse.end,
    );
    lowerBlock(state, node.otherwise);
    rows.region = outer;
  }
  frame.environment = base;
  if (!tried.dead || base.dead) flows.push(tried.changes);
  const wasDead = base.dead;
  join(state, flows, node);
  const [firstFinal] = node.final;
  if (firstFinal) {
    // `finally` runs even where nothing behind it does.
    const endsHere = base.dead;
    base.dead = wasDead;
    rows.enterRegion(RegionKind.Finally, -1, region, firstFinal.start, node.end);
    lowerBlock(state, node.final);
    rows.region = outer;
    base.dead ||= endsHere;
  }
}
