/** Writes `if` and `match`. */
import { Op, RegionKind, type Value } from '../../model/summary.ts';
import { type If, Kind, type Match, type MatchCase, type Statement } from '../syntax/tree.ts';
import { Environment } from './environment.ts';
import { lowerExpression, narrow } from './expressions.ts';
import { type Flow, fork, join, type LowerBlock } from './flows.ts';
import type { Lowering } from './frame.ts';

/** Regions are walked outwards, so the branches of a longer chain lie side by side, and no longer in one another. */
const MAX_NESTING = 200;

/** An `elif` chain is walked, not recursed: generated code has thousands of them. */
export function lowerIf(state: Lowering, node: If, lowerBlock: LowerBlock): void {
  const { rows, frame } = state;
  const base = frame.environment;
  const outer = rows.region;
  const flows: Flow[] = [];
  /** What holds when no test so far did. */
  const otherwise = new Environment(base);
  otherwise.dead = base.dead;
  frame.environment = otherwise;
  let nesting = 0;
  for (let current: If | undefined = node; current;) {
    const { test, otherwise: rest }: If = current;
    const testValue = lowerExpression(state, test);
    const beside = rows.region;
    flows.push(...lowerThen(state, current, testValue, base, lowerBlock));
    const region = rows.region;
    frame.environment = otherwise;
    rows.region = beside;
    narrow(state, test, false);
    const [only] = rest;
    current = rest.length === 1 && only?.kind === Kind.If ? only : undefined;
    if (only) {
      if (nesting++ < MAX_NESTING)
        rows.enterRegion(RegionKind.Otherwise, testValue, region, only.start, (rest.at(-1) ?? only).end);
      if (!current) lowerBlock(state, rest);
    }
  }
  rows.region = outer;
  frame.environment = base;
  if (!otherwise.dead || base.dead) flows.push(otherwise.since(base));
  join(state, flows, node);
}

/** Leaves its region open, for the `else` that belongs to it. */
function lowerThen(
  state: Lowering,
  node: If,
  test: Value,
  base: Environment,
  lowerBlock: LowerBlock,
): Flow[] {
  const { rows, frame } = state;
  const then = new Environment(frame.environment);
  then.dead = frame.environment.dead;
  frame.environment = then;
  rows.enterRegion(RegionKind.Then, test, -1, node.start, endOf(node.body) ?? node.test.end);
  narrow(state, node.test, true);
  lowerBlock(state, node.body);
  return then.dead && !base.dead ? [] : [new Map(then.since(base))];
}

function endOf(body: readonly Statement[]): number | undefined {
  return body.at(-1)?.end;
}

export function lowerMatch(state: Lowering, node: Match, lowerBlock: LowerBlock): void {
  const { rows } = state;
  const subject = lowerExpression(state, node.subject);
  const base = state.environment;
  const flows: Flow[] = [];
  let exhausted = false;
  for (const each of node.cases) {
    const outer = rows.enterRegion(RegionKind.Case, subject, -1, each.start, each.end);
    flows.push(
      ...fork(state, base, () => {
        lowerPattern(state, node, each, subject);
        lowerBlock(state, each.body);
      }),
    );
    rows.region = outer;
    exhausted ||= each.guard === undefined && each.type === undefined && each.values.length === 0;
  }
  join(state, exhausted ? flows : [new Map(), ...flows], node);
}

function lowerPattern(state: Lowering, node: Match, pattern: MatchCase, subject: Value): void {
  const { captures, values, type, guard } = pattern;
  for (const value of values) lowerExpression(state, value);
  let narrowed = subject;
  if (type) {
    narrowed = state.rows.emit(Op.Narrow, subject, lowerExpression(state, type), -1, type.start, type.end);
    state.refine(node.subject, narrowed);
  }
  for (const { id, start, end } of captures) {
    // Only `case Class() as name` and a bare `case name` bind the subject itself; parts of it are not known.
    const whole = captures.length === 1 && (type !== undefined || values.length === 0);
    state.bind(id, whole ? narrowed : state.unknown(start, end), start, end);
  }
  if (!guard) return;
  lowerExpression(state, guard);
  narrow(state, guard, true);
}
