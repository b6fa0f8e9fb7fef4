/** Plain functions that start an event loop to wait for a coroutine, away from where the program begins. */
import { Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { ancestors } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import { alternatives } from '../program/types.ts';
import { isUnderMainGuard } from './import-time-loops.ts';
import { questionsIn } from './loop-guards.ts';
import type { LoopStart, LoopStarts } from './loop-starts.ts';
import { type Spot, spotOf } from './named-calls.ts';
import { referencesTo, type References } from './references.ts';
import { isSuspension, regionAround } from './regions.ts';

export interface Bridge extends Spot {
  /** What starts the loop, as people write it. */
  readonly starter: string;
  /** It runs once a turn of a loop; else it stands in what other functions call. */
  readonly isRepeated: boolean;
  /** A function that calls it. */
  readonly caller: string | undefined;
  /** The library whose coroutine is waited for, where one is. */
  readonly sdk: string | undefined;
}

/** Those that make a loop, run it until one coroutine is done, and throw it away. */
const RUNS_ONE = /(^|\.)run$/;
const SERVES = /^(uvicorn|hypercorn)\.|\bRunner\./;

/** Names that people give to where a program begins. */
const ENTRY =
  /^_*(main|cli|run|start|serve|launch|entry_?point|(lambda_)?handler|handle|test|setup|teardown)(_\w+)?$/i;

/** Coroutines that wait for others are followed this far. */
const MAX_DEPTH = 2;

export class Bridges {
  readonly #p: Evaluator;
  readonly #starts: LoopStarts;
  readonly #modules: ReadonlyMap<string, Module>;
  readonly #references = new Map<Frame, References>();

  constructor(p: Evaluator, starts: LoopStarts, modules: ReadonlyMap<string, Module>) {
    this.#p = p;
    this.#starts = starts;
    this.#modules = modules;
  }

  in(module: Module): Bridge[] {
    const found: Bridge[] = [];
    for (const scope of module.summary.scopes) {
      if (scope.kind !== 'function' || scope.isAsync) continue;
      const frame = this.#p.genericFrame(module, scope.id);
      const starts = this.#starts.in(frame).filter(({ name }) => RUNS_ONE.test(name) && !SERVES.test(name));
      for (const start of starts) {
        const bridge = this.#bridge(frame, start);
        if (bridge) found.push(bridge);
      }
    }
    return found;
  }

  #bridge(frame: Frame, { call, name: starter }: LoopStart): Bridge | undefined {
    const { summary } = frame.module;
    const [argument] = summary.args(call);
    // A function that may be given a coroutine, or nothing to wait for, cannot be async for that alone.
    if (!argument || !this.#isKnown(frame, argument.value) || asksForLoop(this.#p, frame)) return undefined;
    const isRepeated = regionAround(summary, call, (region) => isFor(summary.regionKind(region))) >= 0;
    const caller = this.#isEntry(frame) ? undefined : this.#callerOf(frame);
    if (!isRepeated && caller === undefined) return undefined;
    const sdk = caller !== undefined ? this.#sdkOf(frame, argument.value, 0) : undefined;
    return { ...spotOf(frame, call), starter, isRepeated, caller, sdk };
  }

  /** Whether it is seen which coroutine is waited for: it is made here, or a function is given that makes it. */
  #isKnown(frame: Frame, value: Value): boolean {
    const types = alternatives(this.#p.typeOf(frame, value));
    return (
      types.length > 0 &&
      types.every((type) => type.kind === 'coroutine' || type.kind === 'function' || type.kind === 'external')
    );
  }

  /** Where a program, a command or a task may begin: by its name, its decorators, or because somebody else calls it. */
  #isEntry(frame: Frame): boolean {
    const { scope, module } = frame;
    if (ENTRY.test(scope.name) || scope.decorators.length > 0) return true;
    const outer = module.summary.scope(scope.parent);
    if (outer.kind === 'function' || outer.kind === 'lambda') return true;
    if (outer.kind === 'class' && this.#isDemanded(frame)) return true;
    const { calls, isHandedOver } = this.#referencesTo(frame);
    return isHandedOver || calls.some(({ frame: caller, call }) => beginsHere(caller, call));
  }

  /** A method that a class above has too, or may have: its callers want a plain function. */
  #isDemanded({ function: symbol, scope }: Frame): boolean {
    if (!symbol?.owner) return true;
    const [, ...above] = ancestors(this.#p, symbol.owner);
    return above.some(
      ({ class: each }) => !each || (each.name !== 'builtins.object' && this.#p.hasOwn(each, scope.name)),
    );
  }

  /** A function that calls this one and is no beginning itself. */
  #callerOf(frame: Frame): string | undefined {
    for (const { frame: caller } of this.#referencesTo(frame).calls) {
      const { scope } = caller;
      if (
        scope.kind === 'function' &&
        !scope.isAsync &&
        !ENTRY.test(scope.name) &&
        scope.decorators.length === 0
      )
        return scope.qualname;
    }
    return undefined;
  }

  #referencesTo(frame: Frame): References {
    let found = this.#references.get(frame);
    if (!found) this.#references.set(frame, (found = referencesTo(this.#p, this.#modules.values(), frame)));
    return found;
  }

  /** The library whose coroutine is behind a value, when it is made there or by the project's own coroutines. */
  #sdkOf(frame: Frame, value: Value, depth: number): string | undefined {
    const { summary } = frame.module;
    if (summary.op(value) !== Op.Call) return undefined;
    const isLibrary = (name: string) =>
      !/^(asyncio|anyio|trio|builtins|contextlib|typing|aiofiles)\b/.test(name);
    for (const type of alternatives(this.#p.typeOf(frame, value))) {
      if (type.kind === 'external') return [rootOf(type.path)].find(isLibrary);
      if (type.kind !== 'coroutine') continue;
      const { module, scope } = type.frame;
      if (module.origin === 'package') return rootOf(module.name);
      if (module.origin !== 'workspace' || depth >= MAX_DEPTH) continue;
      for (let row = scope.first; row < scope.end; row++) {
        if (!isSuspension(module.summary, row)) continue;
        const found = this.#sdkOf(type.frame, module.summary.a(row), depth + 1);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }
}

/** `while True` around one run is a program that starts over. */
function isFor(kind: RegionKind): boolean {
  return kind === RegionKind.For || kind === RegionKind.AsyncFor || kind === RegionKind.Comprehension;
}

/** A function that looks whether a loop runs has been made to be called from both sides. */
function asksForLoop(p: Evaluator, frame: Frame): boolean {
  return questionsIn(p, frame).asking.size > 0;
}

function beginsHere(caller: Frame, call: Value): boolean {
  return caller.scope.kind === 'module' || isUnderMainGuard(caller.module, call);
}

function rootOf(path: string): string {
  return /^\w+/.exec(path)?.[0] ?? path;
}
