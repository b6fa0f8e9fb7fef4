/** Work in the wrong pool: what holds the GIL in threads, what cannot reach a process, pools and fan-outs by hand. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Gil } from '../knowledge/pack.ts';
import type { Span } from '../model/span.ts';
import { Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import type { FunctionType } from '../program/types.ts';
import { calleeNames, lastName } from './callee-names.ts';
import { calleeName } from './chain.ts';
import { bodyOf, givenFunctions, isProcessPool, type Offload, offloadsIn } from './offloads.ts';
import type { Reach } from './reach.ts';
import { loopAround } from './enclosing-loops.ts';
import { displayName } from './scopes.ts';

export interface WrongPool {
  readonly span: Span;
  readonly function: string;
  readonly kind: 'holds' | 'fan-out' | 'by-hand';
  /** What does the work, as people would name it. */
  readonly work: string;
}

export interface ProcessMisuse {
  readonly span: Span;
  readonly function: string;
  readonly kind: 'lambda' | 'nested' | 'method' | 'pool-per-call';
  readonly name: string;
}

const THREAD = /^threading\.Thread(\.__init__)?$/;
const QUEUE = /^queue\.\w*Queue(\.__init__)?$/;
/** A process of its own is forked with all it needs, at least where processes are forked. */
const POOLED = /Pool|run_in_executor|to_process|cpu_bound/;

export class Pools {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #reach: Reach;

  constructor(p: Evaluator, catalogue: Catalogue, reach: Reach) {
    this.#p = p;
    this.#catalogue = catalogue;
    this.#reach = reach;
  }

  wrongIn(module: Module): WrongPool[] {
    const { summary } = module;
    return summary.scopes.flatMap((scope) => {
      const frame = this.#p.genericFrame(module, scope.id);
      const offloads = offloadsIn(this.#p, this.#catalogue, frame);
      return [
        ...offloads.flatMap((offload) => this.#inThread(frame, offload) ?? []),
        ...(scope.isAsync ? [] : this.#byHand(frame, offloads)),
      ];
    });
  }

  misusesIn(module: Module, onLoop: readonly Frame[]): ProcessMisuse[] {
    const { summary } = module;
    const roots = new Set(onLoop.map(({ scope }) => scope));
    return summary.scopes.flatMap((scope) => {
      const frame = this.#p.genericFrame(module, scope.id);
      const offloads = offloadsIn(this.#p, this.#catalogue, frame);
      const isServing = roots.has(scope) && scope.name !== 'main';
      return [
        ...offloads.flatMap((offload) => this.#unpicklable(frame, offload) ?? []),
        ...this.#poolsIn(frame, isServing),
      ];
    });
  }

  /** What never lets another thread run, in a thread; or what seldom does, in many. */
  #inThread(frame: Frame, { to, given, call, names }: Offload): WrongPool | undefined {
    if (to !== 'worker' || names.some((name) => THREAD.test(name))) return undefined;
    const place = { span: frame.module.summary.span(call), function: frame.scope.qualname };
    const isMany = loopAround(frame.module.summary, call) !== undefined;
    for (const [gil, work] of this.#works(frame, given)) {
      if (gil === 'holds') return { ...place, kind: 'holds', work };
      if (gil === 'preemptible' && isMany) return { ...place, kind: 'fan-out', work };
    }
    return undefined;
  }

  /** What is done to the GIL by each function that may be meant. */
  #works(frame: Frame, given: Value): (readonly [Gil | undefined, string])[] {
    const functions = givenFunctions(this.#p, frame, given).map((type) => this.#gilOf(type));
    const type = this.#p.typeOf(frame, given);
    return type.kind === 'external' ? [this.#knownGil([type.path]) ?? [undefined, '']] : functions;
  }

  #knownGil(names: readonly string[]): readonly [Gil | undefined, string] | undefined {
    const record = this.#catalogue.blocking(names);
    return record && [record.kinds.includes('cpu') ? record.gil : undefined, calleeName(record.name)];
  }

  #gilOf(type: FunctionType): readonly [Gil | undefined, string] {
    const known = this.#knownGil(this.#p.namesOf(type));
    if (known) return known;
    const body = bodyOf(this.#p, type);
    if (!body) return [undefined, ''];
    this.#reach.ensure([body]);
    const effect = this.#reach.effects(body).get('cpu');
    return effect?.confidence === 'certain'
      ? [effect.record.gil, calleeName(effect.record.name)]
      : [undefined, ''];
  }

  /** Threads that are made in a loop, with a queue for what they bring back from the network. */
  #byHand(frame: Frame, offloads: readonly Offload[]): WrongPool[] {
    const { summary } = frame.module;
    const threads = offloads.filter(
      ({ names, call }) => names.some((name) => THREAD.test(name)) && loopAround(summary, call) !== undefined,
    );
    const [first] = threads;
    if (!first || !this.#makesQueue(frame)) return [];
    const waits = givenFunctions(this.#p, frame, first.given).find((type) => this.#waits(type));
    if (!waits) return [];
    const place = { span: summary.span(first.call), function: frame.scope.qualname };
    return [{ ...place, kind: 'by-hand', work: displayName(waits.function) }];
  }

  #makesQueue(frame: Frame): boolean {
    const { summary } = frame.module;
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (summary.op(row) !== Op.Call || !lastName(frame, summary.a(row)).endsWith('Queue')) continue;
      if (calleeNames(this.#p, frame, summary.a(row)).some((name) => QUEUE.test(name))) return true;
    }
    return false;
  }

  #waits(type: FunctionType): boolean {
    const direct = this.#catalogue.blocking(this.#p.namesOf(type));
    if (direct) return direct.kinds.some((kind) => kind === 'network' || kind === 'db');
    const body = bodyOf(this.#p, type);
    if (!body) return false;
    this.#reach.ensure([body]);
    const effects = this.#reach.effects(body);
    return effects.has('network') || effects.has('db');
  }

  /** What has no name that another process could find it by. */
  #unpicklable(frame: Frame, { to, given, call, names }: Offload): ProcessMisuse | undefined {
    if (to !== 'process' || !names.some((name) => POOLED.test(name))) return undefined;
    const place = { span: frame.module.summary.span(call), function: frame.scope.qualname };
    const [type, ...others] = givenFunctions(this.#p, frame, given);
    if (!type || others.length > 0) return undefined;
    const { scope, owner, module, modifiers } = type.function;
    const name = displayName(type.function);
    if (scope.kind === 'lambda') return { ...place, kind: 'lambda', name };
    if (isNested(type)) return { ...place, kind: 'nested', name };
    const isBound =
      owner && !modifiers.isStatic && !modifiers.isClassMethod && type.receiver?.kind === 'instance';
    return isBound && module.origin !== 'stub' ? { ...place, kind: 'method', name } : undefined;
  }

  /** Pools of processes that are made again and again. */
  #poolsIn(frame: Frame, isServing: boolean): ProcessMisuse[] {
    const { summary } = frame.module;
    const found: ProcessMisuse[] = [];
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (summary.op(row) !== Op.Call || !lastName(frame, summary.a(row)).includes('Pool')) continue;
      const again = loopAround(summary, row) !== undefined;
      if ((!isServing && !again) || !isProcessPool(this.#p, frame, row)) continue;
      const name = lastName(frame, summary.a(row));
      // What is kept is made once.
      if (this.#isKept(frame, row)) continue;
      found.push({ span: summary.span(row), function: frame.scope.qualname, kind: 'pool-per-call', name });
    }
    return found;
  }

  #isKept({ module: { summary }, scope }: Frame, call: Value): boolean {
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.op(row) === Op.StoreAttribute && summary.c(row) === call) return true;
      if (summary.op(row) === Op.Bind && summary.a(row) === call && summary.c(row) !== scope.id) return true;
      if (summary.op(row) === Op.Return && summary.a(row) === call) return true;
    }
    return false;
  }
}

/** Defined inside another function. */
function isNested({ function: { module, scope } }: FunctionType): boolean {
  const around = module.summary.scope(scope.parent);
  return around.kind === 'function' || around.kind === 'lambda';
}
