/** Makes classes, functions and frames: each once for the same place and the same context. */
import type { Scope, ScopeId } from '../model/summary.ts';
import type { Frame } from './frame.ts';
import { Types } from './interning.ts';
import type { Module } from './modules.ts';
import { ClassSymbol, FunctionSymbol, type Modifiers } from './symbols.ts';
import type { ClassType, InstanceType, Type } from './types.ts';

/** Contexts of one function, or of one closure; further ones are looked at without their arguments. */
const MAX_CONTEXTS = 16;

/** Contexts nest no deeper than this: callbacks that are handed on and on are followed three calls far. */
const MAX_DEPTH = 3;

/** More than any program has, so that two numbers make one key. */
const MAX_FRAMES = 2 ** 26;

const NO_BINDINGS: ReadonlyMap<number, Type> = new Map();

export abstract class Frames {
  readonly types = new Types();
  // By module and scope: every question about a file begins with them.
  readonly #classes: Table<ClassSymbol> = [];
  readonly #functions: Table<FunctionSymbol> = [];
  readonly #generic: Table<Frame> = [];
  readonly #frames = new Map<FunctionSymbol, Map<string | number, Frame>>();
  readonly #contexts = new Map<FunctionSymbol, Map<Frame | undefined, number>>();
  readonly #moduleFrames = new Map<Module, Frame>();
  readonly #classFrames = new Map<ClassSymbol, Frame>();
  #count = 0;

  /** What its decorators make of a function; `frame` is the one around it. */
  protected abstract modifiersOf(frame: Frame, scope: Scope): Modifiers;

  moduleFrame(module: Module): Frame {
    let frame = this.#moduleFrames.get(module);
    if (!frame) {
      frame = this.#frame(module, module.summary.scope(0), undefined);
      this.#moduleFrames.set(module, frame);
    }
    return frame;
  }

  classFrame(symbol: ClassSymbol): Frame {
    let frame = this.#classFrames.get(symbol);
    if (!frame) {
      frame = this.#frame(symbol.module, symbol.scope, symbol.outer);
      this.#classFrames.set(symbol, frame);
    }
    return frame;
  }

  /** A scope's frame when nothing is known of how it is called: methods run for their own class. */
  genericFrame(module: Module, id: ScopeId): Frame {
    const frames = rowOf(this.#generic, module);
    return (frames[id] ??= this.#genericFrame(module, id));
  }

  #genericFrame(module: Module, id: ScopeId): Frame {
    const scope = module.summary.scope(id);
    if (scope.kind === 'module') return this.moduleFrame(module);
    const outer = this.genericFrame(module, scope.parent);
    if (scope.kind === 'class') return this.classFrame(this.classAt(outer, id));
    const symbol = this.functionAt(outer, id);
    return this.functionFrame(symbol, isFunction(outer.scope) ? outer : undefined, undefined);
  }

  /** A method's frame for a given receiver. */
  methodFrame(owner: ClassSymbol, id: ScopeId, receiver: InstanceType | ClassType): Frame {
    const symbol = this.functionAt(this.classFrame(owner), id);
    return this.functionFrame(symbol, undefined, receiver);
  }

  /** A function's frame for a receiver and for what is known of its arguments. */
  functionFrame(
    symbol: FunctionSymbol,
    closure: Frame | undefined,
    receiver: Type | undefined,
    bindings = NO_BINDINGS,
    maxContexts = MAX_CONTEXTS,
  ): Frame {
    const own = receiver ?? this.#ownReceiver(symbol);
    const frames = this.#framesOf(symbol);
    const plainKey = keyOf(own?.id ?? 0, closure);
    const isBound = bindings.size > 0 && (closure?.depth ?? 0) < MAX_DEPTH;
    const key = isBound ? boundKey(plainKey, bindings) : plainKey;
    const found = frames.get(key);
    if (found) return found;
    if (isBound && !this.#takeContext(symbol, closure, maxContexts)) {
      return this.functionFrame(symbol, closure, receiver);
    }
    const frame = this.#newFrame(symbol, closure, own, isBound ? bindings : NO_BINDINGS);
    frames.set(key, frame);
    return frame;
  }

  #newFrame(
    symbol: FunctionSymbol,
    closure: Frame | undefined,
    receiver: Type | undefined,
    bindings: ReadonlyMap<number, Type>,
  ): Frame {
    const { module, scope } = symbol;
    const depth = (closure?.depth ?? 0) + (bindings.size > 0 ? 1 : 0);
    const parent = closure ?? this.headFrame(symbol);
    return newFrame(this.#count++, module, scope, parent, symbol, receiver, bindings, depth);
  }

  #framesOf(symbol: FunctionSymbol): Map<string | number, Frame> {
    let frames = this.#frames.get(symbol);
    if (!frames) this.#frames.set(symbol, (frames = new Map<string | number, Frame>()));
    return frames;
  }

  /** Counts one more context, where there may be more. */
  #takeContext(symbol: FunctionSymbol, closure: Frame | undefined, max: number): boolean {
    let counts = this.#contexts.get(symbol);
    if (!counts) this.#contexts.set(symbol, (counts = new Map<Frame | undefined, number>()));
    const count = counts.get(closure) ?? 0;
    if (count >= max) return false;
    counts.set(closure, count + 1);
    return true;
  }

  /** The frame that the head of a function is read in: its annotations and defaults. */
  headFrame({ owner, module, scope }: FunctionSymbol): Frame {
    return owner ? this.classFrame(owner) : this.genericFrame(module, scope.parent);
  }

  #ownReceiver(symbol: FunctionSymbol): Type | undefined {
    if (!symbol.owner || symbol.modifiers.isStatic) return undefined;
    return symbol.modifiers.isClassMethod
      ? this.types.class(symbol.owner)
      : this.types.instance(symbol.owner);
  }

  #frame(module: Module, scope: Scope, parent: Frame | undefined): Frame {
    return newFrame(this.#count++, module, scope, parent, undefined, undefined, NO_BINDINGS, 0);
  }

  classAt(outer: Frame, id: ScopeId): ClassSymbol {
    const classes = rowOf(this.#classes, outer.module);
    return (classes[id] ??= new ClassSymbol(
      this.#count++,
      outer.module,
      outer.module.summary.scope(id),
      outer,
    ));
  }

  /** The function whose scope is `id`; `outer` is a frame of the scope around it. */
  functionAt(outer: Frame, id: ScopeId): FunctionSymbol {
    const functions = rowOf(this.#functions, outer.module);
    const known = functions[id];
    if (known) return known;
    const made = this.#newFunction(outer, id);
    // Whoever looked at its decorators may have met the function there.
    return (functions[id] ??= made);
  }

  #newFunction(outer: Frame, id: ScopeId): FunctionSymbol {
    const { module } = outer;
    const scope = module.summary.scope(id);
    const around = module.summary.scope(scope.parent);
    const owner =
      around.kind === 'class' && scope.kind === 'function'
        ? this.classAt(outer.scope.id === around.id ? (outer.parent ?? outer) : outer, around.id)
        : undefined;
    return new FunctionSymbol(this.#count++, module, scope, owner, this.modifiersOf(outer, scope));
  }
}

/** What there is one of for each scope of each module. */
type Table<T> = ((T | undefined)[] | undefined)[];

function rowOf<T>(table: Table<T>, { id, summary }: Module): (T | undefined)[] {
  return (table[id] ??= new Array<T | undefined>(summary.scopes.length));
}

/** Most frames have no closure: what fits into 31 bits is found faster. */
function keyOf(receiver: number, closure: Frame | undefined): number {
  return closure ? receiver * MAX_FRAMES + closure.id : -receiver;
}

function boundKey(plainKey: number, bindings: ReadonlyMap<number, Type>): string {
  let key = String(plainKey);
  for (const [index, type] of bindings) key += `|${String(index)}:${String(type.id)}`;
  return key;
}

/** One literal: programs have many frames, and all of them look the same to the machine. */
function newFrame(
  id: number,
  module: Module,
  scope: Scope,
  parent: Frame | undefined,
  symbol: FunctionSymbol | undefined,
  receiver: Type | undefined,
  bindings: ReadonlyMap<number, Type>,
  depth: number,
): Frame {
  return {
    id,
    module,
    scope,
    parent,
    function: symbol,
    receiver,
    bindings,
    depth,
    sites: undefined,
    memo: new Array<Type | undefined>(scope.end - scope.first),
  };
}

function isFunction({ kind }: Scope): boolean {
  return kind === 'function' || kind === 'lambda';
}
