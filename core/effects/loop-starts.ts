/** Calls that start an event loop and run it until something is done. */
import { Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { calleeNames, lastName } from './callee-names.ts';
import { calleeName } from './chain.ts';
import { suppressesRuntimeError } from './expects-error.ts';
import { onlyWithoutLoop } from './loop-guards.ts';
import { perModule } from './per-module.ts';

const LAST_NAME = /^(run|run_until_complete|run_forever|run_app)$/;

const STARTS =
  /^(asyncio(\.runners)?(\.Runner)?|anyio|anyio\._core\._eventloop|trio|trio\._core\._run|uvloop|uvicorn|uvicorn\.main)\.run$|^asyncio(\.\w+)*\.(Abstract|Base|)EventLoop\.run_(until_complete|forever)$|^aiohttp\.web\.run_app$/;

/** A call that starts a loop. */
export interface LoopStart {
  readonly call: Value;
  /** As people write it: `asyncio.run`. */
  readonly name: string;
  /** It stands in no branch. */
  readonly isSure: boolean;
}

export class LoopStarts {
  readonly #p: Evaluator;
  readonly #known = new Map<Frame, readonly LoopStart[]>();

  constructor(p: Evaluator) {
    this.#p = p;
  }

  /** Those in one function, save where no loop can be running. */
  in(frame: Frame): readonly LoopStart[] {
    let starts = this.#known.get(frame);
    if (!starts) this.#known.set(frame, (starts = this.#find(frame)));
    return starts;
  }

  #find(frame: Frame): LoopStart[] {
    const { summary } = frame.module;
    const found: LoopStart[] = [];
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (summary.op(row) !== Op.Call || !LAST_NAME.test(lastName(frame, summary.a(row)))) continue;
      if (!this.#p.runs(frame, summary.region(row)) || onlyWithoutLoop(this.#p, frame, row)) continue;
      const surely = this.#p.liveRegion(frame, summary.region(row));
      const isSure = surely === RegionKind.Body || surely === RegionKind.Try;
      // A library knows when it may start a loop: there, what stands in a branch is left to its judgement.
      if (!isSure && frame.module.origin !== 'workspace') continue;
      const names = calleeNames(this.#p, frame, summary.a(row));
      if (!names.some((name) => STARTS.test(name)) || suppressesRuntimeError(this.#p, frame, row)) continue;
      found.push({ call: row, name: calleeName(names.at(-1) ?? ''), isSure });
    }
    return found;
  }
}

/** Makes loops nest, so that nothing of what is said about nested loops holds any more. */
const PATCH = /^nest_asyncio\d?\.apply$/;

/** The calls of `nest_asyncio.apply` in a module. */
export const patches = perModule((module, p: Evaluator) => {
  const { summary } = module;
  if (!summary.data.imports.some((entry) => entry.module.startsWith('nest_asyncio'))) return [];
  const found: { frame: Frame; call: Value }[] = [];
  for (const scope of summary.scopes) {
    const frame = p.genericFrame(module, scope.id);
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.op(row) !== Op.Call) continue;
      if (calleeNames(p, frame, summary.a(row)).some((name) => PATCH.test(name)))
        found.push({ frame, call: row });
    }
  }
  return found;
});
