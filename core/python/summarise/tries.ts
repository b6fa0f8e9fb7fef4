/** Writes `with` and `try`. */
import { Op, RegionKind, type RegionId, type Value } from '../../model/summary.ts';
import type { ExceptHandler, Statement, Try, With } from '../syntax/tree.ts';
import { Environment } from './environment.ts';
import { lowerExpression } from './expressions.ts';
import { type Flow, fork, join, type LowerBlock } from './flows.ts';
import type { Lowering } from './frame.ts';
import { assign } from './targets.ts';

export function lowerWith(state: Lowering, node: With, lowerBlock: LowerBlock): void {
  const { rows } = state;
  const outer = rows.region;
  const entered: { value: Value; start: number; end: number }[] = [];
  const isAsync = node.isAsync ? 1 : 0;
  for (const { context, target } of node.items) {
    const value = lowerExpression(state, context);
    const { start, end } = context;
    const bound = rows.emit(Op.Enter, value, isAsync, -1, start, end);
    const kind = node.isAsync ? RegionKind.AsyncWith : RegionKind.With;
    rows.enterRegion(kind, bound, -1, node.start, node.end);
    if (target) assign(state, target, bound);
    entered.push({ value, start, end });
  }
  lowerBlock(state, node.body);
  rows.region = outer;
  for (const { value, start, end } of entered.reverse()) rows.emit(Op.Exit, value, isAsync, -1, start, end);
}

export function lowerTry(state: Lowering, node: Try, lowerBlock: LowerBlock): void {
  const { rows, frame } = state;
  const base = frame.environment;
  const outer = rows.region;
  const first = node.body[0]?.start ?? node.start;
  rows.enterRegion(RegionKind.Try, -1, -1, first, node.body.at(-1)?.end ?? first);
  const { region } = rows;
  const tried = new Environment(base);
  tried.dead = base.dead;
  frame.environment = tried;
  lowerBlock(state, node.body);
  rows.region = outer;
  /** Where a handler starts: the body may have stopped anywhere. */
  const stopped = new Environment(base);
  join(state, [new Map(), new Map(tried.changes)], node, stopped);
  const flows: Flow[] = [];
  frame.environment = base;
  for (const handler of node.handlers) {
    flows.push(
      ...fork(state, base, () => {
        for (const [name, value] of stopped.changes) state.environment.set(name, value);
        lowerHandler(state, handler, region, lowerBlock);
        rows.region = outer;
      }),
    );
  }
  frame.environment = tried;
  inRegion(state, RegionKind.Else, region, node.otherwise, lowerBlock);
  frame.environment = base;
  if (!tried.dead || base.dead) flows.push(tried.changes);
  const wasDead = base.dead;
  join(state, flows, node);
  // `finally` runs even where nothing behind it does.
  const endsHere = base.dead;
  base.dead = wasDead;
  inRegion(state, RegionKind.Finally, region, node.final, lowerBlock);
  base.dead ||= endsHere;
}

function lowerHandler(
  state: Lowering,
  handler: ExceptHandler,
  region: RegionId,
  lowerBlock: LowerBlock,
): void {
  const { rows } = state;
  const type = handler.type ? lowerExpression(state, handler.type) : -1;
  rows.enterRegion(RegionKind.Except, type, region, handler.start, handler.end);
  if (handler.name !== undefined) {
    const start = handler.nameStart;
    const end = start + handler.name.length;
    state.bind(handler.name, rows.emit(Op.Caught, type, -1, -1, start, end), start, end);
  }
  lowerBlock(state, handler.body);
}

/** A block that belongs to a `try`, in a region of its own; nothing when there is none. */
function inRegion(
  state: Lowering,
  kind: RegionKind,
  link: RegionId,
  body: readonly Statement[],
  lowerBlock: LowerBlock,
): void {
  const [first] = body;
  if (!first) return;
  const outer = state.rows.enterRegion(kind, -1, link, first.start, (body.at(-1) ?? first).end);
  lowerBlock(state, body);
  state.rows.region = outer;
}
