/** What an expression comes to where the arguments of a call are written out: tests of flags and of names. */
import { type FileSummary, Literal, Op, type RegionId, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import type { FunctionSymbol } from './symbols.ts';

export type Constant = string | number | boolean | null;

/** The value, as far as literals and the arguments of this frame tell it. */
export function constantOf(p: Evaluator, frame: Frame, value: Value): Constant | undefined {
  const { summary } = frame.module;
  switch (summary.op(value)) {
    case Op.Parameter: {
      const type = frame.bindings.get(summary.a(value));
      if (type?.kind === 'none') return null;
      return type?.kind === 'instance' && type.detail?.kind === 'literal' ? type.detail.value : undefined;
    }
    case Op.Literal: {
      if (summary.literal(value) === Literal.None) return null;
      const type = p.typeOf(frame, value);
      return type.kind === 'instance' && type.detail?.kind === 'literal' ? type.detail.value : undefined;
    }
    case Op.Subscript: {
      const text = constantOf(p, frame, summary.a(value));
      const index = constantOf(p, frame, summary.b(value));
      return typeof text === 'string' && typeof index === 'number' ? text.at(index) : undefined;
    }
    case Op.Compare:
      return comparison(p, frame, value);
    case Op.Call:
      return beginsOrEnds(p, frame, value);
    default:
      return undefined;
  }
}

function comparison(p: Evaluator, frame: Frame, test: Value): boolean | undefined {
  const { summary } = frame.module;
  const [left, right, ...others] = summary.list(summary.a(test));
  const operator = summary.string(summary.list(summary.b(test))[0] ?? -1);
  if (left === undefined || right === undefined || others.length > 0) return undefined;
  const value = constantOf(p, frame, left);
  if (value === undefined) return undefined;
  if (operator === 'in' || operator === 'not in') {
    if (summary.op(right) !== Op.Display) return undefined;
    const items = [...summary.list(summary.a(right))].map((item) => constantOf(p, frame, item));
    if (items.includes(value)) return operator === 'in';
    return items.includes(undefined) ? undefined : operator === 'not in';
  }
  const other = constantOf(p, frame, right);
  if (other === undefined) return undefined;
  if (operator === '==' || operator === 'is') return value === other;
  return operator === '!=' || operator === 'is not' ? value !== other : undefined;
}

/** `name.startswith("_")`. */
function beginsOrEnds(p: Evaluator, frame: Frame, call: Value): boolean | undefined {
  const { summary } = frame.module;
  const callee = summary.a(call);
  const [argument, ...others] = summary.args(call);
  if (!argument || others.length > 0 || summary.op(callee) !== Op.Attribute) return undefined;
  const text = constantOf(p, frame, summary.a(callee));
  const part = constantOf(p, frame, argument.value);
  if (typeof text !== 'string' || typeof part !== 'string') return undefined;
  const method = summary.string(summary.b(callee));
  if (method === 'startswith') return text.startsWith(part);
  return method === 'endswith' ? text.endsWith(part) : undefined;
}

/** The parameters of a function whose very value its tests ask for: flags, names, what may be `None`. */
export function testedParameters({ module: { summary }, scope }: FunctionSymbol): ReadonlySet<number> {
  const found = new Set<number>();
  const seen = new Set<RegionId>();
  for (let row = scope.first; row < scope.end; row++) {
    for (let at = summary.region(row); at >= 0 && !seen.has(at); at = summary.regionParent(at)) {
      seen.add(at);
      if (summary.regionKind(at) === RegionKind.Then) parametersIn(summary, summary.regionValue(at), found);
    }
  }
  return found;
}

function parametersIn(summary: FileSummary, test: Value, found: Set<number>): void {
  const look = (value: Value | undefined) => {
    if (value !== undefined) parametersIn(summary, value, found);
  };
  switch (summary.op(test)) {
    case Op.Parameter:
      found.add(summary.a(test));
      break;
    case Op.Not:
    case Op.Subscript:
      look(summary.a(test));
      break;
    case Op.Truth:
      summary.list(summary.a(test)).forEach(look);
      break;
    case Op.Compare:
      look(summary.list(summary.a(test))[0]);
      break;
    case Op.Call: {
      const callee = summary.a(test);
      if (summary.op(callee) === Op.Attribute) look(summary.a(callee));
      break;
    }
    default:
  }
}
