/** The ways on from a function: calls that block by themselves, and calls that lead to another function. */
import type { BlockingRecord, Catalogue } from '../knowledge/catalogue.ts';
import { Op, RegionKind } from '../model/summary.ts';
import { callSites, type CallSite } from '../program/call-sites.ts';
import type { CallTarget } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { alternatives, type Type } from '../program/types.ts';
import { verdict } from './leaves.ts';
import { onlyWithoutLoop } from './loop-guards.ts';
import { isKept, runsOnce } from './once.ts';
import { decoratorNames } from './decorator-names.ts';

export interface Edge {
  readonly from: Frame;
  readonly site: CallSite;
  readonly to: Frame | BlockingRecord;
  /** The site may mean something else too. */
  readonly isChoice: boolean;
  /** What it leads to runs once and is remembered. */
  readonly isOnce: boolean;
}

export class Edges {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #followPackages: boolean;

  constructor(p: Evaluator, catalogue: Catalogue, followPackages: boolean) {
    this.#p = p;
    this.#catalogue = catalogue;
    this.#followPackages = followPackages;
  }

  from(frame: Frame): Edge[] {
    const edges: Edge[] = [];
    for (const site of callSites(this.#p, frame)) {
      if (onlyWithoutLoop(this.#p, frame, site.value)) continue;
      for (const to of this.#leadsTo(frame, site)) {
        const isOnce = runsOnce(frame, site.value) || (!('kinds' in to) && isKept(this.#p, to));
        edges.push({ from: frame, site, to, isChoice: site.choices > 1, isOnce });
      }
    }
    return edges;
  }

  #leadsTo(frame: Frame, site: CallSite): (Frame | BlockingRecord)[] {
    const found: (Frame | BlockingRecord)[] = [];
    // Of what may be meant by something that is awaited, the coroutine is.
    if (site.awaited && site.targets.some(({ mode }) => mode === 'later')) return found;
    for (const target of site.targets) {
      const known =
        target.names.length > 0 ? verdict(this.#p, this.#catalogue, frame, site, target) : undefined;
      if (known === 'harmless') {
        // A constructor that is known runs nothing else that matters.
        if (target.mode === 'run' && target.frame === undefined && site.kind === 'call') break;
        continue;
      }
      if (known) {
        // What is awaited is no blocking call, whatever its name suggests.
        if (!site.awaited && !isAwaitedInside(frame, site, known)) found.push(known);
        break;
      }
      if (target.frame && this.#follows(target, target.frame, site)) found.push(target.frame);
    }
    return found;
  }

  #follows(target: CallTarget, frame: Frame, site: CallSite): boolean {
    const { origin } = frame.module;
    if (target.mode !== 'run' || (origin === 'package' && !this.#followPackages)) return false;
    if (site.awaited && !givesAwaitable(this.#p, this.#p.returnType(frame))) return false;
    return !this.#runsElsewhere(frame);
  }

  /** `@sync_to_async def read(): …`: the decorator hands the body to a thread. */
  #runsElsewhere({ function: symbol }: Frame): boolean {
    if (!symbol || symbol.scope.decorators.length === 0) return false;
    return decoratorNames(this.#p, symbol).some((names) => {
      const handover = this.#catalogue.handover(names);
      return handover?.wraps === true && handover.to !== 'loop' && handover.to !== 'here';
    });
  }
}

/**
 * Whether what a sync function returns can be awaited, so that the call in `await f()` can mean it. A function that
 * returns now a coroutine and now a plain value asks first whether a loop runs: its other way is not taken here.
 */
function givesAwaitable(p: Evaluator, type: Type): boolean {
  const members = alternatives(type);
  if (members.length > 1 && members.some(({ kind }) => kind === 'coroutine')) {
    return members.every(({ kind }) => kind === 'coroutine');
  }
  return members.every((member) => {
    if (member.kind === 'none' || member.kind === 'tuple') return false;
    return member.kind !== 'instance' || member.class.module.name !== 'builtins';
  });
}

/** `with ThreadPoolExecutor() as pool: await …`: what would be waited for at the end has been awaited. */
function isAwaitedInside(
  { module: { summary }, scope }: Frame,
  site: CallSite,
  { kinds }: BlockingRecord,
): boolean {
  if (site.kind !== 'exit' || kinds[0] !== 'wait') return false;
  const { start, end } = summary.span(site.value);
  for (let row = scope.first; row < scope.end; row++) {
    if (summary.op(row) !== Op.Await) continue;
    for (let at = summary.region(row); at >= 0; at = summary.regionParent(at)) {
      if (summary.regionKind(at) !== RegionKind.With) continue;
      const entered = summary.regionValue(at);
      if (summary.start(entered) === start && summary.end(entered) === end) return true;
    }
  }
  return false;
}
