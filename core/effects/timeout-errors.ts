/** Names for the error of a timeout that are out of date, or not yet the right ones, in the Python that runs the code. */
import { Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { writtenPath } from '../program/names.ts';
import { calleeNames } from './callee-names.ts';
import type { Spot } from './named-calls.ts';
import { rowsIn } from './regions.ts';
import { isLimit } from './time-limits.ts';

export interface TimeoutErrorName extends Spot {
  /** As written: `asyncio.TimeoutError`. */
  readonly name: string;
  /** It stands for the builtin one; else the builtin one stands where it does not catch. */
  readonly isAlias: boolean;
}

const ALIASES: Readonly<Record<string, number>> = {
  'asyncio.TimeoutError': 11,
  'asyncio.exceptions.TimeoutError': 11,
  'concurrent.futures.TimeoutError': 11,
  'socket.timeout': 10,
};

/** asyncio's own error is the builtin one from here on. */
const SAME_SINCE = 11;
const WAITS = /^asyncio\.([a-z_]\w*\.)?(wait_for|timeout|timeout_at)$/;

export function timeoutErrorNames(p: Evaluator, module: Module): TimeoutErrorName[] {
  const { summary } = module;
  if (
    !p.isVersionDeclared ||
    !summary.data.strings.some((text) => text === 'TimeoutError' || text === 'timeout')
  )
    return [];
  const found: TimeoutErrorName[] = [];
  const add = (frame: Frame, value: Value, name: string, isAlias: boolean) =>
    found.push({ span: summary.span(value), function: frame.scope.qualname, name, isAlias });
  for (const { frame, value, tried } of caught(p, module)) {
    const name = writtenPath(p, frame, value);
    if (name === undefined) continue;
    const since = ALIASES[name];
    if (since !== undefined && isAtLeast(p, since)) add(frame, value, name, true);
    else if (name === 'builtins.TimeoutError' && !isAtLeast(p, SAME_SINCE) && waitsIn(p, frame, tried))
      add(frame, value, 'TimeoutError', false);
  }
  return found;
}

function isAtLeast({ pythonVersion: [major, minor] }: Evaluator, wanted: number): boolean {
  return major > 3 || minor >= wanted;
}

interface Caught {
  readonly frame: Frame;
  readonly value: Value;
  readonly tried: number;
}

/** The exceptions of `except` clauses; a builtin beside asyncio's own is there for the sake of another. */
function* caught(p: Evaluator, module: Module): Iterable<Caught> {
  const { summary } = module;
  for (let region = 0; region < summary.regionCount; region++) {
    const type = summary.regionValue(region);
    if (summary.regionKind(region) !== RegionKind.Except || type < 0) continue;
    const scope = summary.scopeOf(type);
    const frame = p.genericFrame(module, scope.id);
    const isTuple = summary.op(type) === Op.Display;
    const all = isTuple ? [...summary.list(summary.a(type))] : [type];
    const hasOwn = all.some((value) => (writtenPath(p, frame, value) ?? '').startsWith('asyncio.'));
    for (const value of all) {
      if (hasOwn && writtenPath(p, frame, value) === 'builtins.TimeoutError') continue;
      yield { frame, value, tried: summary.regionLink(region) };
    }
  }
}

function waitsIn(p: Evaluator, frame: Frame, tried: number): boolean {
  const { summary } = frame.module;
  for (const row of rowsIn(summary, frame.scope, tried)) {
    if (summary.op(row) !== Op.Call || !isLimit(p, frame, row)) continue;
    if (calleeNames(p, frame, summary.a(row)).some((name) => WAITS.test(name))) return true;
  }
  return false;
}
