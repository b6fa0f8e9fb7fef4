/** The names that a function's decorators may go by, decorator by decorator. */
import { Op } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { FunctionSymbol } from '../program/symbols.ts';
import { calleeNames } from './callee-names.ts';

const known = new WeakMap<FunctionSymbol, readonly (readonly string[])[]>();

/** `@cache`, and `@cache()` all the same. */
export function decoratorNames(p: Evaluator, symbol: FunctionSymbol): readonly (readonly string[])[] {
  let names = known.get(symbol);
  if (!names) {
    const { summary } = symbol.module;
    const frame = p.genericFrame(symbol.module, symbol.scope.parent);
    names = symbol.scope.decorators.map((decorator) =>
      calleeNames(p, frame, summary.op(decorator) === Op.Call ? summary.a(decorator) : decorator),
    );
    known.set(symbol, names);
  }
  return names;
}
