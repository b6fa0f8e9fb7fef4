/** The ways on from a function: calls that block by themselves, and calls that lead to another function. */
import type { BlockingRecord, Catalogue } from '../knowledge/catalogue.ts';
import type { Confidence } from '../model/finding.ts';
import { Op, RegionKind } from '../model/summary.ts';
import { callSites, type CallSite } from '../program/call-sites.ts';
import type { CallTarget } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { alternatives, type Type } from '../program/types.ts';
import { contractOf } from './contracts.ts';
import { verdict } from './leaves.ts';
import { onlyWithoutLoop } from './loop-guards.ts';
import { isKept, runsOnce } from './once.ts';
import { guessed } from './guesses.ts';
import { decoratorNames } from './decorator-names.ts';

export interface Edge {
  readonly from: Frame;
  readonly site: CallSite;
  readonly to: Frame | BlockingRecord;
  /** Less than certain when the site may mean something else too; possible when only a name speaks for it. */
  readonly confidence: Confidence;
  /** What it leads to runs once and is remembered. */
  readonly isOnce: boolean;
}

export interface EdgeOptions {
  readonly followPackages: boolean;
  /** Calls of unknown things are taken for what their names say. */
  readonly guesses: boolean;
}

export class Edges {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #options: EdgeOptions;

  constructor(p: Evaluator, catalogue: Catalogue, options: EdgeOptions) {
    this.#p = p;
    this.#catalogue = catalogue;
    this.#options = options;
  }

  from(frame: Frame): Edge[] {
    const edges: Edge[] = [];
    if (contractOf(frame) === 'nonblocking') return edges;
    for (const site of callSites(this.#p, frame)) {
      if (onlyWithoutLoop(this.#p, frame, site.value)) continue;
      for (const to of this.#leadsTo(frame, site)) {
        const isOnce = runsOnce(frame, site.value) || (!('kinds' in to) && isKept(this.#p, to));
        edges.push({ from: frame, site, to, confidence: site.choices > 1 ? 'likely' : 'certain', isOnce });
      }
      const guess = this.#options.guesses ? guessed(this.#p, this.#catalogue, frame, site) : undefined;
      if (guess) edges.push({ from: frame, site, to: guess, confidence: 'possible', isOnce: false });
    }
    return edges;
  }

  #leadsTo(frame: Frame, site: CallSite): (Frame | BlockingRecord)[] {
    const found: (Frame | BlockingRecord)[] = [];
    for (const target of this.#meant(frame, site)) {
      const known = this.#known(frame, site, target);
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

  /** Of what a call may lead to, what it does where it stands. */
  #meant(frame: Frame, site: CallSite): readonly CallTarget[] {
    const { targets, awaited } = site;
    // Of what may be meant by something that is awaited, the coroutine is, or what surely gives one.
    if (awaited && targets.some(({ mode }) => mode === 'later'))
      return targets.filter((target) => target.frame && isAwaitable(this.#p.returnType(target.frame)));
    return this.#isFitting(frame, site) ? targets.filter(({ mode }) => mode !== 'run') : targets;
  }

  /** `(read if is_sync else aread)()`: who chooses between a plain function and a coroutine function takes the one that fits. */
  #isFitting(frame: Frame, { kind, value }: CallSite): boolean {
    const { summary } = frame.module;
    const callee = summary.a(value);
    if (kind !== 'call' || summary.op(callee) !== Op.Choice) return false;
    return [...summary.list(summary.a(callee))].some((one) =>
      alternatives(this.#p.typeOf(frame, one)).some(makesCoroutine),
    );
  }

  /** What is said of a target: by its author on the function itself, or by the catalogue. */
  #known(frame: Frame, site: CallSite, target: CallTarget): BlockingRecord | 'harmless' | undefined {
    const contract = target.frame && contractOf(target.frame);
    if (contract === 'nonblocking') return 'harmless';
    if (contract && target.mode === 'run') return contract;
    return target.names.length > 0 ? verdict(this.#p, this.#catalogue, frame, site, target) : undefined;
  }

  #follows(target: CallTarget, frame: Frame, site: CallSite): boolean {
    const { origin } = frame.module;
    if (target.mode !== 'run' || (origin === 'package' && !this.#options.followPackages)) return false;
    // One of several is meant by what is awaited when it surely gives what can be.
    const fits = site.choices > 1 ? isAwaitable(this.#p.returnType(frame)) : mayGiveAwaitable(this.#p, frame);
    if (site.awaited && !fits) return false;
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
 * returns here a coroutine and there something else asks first whether a loop runs: its other way is not taken here.
 */
function mayGiveAwaitable(p: Evaluator, frame: Frame): boolean {
  const { summary } = frame.module;
  let coroutines = 0;
  let others = 0;
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    if (summary.op(row) !== Op.Return || summary.a(row) < 0) continue;
    if (isAwaitable(p.typeOf(frame, summary.a(row)))) coroutines++;
    else others++;
  }
  if (coroutines > 0 && others > 0) return false;
  return alternatives(p.returnType(frame)).every(
    (type) => type.kind !== 'none' && type.kind !== 'tuple' && !isPlain(type),
  );
}

function isPlain(type: Type): boolean {
  return type.kind === 'instance' && type.class.module.name === 'builtins';
}

function isAwaitable(type: Type): boolean {
  const members = alternatives(type);
  return members.length > 0 && members.every((member) => member.kind === 'coroutine' || isFuture(member));
}

/** A coroutine function, or what is declared to be one. */
function makesCoroutine(type: Type): boolean {
  return type.kind === 'function'
    ? type.function.scope.isAsync
    : type.kind === 'callable' && isAwaitable(type.result);
}

function isFuture(type: Type): boolean {
  return type.kind === 'instance' && /\.(Coroutine|Awaitable|Future|Task)$/.test(type.class.name);
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
