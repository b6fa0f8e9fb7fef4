/** Code that runs only when no event loop does: `try: get_running_loop()` … `except RuntimeError`. */
import { Op, RegionKind, type RegionId, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { writtenPath } from '../program/names.ts';

const ASKS_FOR_LOOP =
  /^(asyncio|asyncio\.events)\.(get_running_loop|current_task)$|^sniffio\.current_async_library$/;

export function onlyWithoutLoop(p: Evaluator, frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  for (let at = summary.region(value); at >= 0; at = summary.regionParent(at)) {
    if (summary.regionKind(at) === RegionKind.Except && asksForLoop(p, frame, summary.regionLink(at)))
      return true;
  }
  return false;
}

function asksForLoop(p: Evaluator, frame: Frame, region: RegionId): boolean {
  const { summary } = frame.module;
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    if (summary.op(row) !== Op.Call || !isInside(frame, summary.region(row), region)) continue;
    const path = writtenPath(p, frame, summary.a(row));
    if (path !== undefined && ASKS_FOR_LOOP.test(path)) return true;
  }
  return false;
}

function isInside({ module: { summary } }: Frame, region: RegionId, outer: RegionId): boolean {
  for (let at = region; at >= 0; at = summary.regionParent(at)) if (at === outer) return true;
  return false;
}
