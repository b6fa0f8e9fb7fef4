/** What a function waits for and computes, with all that it calls, awaits and hands over: what a workflow is made of. */
import type { BlockingRecord, Catalogue } from '../knowledge/catalogue.ts';
import type { Alternative } from '../knowledge/pack.ts';
import { isStandardLibrary } from '../knowledge/standard-library.ts';
import { type ServiceKind, serviceBehind, serviceOf } from '../knowledge/services.ts';
import { ArgumentForm, Op, type Value } from '../model/summary.ts';
import { type CallSite, callSites } from '../program/call-sites.ts';
import { type CallTarget, frameOfCall, NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { alternatives } from '../program/types.ts';
import { calleeName } from './chain.ts';
import { verdict } from './leaves.ts';
import { isKept, runsOnce } from './once.ts';
import type { Reach } from './reach.ts';
import { isApart, repetitionOf } from './repetition.ts';

/** A call at the end of the program: what is behind it belongs to a library. */
export interface Leaf {
  readonly kind: ServiceKind;
  readonly library: string;
  /** It comes with Python. */
  readonly isStandard: boolean;
  /** As people write it: `requests.get`. */
  readonly name: string;
  readonly isAwaited: boolean;
  readonly gil: 'releases' | 'holds' | 'preemptible' | 'mixed' | undefined;
  readonly alternatives: readonly Alternative[];
}

/** What one call in a function leads to. */
interface Step {
  readonly call: Value;
  readonly to: Leaf | Frame;
  /** It runs on a worker: off the loop, if there is one. */
  readonly isOffloaded: boolean;
  readonly inLoop: boolean;
  readonly isIndependent: boolean;
}

/** A leaf as a workflow comes upon it. */
export interface Found {
  readonly leaf: Leaf;
  readonly frame: Frame;
  readonly call: Value;
  readonly inLoop: boolean;
  readonly isIndependent: boolean;
  readonly isOffloaded: boolean;
}

/** Where work begins: in a function, or in those rows of a module that are meant. */
export interface Root {
  readonly frame: Frame;
  /** It is run on an event loop, though it may be a plain function. */
  readonly onLoop: boolean;
  readonly isMeant: (row: Value) => boolean;
}

export interface Work {
  readonly found: readonly Found[];
  /** The functions that run, with whether they run on the event loop when the first does or is a coroutine. */
  readonly frames: ReadonlyMap<Frame, { readonly onLoop: boolean }>;
  /** Of these, those that lead to something that waits. */
  readonly waiting: ReadonlySet<Frame>;
  /** Calls of something unknown. */
  readonly unresolved: number;
}

/** Functions that one workflow is followed through. */
const BUDGET = 3000;

export class Works {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #reach: Reach;
  readonly #steps = new Map<Frame, readonly Step[]>();
  readonly #plain = new Map<Frame, readonly Step[]>();
  readonly #asks = new Map<Frame, boolean>();
  readonly #unresolved = new Map<Frame, number>();

  constructor(p: Evaluator, catalogue: Catalogue, reach: Reach) {
    this.#p = p;
    this.#catalogue = catalogue;
    this.#reach = reach;
  }

  /** All that runs from some functions on. */
  from(roots: readonly Root[]): Work {
    const frames = new Map<Frame, { onLoop: boolean }>();
    const found = new Map<string, Found>();
    const into = new Map<Frame, Frame[]>();
    let unresolved = 0;
    const queue = roots.map(({ frame, onLoop }): State => ({
      ...{ frame, inLoop: false, isIndependent: false, isOffloaded: false },
      onLoop: onLoop || frame.scope.isAsync,
    }));
    const meant = new Map(roots.map(({ frame, isMeant }) => [frame, isMeant]));
    const seen = new Set<string>();
    for (const state of queue) {
      const { frame } = state;
      if (seen.size > BUDGET || seen.has(keyOf(state))) continue;
      seen.add(keyOf(state));
      if (!frames.has(frame)) unresolved += this.#unresolvedIn(frame);
      frames.set(frame, { onLoop: state.onLoop || frames.get(frame)?.onLoop === true });
      for (const step of this.#stepsOf(frame)) {
        if (meant.get(frame)?.(step.call) === false) continue;
        const next = nextState(state, step);
        if ('kind' in step.to) {
          const isIndependent = next.isIndependent && FREE.has(step.to.kind);
          add(found, { leaf: step.to, frame, call: step.call, ...next, isIndependent });
          continue;
        }
        const callers = into.get(step.to);
        if (callers) callers.push(frame);
        else into.set(step.to, [frame]);
        queue.push({
          ...next,
          frame: step.to,
          onLoop: step.to.scope.isAsync || (state.onLoop && !next.isOffloaded),
        });
      }
    }
    const all = [...found.values()];
    return { found: all, frames, waiting: leadingTo(all, into), unresolved };
  }

  /** Whether a function itself goes round a loop of independent calls that ask somebody. */
  hasIndependentLoop(frame: Frame): boolean {
    return this.#plainSteps(frame).some(
      ({ to, inLoop, isIndependent }) =>
        inLoop && isIndependent && ('kind' in to ? FREE.has(to.kind) : this.#asksSomebody(to)),
    );
  }

  #stepsOf(frame: Frame): readonly Step[] {
    let steps = this.#steps.get(frame);
    if (!steps) {
      const plain = this.#plainSteps(frame);
      const apart = plain.filter((step) => !step.inLoop && this.#mayOverlap(frame, step));
      steps = plain.map((step) =>
        apart.includes(step) && apart.some(({ call }) => areApart(frame, step.call, call))
          ? { ...step, isIndependent: true }
          : step,
      );
      this.#steps.set(frame, steps);
    }
    return steps;
  }

  #plainSteps(frame: Frame): readonly Step[] {
    let steps = this.#plain.get(frame);
    if (!steps) {
      steps = inTheirLoops(callSites(this.#p, frame).flatMap((site) => this.#stepsAt(frame, site)));
      this.#plain.set(frame, steps);
    }
    return steps;
  }

  /** A call that asks for something over a connection of its own, and changes nothing by its name. */
  #mayOverlap(frame: Frame, { to, call }: Step): boolean {
    if (!isUsed(frame, call)) return false;
    if ('kind' in to) return FREE.has(to.kind) && (to.kind === 'llm' || !CHANGES.test(to.name));
    return to !== frame && !CHANGES.test(to.scope.name) && this.#asksSomebody(to);
  }

  #asksSomebody(frame: Frame): boolean {
    let asks = this.#asks.get(frame);
    if (asks === undefined) {
      // What comes back to itself adds nothing.
      this.#asks.set(frame, false);
      asks = this.#plainSteps(frame).some(({ to }) =>
        'kind' in to ? FREE.has(to.kind) : this.#asksSomebody(to),
      );
      this.#asks.set(frame, asks);
    }
    return asks;
  }

  #stepsAt(frame: Frame, site: CallSite): Step[] {
    const { inLoop, isIndependent } = repetitionOf(frame, site.value);
    const step = (to: Leaf | Frame, isOffloaded = false): Step => ({
      call: site.value,
      to,
      isOffloaded,
      inLoop,
      isIndependent,
    });
    const found: Step[] = [];
    // What is done once and remembered is no part of each run.
    if (runsOnce(frame, site.value)) return found;
    for (const target of site.targets) {
      found.push(
        ...this.#handedOver(frame, site, target).map((to) => ({ ...step(to, true), ...mapped(target) })),
      );
      const to = this.#leadsTo(frame, site, target);
      if (to === 'nothing') continue;
      found.push(...to.map((one) => step(one)));
      // The first that is known is meant.
      if (to.some((one) => 'kind' in one)) break;
    }
    return found;
  }

  #leadsTo(frame: Frame, site: CallSite, target: CallTarget): readonly (Leaf | Frame)[] | 'nothing' {
    const record =
      target.names.length > 0 ? verdict(this.#p, this.#catalogue, frame, site, target) : undefined;
    const isAwaited = site.awaited || target.mode === 'later';
    if (record === 'harmless') {
      // What never blocks may well be waited for.
      const awaited = isAwaited ? this.#awaitedLeaf(site, target, true) : undefined;
      return awaited ? [awaited] : 'nothing';
    }
    if (record) return leavesOf(record, isAwaited);
    if (target.frame && isKept(this.#p, target.frame)) return 'nothing';
    if (target.frame?.module.origin === 'workspace') return [target.frame];
    const own = this.#awaitedLeaf(site, target, isAwaited);
    if (own) return [own];
    return target.frame && target.mode === 'run' ? this.#throughPackage(target.frame) : 'nothing';
  }

  /** What is awaited of a library, by what the library talks to. */
  #awaitedLeaf(site: CallSite, { names, written }: CallTarget, isAwaited: boolean): Leaf | undefined {
    if (site.kind !== 'call') return undefined;
    const name = this.#catalogue.canonical(written ?? names[0] ?? '');
    // A constructor is entered, and waits for nothing yet.
    if (/(^|\.)_?[A-Z]\w*$/.test(name) || (!isAwaited && !ASYNC_CLASS.test(name))) return undefined;
    const kind = serviceOf(name);
    if (kind === undefined) return undefined;
    const [library = name] = name.split('.');
    return {
      kind,
      library,
      isStandard: library === 'asyncio',
      name: calleeName(name),
      isAwaited: true,
      gil: undefined,
      alternatives: [],
    };
  }

  /** A function of an installed package that blocks further down. */
  #throughPackage(frame: Frame): Leaf[] {
    if (frame.module.origin !== 'package') return [];
    this.#reach.ensure([frame]);
    return [...this.#reach.effects(frame).values()]
      .filter(
        ({ isOnce, confidence, kind }) =>
          !isOnce && confidence === 'certain' && (isWait(kind) || kind === 'cpu'),
      )
      .slice(0, 1)
      .map(({ kind, record }) => ({
        kind: serviceBehind(frame.module.name, kind),
        library: frame.module.name.split('.')[0] ?? record.library,
        isStandard: false,
        name: `${frame.module.name.split('.')[0] ?? ''}.${frame.scope.qualname}`,
        isAwaited: false,
        gil: record.gil,
        alternatives: [],
      }));
  }

  /** The program's functions that a call hands to a worker. */
  #handedOver(frame: Frame, site: CallSite, { names, written }: CallTarget): Frame[] {
    if (site.kind !== 'call') return [];
    const handover = this.#catalogue.handover(written === undefined ? names : [...names, written]);
    if (!handover || handover.to === 'loop') return [];
    const args = frame.module.summary.args(site.value);
    const positional = args.filter(({ form }) => form === ArgumentForm.Positional);
    const argument = args.find(({ keyword }) => keyword === handover.param) ?? positional[handover.position];
    if (!argument) return [];
    return alternatives(this.#p.typeOf(frame, argument.value)).flatMap((type) => {
      const callee = type.kind === 'partial' ? type.callee : type;
      if (callee.kind !== 'function' || callee.function.module.origin !== 'workspace') return [];
      return [frameOfCall(this.#p, callee, NO_ARGUMENTS)];
    });
  }

  #unresolvedIn(frame: Frame): number {
    let count = this.#unresolved.get(frame);
    if (count === undefined) {
      count = 0;
      const { summary } = frame.module;
      for (let row = frame.scope.first; row < frame.scope.end; row++) {
        if (summary.op(row) === Op.Call && this.#p.typeOf(frame, summary.a(row)).kind === 'unknown') count++;
      }
      this.#unresolved.set(frame, count);
    }
    return count;
  }
}

/** Kinds that keep the caller waiting for somebody else. */
export function isWait(kind: ServiceKind): boolean {
  return WAITS.has(kind);
}

const WAITS: ReadonlySet<ServiceKind> = new Set<ServiceKind>([
  'llm',
  'mcp',
  'network',
  'db',
  'subprocess',
  'sleep',
  'wait',
]);

const ASYNC_CLASS = /\.(Async\w+|\w+Async|aio|asyncio)\./;

/** What blocks by itself, in the words of whoever calls it. */
function leavesOf(
  { kinds: [kind], library, name, gil, alternatives: instead }: BlockingRecord,
  isAwaited: boolean,
): Leaf[] {
  if (kind === undefined) return [];
  const isStandard = isStandardLibrary(library);
  return [
    {
      kind: serviceBehind(name, kind),
      // Parts of the standard library go by what they are about; people know the module.
      library: isStandard ? (name.split('.')[0] ?? library) : library,
      isStandard,
      name: calleeName(name),
      isAwaited,
      gil,
      alternatives: instead,
    },
  ];
}

interface State {
  readonly frame: Frame;
  readonly onLoop: boolean;
  readonly inLoop: boolean;
  readonly isIndependent: boolean;
  readonly isOffloaded: boolean;
}

function keyOf({ frame, onLoop, inLoop, isIndependent, isOffloaded }: State): string {
  return [frame.id, onLoop, inLoop, isIndependent, isOffloaded].join(' ');
}

/** What is in a loop stays in it further down; it can overlap when the loop lets it, or its neighbours do. */
function nextState(state: State, step: Step): Pick<State, 'inLoop' | 'isIndependent' | 'isOffloaded'> {
  return {
    inLoop: state.inLoop || step.inLoop,
    isIndependent: state.isIndependent || step.isIndependent,
    isOffloaded: state.isOffloaded || step.isOffloaded,
  };
}

/** One call is one operation, however it is reached: the way on which most can overlap is told. */
function add(found: Map<string, Found>, one: Found): void {
  const key = `${one.frame.module.path} ${String(one.call)} ${one.leaf.name}`;
  const known = found.get(key);
  const rank = ({ inLoop, isIndependent }: Found) => Number(inLoop) + 2 * Number(isIndependent);
  if (!known || rank(one) > rank(known)) found.set(key, one);
}

/** `executor.map(f, xs)` calls it for each of them. */
function mapped({ names }: CallTarget): Partial<Step> {
  return names.some((name) => /\.(map|imap|imap_unordered|starmap)$/.test(name))
    ? { inLoop: true, isIndependent: true }
    : {};
}

/** Kinds of which several can be under way at once: a database is asked one thing at a time over a connection. */
const FREE: ReadonlySet<ServiceKind> = new Set<ServiceKind>(['llm', 'mcp', 'network']);

/** Calls that change something: their order may matter. */
const CHANGES =
  /(^|\.|_)(post|put|patch|delete|send|publish|write|save|insert|update|add|set|push|upload|remove|close|connect|start|stop|open|login|begin|commit|rollback|flush)(_\w+)?$/i;

/** A pause in a loop makes its turns wait for one another. */
function inTheirLoops(steps: readonly Step[]): Step[] {
  const pauses = steps.some(({ to, inLoop }) => 'kind' in to && to.kind === 'sleep' && inLoop);
  return steps.map((step) => ({ ...step, isIndependent: step.isIndependent && !pauses }));
}

/** Calls of which neither needs the other, and whose results are what they are made for. */
function areApart(frame: Frame, a: Value, b: Value): boolean {
  return a !== b && isApart(frame, Math.max(a, b), Math.min(a, b));
}

function isUsed({ module: { summary }, scope }: Frame, call: Value): boolean {
  for (let row = call; row < scope.end; row++) {
    if (summary.op(row) !== Op.Discard) continue;
    const value = summary.a(row);
    if (value === call || (summary.op(value) === Op.Await && summary.a(value) === call)) return false;
  }
  return true;
}

/** The functions from which something that waits is reached. */
function leadingTo(found: readonly Found[], into: ReadonlyMap<Frame, readonly Frame[]>): ReadonlySet<Frame> {
  const all = new Set(found.filter(({ leaf }) => isWait(leaf.kind)).map(({ frame }) => frame));
  for (const frame of all) for (const caller of into.get(frame) ?? []) all.add(caller);
  return all;
}
