/** What blocks behind each function, by the shortest chain: a fixpoint over the calls that are made on the event loop. */
import type { BlockingRecord } from '../knowledge/catalogue.ts';
import { BLOCKING_KINDS, type BlockingKind } from '../model/blocking-kind.ts';
import { type Confidence, CONFIDENCES } from '../model/finding.ts';
import type { CallSite } from '../program/call-sites.ts';
import type { Frame } from '../program/frame.ts';
import type { Edge, Edges } from './edges.ts';
import { type Limits, LIMITS, PackageBudget } from './package-budget.ts';

/** How a function comes to block in one way: the call to follow, and how far it is. */
export interface Effect {
  readonly kind: BlockingKind;
  readonly site: CallSite;
  /** The function that the call leads to; undefined when it blocks by itself. */
  readonly next: Frame | undefined;
  readonly record: BlockingRecord;
  /** Calls from here down to the one that blocks, this one included. */
  readonly distance: number;
  readonly confidence: Confidence;
  /** Something on the way is done once and remembered. */
  readonly isOnce: boolean;
}

export type Effects = ReadonlyMap<BlockingKind, Effect>;

const NOTHING: Effects = new Map();

export class Reach {
  readonly #calls: Pick<Edges, 'from'>;
  readonly #limits: Limits;
  readonly #out = new Map<Frame, readonly Edge[]>();
  readonly #into = new Map<Frame, Edge[]>();
  readonly #effects = new Map<Frame, Map<BlockingKind, Effect>>();

  constructor(calls: Pick<Edges, 'from'>, limits = LIMITS) {
    this.#calls = calls;
    this.#limits = limits;
  }

  /** What blocks behind a call of this function; nothing for a coroutine, which answers for itself. */
  effects(frame: Frame): Effects {
    return this.#effects.get(frame) ?? NOTHING;
  }

  /** These functions and all that they call, directly or not. */
  behind(frames: readonly Frame[]): ReadonlySet<Frame> {
    const all = new Set(frames);
    // A Set visits what is added while it is walked.
    for (const frame of all) for (const { to } of this.edges(frame)) if (!('kinds' in to)) all.add(to);
    return all;
  }

  /** The ways on from a function, site by site. */
  edges(frame: Frame): readonly Edge[] {
    return this.#out.get(frame) ?? [];
  }

  /** The effects of one edge, as seen from the function that it starts in. */
  effectsOf(edge: Edge): Effect[] {
    const { site, to, confidence, isOnce } = edge;
    if ('kinds' in to) {
      return to.kinds.map((kind) => ({
        kind,
        site,
        next: undefined,
        record: to,
        distance: 1,
        confidence:
          to.when === 'branch' ? lesser(confidence, isGuess(to) ? 'possible' : 'likely') : confidence,
        isOnce: isOnce || to.when === 'first-call',
      }));
    }
    return [...this.effects(to).values()].map((effect) => ({
      kind: effect.kind,
      site,
      next: to,
      record: effect.record,
      distance: effect.distance + 1,
      confidence: lesser(effect.confidence, confidence),
      isOnce: effect.isOnce || isOnce,
    }));
  }

  /** Looks at functions that were not looked at yet, and at all that runs when they do. */
  ensure(roots: Iterable<Frame>): void {
    const found: Frame[] = [];
    for (const root of roots) this.#explore(root, found);
    if (found.length > 0) this.#propagate(found);
  }

  /** Collects the calls of everything that runs when `root` does. */
  #explore(root: Frame, found: Frame[]): void {
    const budget = new PackageBudget(this.#limits);
    const queue = [root];
    for (const frame of queue) {
      if (this.#out.has(frame)) continue;
      if (frame.module.origin === 'package' && !budget.takes(frame.module)) continue;
      const edges = this.#calls.from(frame);
      this.#out.set(frame, edges);
      found.push(frame);
      for (const edge of edges) {
        if ('kinds' in edge.to) continue;
        const into = this.#into.get(edge.to);
        if (into) into.push(edge);
        else this.#into.set(edge.to, [edge]);
        queue.push(edge.to);
      }
    }
  }

  /**
   * Outwards from the blocking calls by distance, so that the first chain to reach a function is its shortest. What
   * was settled before stays: all that a function calls is looked at with it. Sure chains go first: a longer one that
   * is certain beats a shorter one that is not.
   */
  #propagate(found: readonly Frame[]): void {
    for (const confidence of CONFIDENCES) {
      const byDistance: { edge: Edge; effect: Effect }[][] = [];
      const offer = (edge: Edge): void => {
        // A coroutine answers for itself.
        if (edge.from.scope.isAsync) return;
        for (const effect of this.effectsOf(edge)) {
          if (effect.confidence !== confidence || this.#effects.get(edge.from)?.has(effect.kind)) continue;
          (byDistance[effect.distance] ??= []).push({ edge, effect });
        }
      };
      for (const frame of found) this.edges(frame).forEach(offer);
      // Offers of one distance add offers of the next.
      for (let distance = 1; distance < byDistance.length; distance++) {
        for (const { edge, effect } of byDistance[distance] ?? []) {
          if (this.#settle(edge.from, effect)) this.#into.get(edge.from)?.forEach(offer);
        }
      }
    }
  }

  #settle(frame: Frame, effect: Effect): boolean {
    let known = this.#effects.get(frame);
    if (!known) this.#effects.set(frame, (known = new Map<BlockingKind, Effect>()));
    if (known.has(effect.kind)) return false;
    known.set(effect.kind, effect);
    return true;
  }
}

/** A chain is no surer than its weakest link. */
function lesser(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) > CONFIDENCES.indexOf(b) ? a : b;
}

/** The gravest of several effects; the shortest chain where they are equally grave. */
export function gravest(effects: readonly Effect[]): Effect | undefined {
  let best: Effect | undefined;
  for (const effect of effects) {
    if (
      !best ||
      rank(effect) < rank(best) ||
      (rank(effect) === rank(best) && effect.distance < best.distance)
    ) {
      best = effect;
    }
  }
  return best;
}

function rank({ kind, confidence, record }: Effect): number {
  // A module is mostly there by now: whatever else blocks tells more, be it less sure.
  const sureness =
    kind === 'import' && record.when === 'first-call' ? CONFIDENCES.length : CONFIDENCES.indexOf(confidence);
  return BLOCKING_KINDS.indexOf(kind) + sureness * BLOCKING_KINDS.length;
}

/** Derived from code that blocks under some condition, of which nobody has said how often it holds. */
function isGuess({ when, evidence }: BlockingRecord): boolean {
  return when === 'branch' && evidence === 'static';
}

export type { Edge } from './edges.ts';
