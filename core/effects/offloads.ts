/** Calls that hand a function to another thread or process. */
import type { Catalogue, Handover } from '../knowledge/catalogue.ts';
import { type Argument, ArgumentForm, Literal, Op, type Value } from '../model/summary.ts';
import { callSites } from '../program/call-sites.ts';
import { frameOfCall, NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { ancestors } from '../program/hierarchy.ts';
import { lastName } from './callee-names.ts';
import { alternatives, type FunctionType } from '../program/types.ts';

export interface Offload {
  readonly call: Value;
  readonly to: 'worker' | 'process';
  /** What the call goes by, most specific first. */
  readonly names: readonly string[];
  /** The function that is handed over. */
  readonly given: Value;
  /** What comes back is awaited on the spot. */
  readonly awaited: boolean;
  /** It names an executor of its own. */
  readonly ownPool: boolean;
}

/** Names of what hands over, before anything is resolved. */
const PROCESS_POOL =
  /^(concurrent\.futures\.(process\.)?ProcessPoolExecutor|multiprocessing\.(pool\.)?Pool)$/;

export function offloadsIn(p: Evaluator, catalogue: Catalogue, frame: Frame): Offload[] {
  const { summary } = frame.module;
  const found: Offload[] = [];
  if (!mayOffload(catalogue, frame)) return found;
  for (const { kind, value, targets, awaited } of callSites(p, frame)) {
    if (kind !== 'call') continue;
    for (const { names: known, written } of targets) {
      const names = written === undefined ? known : [...known, written];
      const handover = catalogue.handover(names);
      if (!handover || (handover.to !== 'worker' && handover.to !== 'process') || handover.wraps) continue;
      const args = summary.args(value);
      const given = argumentOf(args, handover.param, handover.position);
      if (given === undefined) continue;
      const pool = poolOf(args, handover);
      const ownPool = pool !== undefined && !isNone(frame, pool);
      const to = pool !== undefined && isProcessPool(p, frame, pool) ? 'process' : handover.to;
      found.push({ call: value, to, names, given, awaited, ownPool });
      break;
    }
  }
  return found;
}

/** Whether a call goes by a name that hands something over: most functions are not to be looked at any further. */
function mayOffload(catalogue: Catalogue, frame: Frame): boolean {
  const { summary } = frame.module;
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    if (summary.op(row) === Op.Call && catalogue.mayHave('handovers', lastName(frame, summary.a(row))))
      return true;
  }
  return false;
}

/** The functions that may be handed over; none where that is not known. */
export function givenFunctions(p: Evaluator, frame: Frame, given: Value): FunctionType[] {
  const all = alternatives(p.typeOf(frame, given)).map((type) =>
    type.kind === 'partial' ? type.callee : type,
  );
  return all.every((type) => type.kind === 'function') ? all : [];
}

/** The body of a function that is handed over, where it could be read. */
export function bodyOf(p: Evaluator, type: FunctionType): Frame | undefined {
  return type.function.module.origin === 'stub' ? undefined : frameOfCall(p, type, NO_ARGUMENTS);
}

export function isProcessPool(p: Evaluator, frame: Frame, value: Value): boolean {
  return alternatives(p.typeOf(frame, value)).some(
    (type) =>
      type.kind === 'instance' &&
      ancestors(p, type.class).some((each) => each.class !== undefined && PROCESS_POOL.test(each.class.name)),
  );
}

function poolOf(args: readonly Argument[], { executor }: Handover): Value | undefined {
  return executor && argumentOf(args, executor.param, executor.position);
}

function argumentOf(args: readonly Argument[], param: string, position: number): Value | undefined {
  const byName = args.find(({ keyword }) => keyword === param);
  const positional = args.filter(({ form }) => form === ArgumentForm.Positional);
  return (byName ?? positional[position])?.value;
}

function isNone({ module: { summary } }: Frame, value: Value): boolean {
  return summary.op(value) === Op.Literal && summary.literal(value) === Literal.None;
}
