/** Hops to a thread that follow one another and could be one, around a loop or a row of calls. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { HopPlace } from '../model/rewriter.ts';
import type { Span } from '../model/span.ts';
import { type FileSummary, Op, type RegionId, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { calleeNames } from './callee-names.ts';
import { givenFunctions, type Offload, offloadsIn } from './offloads.ts';
import { isInside, itemOf, loopAround } from './enclosing-loops.ts';

export interface LowOffload {
  /** The first hop. */
  readonly span: Span;
  readonly function: string;
  readonly inLoop: boolean;
  /** The hops that could be one. */
  readonly hops: readonly HopPlace[];
}

/** What may stand between two hops and move to the thread with them. */
const MOVES =
  /^builtins\.(list|dict|set|str|bytes|tuple)\.\w+$|^builtins\.(len|str|int|list|dict|set|tuple|range)(\.\w+)?$/;
/** Greenlets: no thread is woken. */
const NO_HOP = 'sqlalchemy.';

export function lowOffloads(p: Evaluator, catalogue: Catalogue, module: Module): LowOffload[] {
  const found: LowOffload[] = [];
  for (const scope of module.summary.scopes) {
    if (!scope.isAsync || scope.isGenerator) continue;
    const frame = p.genericFrame(module, scope.id);
    const hops = offloadsIn(p, catalogue, frame).filter(
      ({ awaited, to, ownPool, names, given }) =>
        awaited &&
        to === 'worker' &&
        !ownPool &&
        !names.some((name) => name.startsWith(NO_HOP)) &&
        // A coroutine that nobody awaits there is another mistake.
        !givenFunctions(p, frame, given).some(({ function: { scope: body } }) => body.isAsync),
    );
    found.push(...inLoops(p, frame, hops), ...inSequence(p, frame, hops));
  }
  return found;
}

function inLoops(p: Evaluator, frame: Frame, hops: readonly Offload[]): LowOffload[] {
  const { summary } = frame.module;
  const seen = new Set<RegionId>();
  return hops.flatMap(({ call }) => {
    const loop = loopAround(summary, call);
    if (loop === undefined || seen.has(loop) || summary.regionKind(loop) !== RegionKind.For) return [];
    seen.add(loop);
    const inside = hops.filter((hop) => isInside(summary, hop.call, loop));
    if (!onlyMoves(p, frame, frame.scope.first, frame.scope.end, inside, loop)) return [];
    const places = inside.map((hop) => placeOf(summary, hop));
    return [{ span: summary.span(call), function: frame.scope.qualname, inLoop: true, hops: places }];
  });
}

function inSequence(p: Evaluator, frame: Frame, hops: readonly Offload[]): LowOffload[] {
  const { summary } = frame.module;
  const found: LowOffload[] = [];
  let row: Offload[] = [];
  const flush = () => {
    const [first] = row;
    if (first && row.length > 1) {
      found.push({
        span: summary.span(first.call),
        function: frame.scope.qualname,
        inLoop: false,
        hops: row.map((hop) => placeOf(summary, hop)),
      });
    }
    row = [];
  };
  for (const hop of hops) {
    const last = row.at(-1);
    const follows =
      last &&
      summary.region(last.call) === summary.region(hop.call) &&
      onlyMoves(p, frame, last.call + 1, hop.call, [last, hop]);
    if (!follows) flush();
    row.push(hop);
  }
  flush();
  return found;
}

function placeOf(summary: FileSummary, { call, given }: Offload): HopPlace {
  return { span: summary.span(call), given: summary.span(given) };
}

/** Whether nothing from one row to another waits, leaves, or touches what belongs to the loop. */
function onlyMoves(
  p: Evaluator,
  frame: Frame,
  from: Value,
  to: Value,
  hops: readonly Offload[],
  region?: RegionId,
): boolean {
  const { summary } = frame.module;
  const item = region === undefined ? undefined : itemOf(summary, frame.scope, region);
  const own = new Set(hops.map(({ call }) => call));
  for (let row = from; row < to; row++) {
    if (region !== undefined && (!isInside(summary, row, region) || row === item)) continue;
    switch (summary.op(row)) {
      case Op.Await:
        if (!own.has(summary.a(row))) return false;
        break;
      case Op.Call:
        if (!own.has(row) && !calleeNames(p, frame, summary.a(row)).some((name) => MOVES.test(name)))
          return false;
        break;
      default:
        if (LEAVES.has(summary.op(row))) return false;
    }
  }
  return true;
}

/** Also attributes that are set: others on the loop may read them in between. */
const LEAVES: ReadonlySet<Op> = new Set([
  Op.Return,
  Op.Jump,
  Op.Raise,
  Op.Yield,
  Op.Enter,
  Op.Exit,
  Op.Iterate,
  Op.StoreAttribute,
  Op.Caught,
]);
