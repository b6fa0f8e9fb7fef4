/** A scope as it runs: with the class of its receiver, and what is known of its arguments. */
import type { Scope } from '../model/summary.ts';
import type { CallSite } from './call-sites.ts';
import type { Open } from './cycles.ts';
import type { Module } from './modules.ts';
import type { ClassSymbol, FunctionSymbol } from './symbols.ts';
import type { Type } from './types.ts';

/**
 * The same function is looked at once for each receiver class and each set of argument types that matter, so that
 * `self.read()` in a base class means the subclass's method, and a callback that is handed in is known when it is called.
 */
export interface Frame {
  readonly id: number;
  readonly module: Module;
  readonly scope: Scope;
  /** The frame around: of the enclosing function, class or module. */
  readonly parent: Frame | undefined;
  readonly function: FunctionSymbol | undefined;
  /** The class that `self` or `cls` stands for. */
  readonly receiver: Type | undefined;
  /** Types of arguments by parameter index, where the call tells more than the signature. */
  readonly bindings: ReadonlyMap<number, Type>;
  /** How many calls with bindings led here: contexts do not nest without end. */
  readonly depth: number;
  /** Where it runs other code, once somebody has asked. */
  sites: readonly CallSite[] | undefined;
  /** Types of values by row of the scope, settled or being asked for: an array, for nothing is asked for as often. */
  readonly memo: (Type | OpenType | undefined)[];
}

/** The type of a value that is being asked for, or whose answer waits for others. */
interface OpenType extends Open<Type> {
  readonly kind: 'open';
}

/** The class whose methods this frame runs for. */
export function receiverClass(frame: Frame): ClassSymbol | undefined {
  const { receiver } = frame;
  return receiver?.kind === 'instance' || receiver?.kind === 'class' ? receiver.class : undefined;
}
