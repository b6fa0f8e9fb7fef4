/** Event loops that are started where one is running already: on the spot, or behind plain functions. */
import type { ChainHop, Confidence, Via } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import type { Value } from '../model/summary.ts';
import type { CallSite } from '../program/call-sites.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { expectsError } from './expects-error.ts';
import type { LoopStart } from './loop-starts.ts';
import type { Reach } from './reach.ts';
import { displayName } from './scopes.ts';

export interface NestedLoop {
  readonly span: Span;
  readonly function: string;
  /** From the call in the code on the loop down to the one that starts another. */
  readonly chain: readonly ChainHop[];
  readonly via: Via;
  /** Why it may be otherwise; empty when it is certain. */
  readonly reason: string;
}

/** Finds the calls of a function that start a loop, of one kind or another. */
export interface Starts {
  in(frame: Frame): readonly LoopStart[];
}

/** The way from a function to the nearest start of a loop. */
type Way =
  | { readonly start: LoopStart }
  | { readonly site: CallSite; readonly next: Frame; readonly confidence: Confidence };

export class NestedLoops {
  readonly #p: Evaluator;
  readonly #starts: Starts;
  readonly #reach: Reach;
  /** The next step towards a start; undefined for functions behind which there is none. */
  readonly #ways = new Map<Frame, Way | undefined>();

  constructor(p: Evaluator, starts: Starts, reach: Reach) {
    this.#p = p;
    this.#starts = starts;
    this.#reach = reach;
  }

  /** The starts behind the code of functions that run on a loop. */
  behind(roots: readonly Frame[]): NestedLoop[] {
    this.#reach.ensure(roots);
    return roots.flatMap((root) => this.#in(root));
  }

  #in(root: Frame): NestedLoop[] {
    const { summary } = root.module;
    const isMeant = (call: Value) => expectsError(this.#p, root, call);
    const found = this.#starts
      .in(root)
      .filter(({ call }) => !isMeant(call))
      .map((start) => this.#nested(root, { start }));
    const known = new Set(found.map(({ span }) => span.start));
    for (const { site, to, confidence } of this.#reach.edges(root)) {
      if ('kinds' in to || known.has(summary.start(site.value)) || !this.#leads(to) || isMeant(site.value))
        continue;
      known.add(summary.start(site.value));
      found.push(this.#nested(root, { site, next: to, confidence }));
    }
    return found;
  }

  /** Whether a loop is started behind a function; searched by breadth, so that the way is the shortest. */
  #leads(from: Frame): boolean {
    if (this.#ways.has(from)) return this.#ways.get(from) !== undefined;
    const into = new Map<Frame, { readonly by: Frame; readonly way: Way }>();
    const seen = new Set([from]);
    for (const frame of seen) {
      const [start] = this.#starts.in(frame);
      const end: Way | undefined = start ? { start } : this.#ways.get(frame);
      if (end) {
        this.#ways.set(frame, end);
        for (let step = into.get(frame); step; step = into.get(step.by)) this.#ways.set(step.by, step.way);
        return true;
      }
      if (this.#ways.has(frame)) continue;
      for (const { site, to, confidence } of this.#reach.edges(frame)) {
        if ('kinds' in to || seen.has(to)) continue;
        seen.add(to);
        into.set(to, { by: frame, way: { site, next: to, confidence } });
      }
    }
    for (const frame of seen) this.#ways.set(frame, undefined);
    return false;
  }

  #nested(root: Frame, first: Way): NestedLoop {
    const chain: ChainHop[] = [];
    let via: Via = 'direct';
    let reason = '';
    let at = root;
    let way: Way | undefined = first;
    while (way) {
      const { module, scope } = at;
      const value = 'start' in way ? way.start.call : way.site.value;
      const callee = 'start' in way ? way.start.name : displayName(way.next);
      chain.push({ path: module.path, span: module.summary.span(value), function: scope.qualname, callee });
      if ('start' in way) {
        if (!way.start.isSure) reason ||= 'the loop is started in one branch only';
        break;
      }
      if (way.confidence !== 'certain') reason = 'one of the calls on the way may mean something else too';
      via = via === 'package' || way.next.module.origin === 'package' ? 'package' : 'project';
      at = way.next;
      way = this.#ways.get(at);
    }
    const [hop] = chain;
    return { span: hop?.span ?? root.scope.nameSpan, function: root.scope.qualname, chain, via, reason };
  }
}
