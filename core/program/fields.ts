/** Classes whose body lists fields: named tuples and typed dictionaries. */
import { Op } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import { ancestorName, ancestorNames, ancestors } from './hierarchy.ts';
import type { ClassSymbol } from './symbols.ts';

const NAMED_TUPLE = /^(typing|typing_extensions)\.NamedTuple$/;
const TYPED_DICT = /^(typing|typing_extensions)\.(TypedDict|_TypedDict)$/;

/** The fields of a named tuple in their order; undefined for any other class. */
export function tupleFields(p: Evaluator, symbol: ClassSymbol): readonly string[] | undefined {
  const line = ancestors(p, symbol);
  const at = line.findIndex((ancestor) => NAMED_TUPLE.test(ancestorName(ancestor)));
  const owner = line[at - 1]?.class;
  if (!owner) return undefined;
  const { summary } = owner.module;
  return [...summary.names(owner.scope.id)]
    .filter(([, [bind]]) => bind !== undefined && summary.op(summary.a(bind)) === Op.Annotated)
    .map(([name]) => name);
}

export function isTypedDict(p: Evaluator, symbol: ClassSymbol): boolean {
  return ancestorNames(p, symbol).some((name) => TYPED_DICT.test(name));
}
