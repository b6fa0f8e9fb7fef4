/** Objects that belong to an event loop and are made when a module is imported, before the loop that will run it. */
import { Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { calleeName } from './chain.ts';
import type { LoopStarts } from './loop-starts.ts';
import { named, namedCalls, type Spot, spotOf } from './named-calls.ts';
import { regionAround } from './regions.ts';

export interface ImportTimeLoop extends Spot {
  /** What is called, as people write it. */
  readonly callee: string;
  readonly kind: 'loop' | 'future' | 'session' | 'primitive';
}

const SIEVE =
  /^(get_event_loop|create_future|create_task|ensure_future|Future|ClientSession|Lock|Event|Condition|Semaphore|BoundedSemaphore|Queue|LifoQueue|PriorityQueue)$/;

const KINDS: readonly (readonly [ImportTimeLoop['kind'], RegExp])[] = [
  ['loop', /^asyncio\.([a-z_]\w*\.)?get_event_loop$/],
  [
    'future',
    /^asyncio\.(([a-z_]\w*\.)?(create_task|ensure_future|Future)|([a-z_]\w*\.)?\w*EventLoop\.create_(task|future))$|^_asyncio\.Future$/,
  ],
  ['session', /^aiohttp\.(client\.)?ClientSession$/],
  ['primitive', /^asyncio\.([a-z_]\w*\.)?(Lock|Event|Condition|(Bounded)?Semaphore|(Lifo|Priority)?Queue)$/],
];

/** From here on these find their loop when they are first waited for. */
const LAZY_PRIMITIVES = [3, 10] as const;

export function importTimeLoops(p: Evaluator, starts: LoopStarts, module: Module): ImportTimeLoop[] {
  // A script that runs its loop itself, and the cells of a notebook, have no other time to make these.
  if (module.summary.data.cells.length > 0) return [];
  const found: ImportTimeLoop[] = [];
  let isScript: boolean | undefined;
  for (const { frame, call, names } of namedCalls(p, module, SIEVE, named(/./))) {
    if (!runsAtImport(module, frame.scope.id) || isUnderMainGuard(module, call)) continue;
    const kind = KINDS.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0];
    if (kind === undefined || (kind === 'primitive' && isLazy(p))) continue;
    if (kind === 'loop' && isHandedOn(module, call)) continue;
    isScript ??= starts.in(p.moduleFrame(module)).some((start) => !isUnderMainGuard(module, start.call));
    if (isScript) break;
    found.push({ ...spotOf(frame, call), callee: calleeName(names.at(-1) ?? ''), kind });
  }
  return found;
}

function isLazy({ pythonVersion: [major, minor] }: Evaluator): boolean {
  return major > LAZY_PRIMITIVES[0] || minor >= LAZY_PRIMITIVES[1];
}

/** `install(get_event_loop())`: whoever gets it may well run it. */
function isHandedOn({ summary }: Module, loop: Value): boolean {
  for (let row = 0; row < summary.size; row++) {
    if (summary.op(row) === Op.Call && summary.args(row).some(({ value }) => value === loop)) return true;
  }
  return false;
}

/** The body of the module, and those of classes in it. */
function runsAtImport({ summary }: Module, id: number): boolean {
  for (let scope = summary.scope(id); ; scope = summary.scope(scope.parent)) {
    if (scope.kind === 'module') return true;
    if (scope.kind !== 'class') return false;
  }
}

/** `if __name__ == "__main__":` */
export function isUnderMainGuard({ summary }: Module, value: Value): boolean {
  const guard = regionAround(summary, value, (region) => {
    const kind = summary.regionKind(region);
    const test = summary.regionValue(region);
    if (kind !== RegionKind.Then || summary.op(test) !== Op.Compare) return false;
    return [...summary.list(summary.a(test))].some(
      (part) => summary.op(part) === Op.Lookup && summary.string(summary.a(part)) === '__name__',
    );
  });
  return guard >= 0;
}
