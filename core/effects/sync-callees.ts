/** Sync functions that block, that only coroutines call, and that could await instead. */
import type { BlockingKind } from '../model/blocking-kind.ts';
import type { ChainHop } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import type { Scope } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { chainOf } from './chain.ts';
import { freeFunction } from './free-functions.ts';
import type { Overrides } from './overrides.ts';
import { type Effect, gravest, type Reach } from './reach.ts';
import { isTest } from './test-code.ts';
import type { Reference, References } from './function-references.ts';

export interface SyncCallee {
  readonly span: Span;
  readonly function: string;
  readonly kind: BlockingKind;
  /** From its own call down to the one that blocks. */
  readonly chain: readonly ChainHop[];
  /** How many calls in coroutines there are. */
  readonly uses: number;
  /** What can be awaited instead. */
  readonly instead: string;
}

/** Files have threads: what awaits them uses one all the same. */
const MAY_AWAIT: ReadonlySet<BlockingKind> = new Set(['sleep', 'wait', 'network', 'db', 'subprocess']);

export function syncCallees(
  p: Evaluator,
  overrides: Overrides,
  references: References,
  reach: Reach,
  module: Module,
): SyncCallee[] {
  const found: SyncCallee[] = [];
  if (isTest(module)) return found;
  for (const scope of module.summary.scopes) {
    if (scope.isAsync) continue;
    const symbol = freeFunction(p, overrides, module, scope);
    if (!symbol) continue;
    const uses = references.of(symbol);
    if (!uses || !areInCoroutines(uses)) continue;
    const frame = p.genericFrame(module, scope.id);
    reach.ensure([frame]);
    const worst = gravest([...reach.effects(frame).values()]);
    const instead = worst && awaitable(worst);
    if (worst?.confidence !== 'certain' || !MAY_AWAIT.has(worst.kind) || instead === undefined) continue;
    const { hops, throughPackage } = chainOf(reach, frame, worst);
    if (throughPackage || !isOnlyWayTo(references, reach, worst, new Set([scope]))) continue;
    const place = { span: scope.nameSpan, function: scope.qualname, kind: worst.kind };
    found.push({ ...place, chain: hops, uses: uses.length, instead });
  }
  return found;
}

function areInCoroutines(uses: readonly Reference[], along: ReadonlySet<Scope> = new Set()): boolean {
  return (
    uses.length > 0 &&
    uses.every(({ call, frame: { scope } }) => call !== undefined && (scope.isAsync || along.has(scope)))
  );
}

/** Whether everything on the way down could await as well: nothing else that is sync calls it. */
function isOnlyWayTo(
  references: References,
  reach: Reach,
  { next, kind }: Effect,
  along: Set<Scope>,
): boolean {
  if (!next) return true;
  const uses = next.function && references.of(next.function);
  const further = reach.effects(next).get(kind);
  if (!uses || !further || along.has(next.scope) || !areInCoroutines(uses, along)) return false;
  return isOnlyWayTo(references, reach, further, along.add(next.scope));
}

/** What takes the place of the call at the far end; a thread is no reason to make the function async. */
function awaitable({ record }: Effect): string | undefined {
  return record.alternatives.find(
    ({ shape, path }) => path !== undefined && /^(await-rename|ctor-swap|package-swap|loop-api)$/.test(shape),
  )?.path;
}
