/** Lists, tuples, sets and dictionaries that are written out, and what they have become when they are read. */
import { ArgumentForm, Display, Op, type Value } from '../model/summary.ts';
import { isTelling } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import type { InstanceType, Type } from './types.ts';

/** Longer ones are known by what they hold, not by where. */
const MAX_ITEMS = 32;
/** Longer displays are not looked at to their end: what follows is of the same kind. */
const MAX_ELEMENTS = 24;
const MAX_TUPLE = 8;

type Items = ReadonlyMap<string | number, Type>;

export function displayType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const items = summary.list(summary.a(value));
  const display = summary.display(value);
  const elements = spreadElements(p, frame, items);
  if (display === Display.Tuple && elements && elements.length <= MAX_TUPLE) return p.types.tuple(elements);
  const types = elements ?? elementTypes(p, frame, items);
  if (display === Display.List && elements) return listOf(p, elements);
  const name = display === Display.List ? 'list' : display === Display.Set ? 'set' : 'tuple';
  return container(p, name, [p.types.union(types)], undefined);
}

/** A list that is known place by place. */
export function listOf(p: Evaluator, elements: readonly Type[]): Type {
  return container(p, 'list', [p.types.union(elements)], new Map(elements.entries()));
}

/** The elements in their places; undefined when some of them have none: `[*unknown, x]`. */
function spreadElements(p: Evaluator, frame: Frame, values: ArrayLike<Value>): Type[] | undefined {
  const { summary } = frame.module;
  if (values.length > MAX_ELEMENTS) return undefined;
  const elements: Type[] = [];
  for (const value of Array.from(values)) {
    if (summary.op(value) !== Op.Star) {
      elements.push(p.typeOf(frame, value));
      continue;
    }
    const inner = p.typeOf(frame, summary.a(value));
    if (inner.kind !== 'tuple') return undefined;
    elements.push(...inner.items);
  }
  return elements;
}

function elementTypes(p: Evaluator, frame: Frame, values: ArrayLike<Value>): Type[] {
  const { summary } = frame.module;
  return Array.from(values)
    .slice(0, MAX_ELEMENTS)
    .filter((value) => value >= 0)
    .map((value) =>
      summary.op(value) === Op.Star ? p.elementOf(p.typeOf(frame, summary.a(value))) : p.typeOf(frame, value),
    );
}

export function dictType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const keys = summary.list(summary.a(value));
  const values = summary.list(summary.b(value));
  const known = new Map<string | number, Type>();
  let whole = keys.length <= MAX_ITEMS;
  const keyTypes: Type[] = [];
  const valueTypes: Type[] = [];
  for (let i = 0; i < Math.min(keys.length, MAX_ITEMS); i++) {
    const key = keys[i] ?? -1;
    const type = p.typeOf(frame, values[i] ?? -1);
    if (key < 0) {
      // `**other`
      const merged = itemsOf(type);
      if (merged) for (const [name, item] of merged) known.set(name, item);
      else whole = false;
      const [otherKey, otherValue] = type.kind === 'instance' ? type.args : [];
      keyTypes.push(otherKey ?? p.types.unknown);
      valueTypes.push(otherValue ?? p.types.unknown);
      continue;
    }
    const keyType = p.typeOf(frame, key);
    const name = keyOf(keyType);
    if (name === undefined) whole = false;
    else known.set(name, type);
    keyTypes.push(p.types.plain(keyType));
    valueTypes.push(type);
  }
  return container(
    p,
    'dict',
    [p.types.union(keyTypes), p.types.union(valueTypes)],
    whole ? known : undefined,
  );
}

/** A dictionary that is known key by key: `dict(a=f)`, `**kwargs`. */
export function dictOf(p: Evaluator, items: Items): Type {
  return container(p, 'dict', [p.builtinInstance('str'), p.types.union([...items.values()])], items);
}

/** What a container holds is kept where it is worth a look: data is not. */
function container(p: Evaluator, name: string, args: readonly Type[], items: Items | undefined): Type {
  const symbol = p.builtin(name);
  if (!symbol) return p.types.unknown;
  const plain = args.map((arg) => p.types.plain(arg));
  const isKept = items && items.size <= MAX_ITEMS && [...items.values()].some((item) => isTelling(p, item));
  return p.types.instance(symbol, plain, isKept ? { kind: 'items', items } : undefined);
}

export function itemsOf(type: Type): Items | undefined {
  return type.kind === 'instance' && type.detail?.kind === 'items' ? type.detail.items : undefined;
}

/** The elements of a tuple or a list in their places. */
export function elementsOf(type: Type): readonly Type[] | undefined {
  if (type.kind === 'tuple') return type.items;
  const items = type.kind === 'instance' && type.class.name === 'builtins.list' ? itemsOf(type) : undefined;
  return items && [...items.values()];
}

export function keyOf(type: Type): string | number | undefined {
  const value = type.kind === 'instance' && type.detail?.kind === 'literal' ? type.detail.value : undefined;
  return typeof value === 'boolean' ? undefined : value;
}

/** `base[index]` where both are known well enough. */
export function knownItem(base: Type, index: Type): Type | undefined {
  const key = keyOf(index);
  if (key === undefined) return undefined;
  if (base.kind === 'tuple') return typeof key === 'number' ? base.items.at(key) : undefined;
  const items = itemsOf(base);
  if (!items || base.kind !== 'instance') return undefined;
  return items.get(typeof key === 'number' && key < 0 ? items.size + key : key);
}

// ------------------------------------------------------------ changes

/**
 * The container after `x[i] = y` and `x.append(y)`, back to where it was made: the chain is walked and not recursed,
 * because tables are filled line by line.
 */
export function changedContainer(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const changes: Value[] = [];
  let at = value;
  for (; !isSettled(frame, at); at = summary.a(at)) {
    const op = summary.op(at);
    if (op !== Op.StoreSubscript && op !== Op.Changed) break;
    changes.push(at);
  }
  let type = p.typeOf(frame, at);
  for (const change of changes.reverse()) {
    type = changed(p, frame, type, summary.op(change) === Op.Changed ? summary.b(change) : change);
  }
  return type;
}

function isSettled({ memo, scope }: Frame, value: Value): boolean {
  const known = memo[value - scope.first];
  return known !== undefined && known.kind !== 'open';
}

/** A container after one `StoreSubscript` or one call of a method that fills it. */
export function changed(p: Evaluator, frame: Frame, type: Type, change: Value): Type {
  const { summary } = frame.module;
  if (type.kind !== 'instance' || !isContainer(type)) return type;
  if (summary.op(change) === Op.Call) return afterCall(p, frame, type, change);
  return withItem(p, type, p.typeOf(frame, summary.b(change)), p.typeOf(frame, summary.c(change)));
}

export function isContainer(type: Type): boolean {
  return (
    type.kind === 'instance' &&
    /^builtins\.(list|dict|set)$|^collections\.(deque|defaultdict|OrderedDict)$/.test(type.class.name)
  );
}

/** A container that may hold what it held before, or what it holds now. */
export function merged(p: Evaluator, before: Type, after: Type): Type {
  const [old, items] = [itemsOf(before), itemsOf(after)];
  if (!old || !items || after.kind !== 'instance') return after;
  const both = new Map(items);
  for (const [key, item] of old) both.set(key, p.types.union([item, items.get(key) ?? item]));
  return p.types.instance(after.class, after.args, { kind: 'items', items: both });
}

/** After `container[index] = item`. */
function withItem(p: Evaluator, type: InstanceType, index: Type, item: Type): Type {
  const key = keyOf(index);
  const before = itemsOf(type) ?? emptyItems(type);
  const items = before && key !== undefined ? new Map(before).set(key, item) : undefined;
  const [first, last] = [type.args[0] ?? p.types.unknown, type.args.at(-1) ?? p.types.unknown];
  const isMapping = type.class.name !== 'builtins.list';
  const args = isMapping
    ? [p.types.union([first, p.types.plain(index)]), p.types.union([last, item])]
    : [p.types.union([last, item])];
  return remade(p, type, args, items);
}

/** What is known of a container that holds nothing so far, or nothing worth a look. */
function emptyItems({ args }: InstanceType): Items | undefined {
  return args.every(({ kind }) => kind === 'unknown') ? new Map() : undefined;
}

function remade(p: Evaluator, type: InstanceType, args: readonly Type[], items: Items | undefined): Type {
  const name = type.class.name.startsWith('builtins.')
    ? type.class.name.slice('builtins.'.length)
    : undefined;
  return name === undefined ? p.types.instance(type.class, args) : container(p, name, args, items);
}

/** After `container.append(x)` and its like. */
function afterCall(p: Evaluator, frame: Frame, type: InstanceType, call: Value): Type {
  const { summary } = frame.module;
  const callee = summary.a(call);
  const args = summary.args(call);
  const positional = args.filter(({ form }) => form === ArgumentForm.Positional);
  const given = positional.map((argument) => p.typeOf(frame, argument.value));
  const [first, second] = given;
  switch (summary.string(summary.b(callee))) {
    case 'append':
    case 'add':
    case 'appendleft':
      return first ? withElement(p, type, first) : type;
    case 'insert':
      return second ? withElement(p, type, second) : type;
    case 'extend':
      return first ? withElement(p, type, p.elementOf(first)) : type;
    case 'setdefault':
      return first && second ? withItem(p, type, first, second) : type;
    case 'update': {
      let updated: Type = type;
      const merged = first ? [...(itemsOf(first) ?? [])] : [];
      for (const [key, item] of merged) updated = withNamed(p, updated, key, item);
      for (const { keyword, value } of args) {
        if (keyword !== undefined) updated = withNamed(p, updated, keyword, p.typeOf(frame, value));
      }
      return updated;
    }
    default:
      return type;
  }
}

function withNamed(p: Evaluator, type: Type, key: string | number, item: Type): Type {
  return type.kind === 'instance' ? withItem(p, type, p.literal(key), item) : type;
}

function withElement(p: Evaluator, type: InstanceType, item: Type): Type {
  const before = type.class.name === 'builtins.list' ? (itemsOf(type) ?? emptyItems(type)) : undefined;
  const items = before && new Map(before).set(before.size, item);
  return remade(p, type, [p.types.union([type.args[0] ?? p.types.unknown, p.types.plain(item)])], items);
}
