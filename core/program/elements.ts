/** One element of a value: by index, by its place in an assignment, by iterating. */
import { Op, type Value } from '../model/summary.ts';
import { annotationType } from './annotations.ts';
import { withPositional } from './arguments.ts';
import { elementsOf, keyOf, knownItem, listOf } from './containers.ts';
import type { Evaluator } from './evaluator.ts';
import { isTypedDict, tupleFields } from './fields.ts';
import type { Frame } from './frame.ts';
import { memberType, metaclassMember } from './members.ts';
import { callResult } from './results.ts';
import type { ClassType, Type } from './types.ts';

/** `base[index]`. */
export function subscriptType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const base = p.typeOf(frame, summary.a(value));
  if (base.kind === 'class') return classItem(p, frame, value, base);
  if (base.kind === 'unknown') return base;
  if (summary.op(summary.b(value)) === Op.Slice) {
    const part = sliceOf(p, frame, base, summary.b(value));
    if (part) return part;
  }
  return itemAt(p, base, p.typeOf(frame, summary.b(value)));
}

/** `row[1:3]` of a list or tuple whose elements are known in their places. */
function sliceOf(p: Evaluator, frame: Frame, base: Type, slice: Value): Type | undefined {
  const { summary } = frame.module;
  const elements = elementsOf(base);
  const [lower = -1, upper = -1, step = -1] = summary.list(summary.a(slice));
  if (!elements || step >= 0) return undefined;
  const [start, end] = [lower, upper].map((part) => (part < 0 ? undefined : keyOf(p.typeOf(frame, part))));
  const isKnown = (lower < 0 || typeof start === 'number') && (upper < 0 || typeof end === 'number');
  if (!isKnown) return undefined;
  const part = elements.slice(Number(start ?? 0), end === undefined ? undefined : Number(end));
  return base.kind === 'tuple' ? p.types.tuple(part) : listOf(p, part);
}

function itemAt(p: Evaluator, base: Type, index: Type): Type {
  const known = knownItem(base, index) ?? fieldAt(p, base, index);
  if (known) return known;
  switch (base.kind) {
    case 'union':
      return p.types.union(base.members.map((member) => itemAt(p, member, index)));
    case 'tuple':
      return tupleElement(p, base.items, index);
    case 'external':
      return p.types.external(`${base.path}[]`);
    default: {
      const getter = memberType(p, base, '__getitem__');
      return getter.kind === 'unknown' ? getter : callResult(p, getter, withPositional(index));
    }
  }
}

/** `Kind["A"]`, `Box[int]`. */
function classItem(p: Evaluator, frame: Frame, value: Value, base: ClassType): Type {
  if (p.isEnum(base.class)) return p.types.instance(base.class);
  const index = frame.module.summary.b(value);
  const method = metaclassMember(p, base, '__getitem__');
  if (method) return callResult(p, method, withPositional(p.typeOf(frame, index)));
  const type = annotationType(p, frame, value);
  return type.kind === 'instance' ? p.types.class(type.class, type.args) : base;
}

/** `pair[0]` of a named tuple, `options["name"]` of a typed dictionary. */
function fieldAt(p: Evaluator, base: Type, index: Type): Type | undefined {
  const key = keyOf(index);
  if (base.kind !== 'instance' || key === undefined || base.class.module.origin === 'stub') return undefined;
  if (typeof key === 'number') {
    const field = tupleFields(p, base.class)?.at(key);
    return field === undefined ? undefined : memberType(p, base, field);
  }
  return isTypedDict(p, base.class) ? memberType(p, base, key) : undefined;
}

function tupleElement(p: Evaluator, items: readonly Type[], index: Type): Type {
  const isSlice = index.kind === 'instance' && index.class.name === 'builtins.slice';
  return isSlice ? p.builtinInstance('tuple', [p.types.union(items)]) : p.types.union(items);
}

/**
 * `a, *b, c = value`: one place of it, from the left or the right; `star` is 0, or 1 and the number of places that
 * stand behind the starred one.
 */
export function unpackType(p: Evaluator, base: Type, index: number, star: number): Type {
  if (base.kind === 'union') {
    return p.types.union(base.members.map((member) => unpackType(p, member, index, star)));
  }
  const elements = elementsOf(base);
  if (star > 0) {
    const rest = elements?.slice(index, elements.length - (star - 1));
    return rest ? listOf(p, rest) : p.builtinInstance('list', [p.elementOf(base)]);
  }
  return elements ? (elements.at(index) ?? p.types.unknown) : namedElement(p, base, index);
}

/** The place of a named tuple, by the order of its fields. */
function namedElement(p: Evaluator, base: Type, index: number): Type {
  const field = base.kind === 'instance' ? tupleFields(p, base.class)?.at(index) : undefined;
  return field === undefined ? p.elementOf(base) : memberType(p, base, field);
}

/** What `async for` gets of a value. */
export function asyncElement(p: Evaluator, type: Type): Type {
  if (type.kind === 'async-generator') return p.elementOf(type);
  const iterator = p.resultOf(memberType(p, type, '__aiter__'));
  return p.awaited(p.resultOf(memberType(p, iterator, '__anext__')));
}
