/** Calls of `async_to_sync(f)(…)`, which wait for a coroutine and refuse to on a thread that runs a loop. */
import { Op } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { alternatives, type Type } from '../program/types.ts';
import { calleeNames } from './callee-names.ts';
import { decoratorNames } from './decorator-names.ts';
import { onlyWithoutLoop } from './loop-guards.ts';
import type { LoopStart } from './loop-starts.ts';
import type { Starts } from './nested-loops.ts';

const BRIDGE = /^asgiref\.sync\.(async_to_sync\(\)|AsyncToSync(\(\)|\.__call__)?)(\(\))?$/;

/** `@async_to_sync async def f(): …` */
const DECORATOR = /^asgiref\.sync\.(async_to_sync|AsyncToSync)$/;

/** Asked before all names of what is called are gathered. */
function isFromLibrary(type: Type): boolean {
  switch (type.kind) {
    case 'external':
      return type.path.startsWith('asgiref.');
    case 'instance':
    case 'class':
      return type.class.module.name.startsWith('asgiref.');
    case 'function':
      return type.function.module.name.startsWith('asgiref.');
    default:
      return false;
  }
}

export class SyncBridges implements Starts {
  readonly #p: Evaluator;
  readonly #known = new Map<Frame, readonly LoopStart[]>();

  constructor(p: Evaluator) {
    this.#p = p;
  }

  in(frame: Frame): readonly LoopStart[] {
    let found = this.#known.get(frame);
    if (!found) this.#known.set(frame, (found = this.#find(frame)));
    return found;
  }

  #find(frame: Frame): LoopStart[] {
    const { summary } = frame.module;
    // The bridge is built from a coroutine function, and crossed where what was built is called.
    if (frame.module.origin !== 'workspace') return [];
    const found: LoopStart[] = [];
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (summary.op(row) !== Op.Call || !this.#p.runs(frame, summary.region(row))) continue;
      if (!this.#isBuilt(frame, row) || onlyWithoutLoop(this.#p, frame, row)) continue;
      found.push({ call: row, name: 'async_to_sync', isSure: true });
    }
    return found;
  }

  #isBuilt(frame: Frame, call: number): boolean {
    const callee = frame.module.summary.a(call);
    const types = alternatives(this.#p.typeOf(frame, callee));
    const isDecorated = types.some(
      (type) =>
        type.kind === 'function' &&
        decoratorNames(this.#p, type.function).some((names) => names.some((name) => DECORATOR.test(name))),
    );
    if (isDecorated) return true;
    if (!types.some(isFromLibrary)) return false;
    const names = calleeNames(this.#p, frame, callee);
    return names.some((name) => BRIDGE.test(name) && name !== 'asgiref.sync.AsyncToSync');
  }
}
