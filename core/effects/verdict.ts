/** What is known of any function or call, whether it runs on the loop or not: it blocks, it never blocks, or nobody can tell. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import { Op, type Value } from '../model/summary.ts';
import type { ChainHop } from '../model/finding.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { calleeName, chainOf } from './chain.ts';
import { contractOf } from './contracts.ts';
import { gravest, type Reach } from './reach.ts';
import type { BlockingRecord } from '../knowledge/catalogue.ts';

export type Verdict =
  | { readonly kind: 'blocks'; readonly record: BlockingRecord; readonly chain: readonly ChainHop[] }
  | { readonly kind: 'never' }
  /** `unresolved`: calls on the way of which nobody knows what they run. */
  | { readonly kind: 'unsure'; readonly unresolved: number };

/** Judges functions one at a time; what one look has found serves the next. */
export class Verdicts {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #reach: Reach;
  readonly #known = new Map<Frame, Verdict>();

  constructor(p: Evaluator, catalogue: Catalogue, reach: Reach) {
    this.#p = p;
    this.#catalogue = catalogue;
    this.#reach = reach;
  }

  /** What calling a function does; of a coroutine, what running it does. */
  ofFunction(frame: Frame): Verdict {
    let verdict = this.#known.get(frame);
    if (!verdict) this.#known.set(frame, (verdict = declared(frame) ?? this.#judge(frame, undefined)));
    return verdict;
  }

  /** What one call in a function does. */
  ofCall(frame: Frame, call: Value): Verdict {
    return this.#judge(frame, call);
  }

  #judge(frame: Frame, call: Value | undefined): Verdict {
    const reach = this.#reach;
    reach.ensure([frame]);
    const edges = reach.edges(frame).filter(({ site }) => call === undefined || site.value === call);
    const worst = gravest(edges.flatMap((edge) => reach.effectsOf(edge)));
    if (worst) return { kind: 'blocks', record: worst.record, chain: chainOf(reach, frame, worst).hops };
    const behind = reach.behind(
      call === undefined ? [frame] : edges.flatMap(({ to }) => ('kinds' in to ? [] : [to])),
    );
    const own = call !== undefined && edges.length === 0 && this.#isUnresolved(frame, call) ? 1 : 0;
    let unresolved = own;
    for (const each of behind) unresolved += this.#unresolvedIn(each);
    return unresolved === 0 ? { kind: 'never' } : { kind: 'unsure', unresolved };
  }

  #unresolvedIn(frame: Frame): number {
    const { summary } = frame.module;
    let count = 0;
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (summary.op(row) === Op.Call && this.#isUnresolved(frame, row)) count++;
    }
    return count;
  }

  /** A call of something unknown, or of a library that was neither read nor described. */
  #isUnresolved(frame: Frame, call: Value): boolean {
    const type = this.#p.typeOf(frame, frame.module.summary.a(call));
    if (type.kind === 'unknown') return true;
    return type.kind === 'external' && !this.#catalogue.harmless([type.path]);
  }
}

/** What a comment on a function says of it. */
function declared({ module, scope }: Frame): Verdict | undefined {
  const contract = contractOf({ module, scope });
  if (contract === undefined || contract === 'nonblocking') return contract && { kind: 'never' };
  const { path } = module;
  const hop = { path, span: scope.nameSpan, function: scope.qualname, callee: calleeName(contract.name) };
  return { kind: 'blocks', record: contract, chain: [hop] };
}
