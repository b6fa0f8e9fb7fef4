/** Writes `for` and `while`. */
import { Op, RegionKind, type Value } from '../../model/summary.ts';
import { type For, Kind, type While } from '../syntax/tree.ts';
import { boundNames } from './bound-names.ts';
import { Environment } from './environment.ts';
import { lowerExpression, narrow } from './expressions.ts';
import { type Flow, fork, join, type LowerBlock } from './flows.ts';
import type { Lowering, LoopFlow } from './frame.ts';
import { assign } from './targets.ts';

interface Loop {
  readonly node: For | While;
  /** Writes the head, and leaves the loop's region open. */
  readonly enter: () => void;
  /** `while True` ends by `break` alone. */
  readonly mayEnd: boolean;
  readonly lowerBlock: LowerBlock;
}

/** Runs a body as the inside of a loop: names that it binds may hold what an earlier turn left. */
function lowerLoop(state: Lowering, { node, enter, mayEnd, lowerBlock }: Loop): void {
  const { rows, frame } = state;
  const base = frame.environment;
  const outer = rows.region;
  const inside = new Environment(base);
  inside.dead = base.dead;
  const loop: LoopFlow = { outside: base, breaks: [], continues: [] };
  const outerLoop = frame.loop;
  frame.loop = loop;
  frame.environment = inside;
  const carried = carry(state, node, base);
  enter();
  const region = rows.region;
  lowerBlock(state, node.body);
  frame.loop = outerLoop;
  const turn = new Environment(base);
  join(state, [...(inside.dead && !base.dead ? [] : [inside.changes]), ...loop.continues], node, turn);
  for (const [name, list] of carried) rows.patchList(list, 1, turn.get(name) ?? -1);
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
  const unentered: Flow[] = mayEnd && node.otherwise.length === 0 ? [new Map()] : [];
  join(state, [...unentered, ...completed, ...loop.breaks], node);
}

/** Names that the body binds stand for what came before or what the last turn left, which is filled in at its end. */
function carry(state: Lowering, { body, start }: For | While, base: Environment): Map<string, number> {
  const { rows, environment } = state;
  const carried = new Map<string, number>();
  const changes = { paths: new Set<string>(), containers: new Set<string>() };
  const { names } = boundNames(state.module, body, changes);
  for (const name of [...names, ...changes.containers]) {
    const before = base.get(name);
    if (before === undefined || carried.has(name)) continue;
    const list = rows.list([before, before]);
    environment.set(name, rows.emit(Op.Choice, list, -1, -1, start, start));
    carried.set(name, list);
    state.forget(name);
  }
  for (const path of changes.paths) state.forget(path);
  return carried;
}

export function lowerFor(state: Lowering, node: For, lowerBlock: LowerBlock): void {
  const { rows } = state;
  const iterable = lowerExpression(state, node.iterable);
  const enter = () => {
    const { start, end } = node.iterable;
    const kind = node.isAsync ? RegionKind.AsyncFor : RegionKind.For;
    // `__next__` runs once a turn, inside the loop.
    rows.enterRegion(kind, iterable, -1, node.start, node.end);
    const element = rows.emit(Op.Iterate, iterable, node.isAsync ? 1 : 0, -1, start, end);
    assign(state, node.target, element);
  };
  lowerLoop(state, { node, enter, mayEnd: true, lowerBlock });
}

export function lowerWhile(state: Lowering, node: While, lowerBlock: LowerBlock): void {
  const { rows } = state;
  const { test } = node;
  const isEndless = test.kind === Kind.Constant && test.type !== 'False' && test.type !== 'None';
  const enter = () => {
    rows.enterRegion(RegionKind.While, -1, -1, node.start, node.end);
    const { region } = rows;
    const value: Value = lowerExpression(state, test);
    rows.patchRegionValue(region, value);
    narrow(state, test, true);
  };
  lowerLoop(state, { node, enter, mayEnd: !isEndless, lowerBlock });
}
