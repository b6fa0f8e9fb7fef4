/** The type of one operation's value. */
import { Display, Literal, Op, type Value } from '../model/summary.ts';
import { argumentsOf, type CallArguments, isTelling, NO_ARGUMENTS } from './arguments.ts';
import { changedContainer, dictType, displayType, itemsOf, keyOf, knownItem } from './containers.ts';
import { asyncElement, subscriptType, unpackType } from './elements.ts';
import type { Evaluator } from './evaluator.ts';
import { type Frame, receiverClass } from './frame.ts';
import { generatorResult } from './iteration.ts';
import { definedType, memberType, refine } from './members.ts';
import { imported, lookup } from './names.ts';
import { excluded, instanceOf, narrowed } from './narrowing.ts';
import { binaryType, unaryType } from './operators.ts';
import { isProperty } from './properties.ts';
import { callResult, specialise } from './results.ts';
import { ground } from './substitution.ts';
import type { Type } from './types.ts';
import { namedMember, namedResult } from './unread.ts';

// The one place where every operation has its line.

export function evaluate(p: Evaluator, frame: Frame, value: Value): Type {
  const { types } = p;
  const { summary } = frame.module;
  const a = summary.a(value);
  const b = summary.b(value);
  switch (summary.op(value)) {
    case Op.Literal:
      return literalType(p, frame, value);
    case Op.Format:
      return p.builtinInstance('str');
    case Op.Slice:
      return p.builtinInstance('slice');
    case Op.Compare:
    case Op.Not:
      return p.builtinInstance('bool');
    case Op.Lookup:
      return lookupType(p, frame, summary.string(a), b);
    case Op.Parameter:
      return parameterType(p, frame, a);
    case Op.Attribute:
      return attributeType(p, frame, value);
    case Op.Call:
      return callType(p, frame, value);
    case Op.Subscript:
      return subscriptType(p, frame, value);
    case Op.Await:
      return p.awaited(p.typeOf(frame, a));
    case Op.Binary:
      return binaryType(p, frame, value);
    case Op.Choice:
      return choiceType(p, frame, value);
    case Op.Truth:
      return p.typeOf(frame, summary.c(value));
    case Op.Display:
      return displayType(p, frame, value);
    case Op.Dict:
      return dictType(p, frame, value);
    case Op.Comprehension:
      return comprehensionType(p, frame, value);
    case Op.Function: {
      const symbol = p.functionAt(frame, a);
      return p.decorated(frame, symbol);
    }
    case Op.Class:
      return types.class(p.classAt(frame, a));
    case Op.Import:
      return importType(p, frame, a);
    case Op.Iterate:
      return b === 1 ? asyncElement(p, p.typeOf(frame, a)) : p.elementOf(p.typeOf(frame, a));
    case Op.Enter:
      return p.entered(p.typeOf(frame, a), b === 1);
    case Op.Unpack:
      return unpackType(p, p.typeOf(frame, a), b, summary.c(value));
    case Op.Caught:
      return instanceOf(p, p.typeOf(frame, a));
    case Op.Narrow:
      return narrowed(p, p.typeOf(frame, a), b < 0 ? types.none : instanceOf(p, p.typeOf(frame, b)));
    case Op.Exclude:
      return excluded(p, p.typeOf(frame, a), b < 0 ? types.none : instanceOf(p, p.typeOf(frame, b)));
    case Op.Annotated: {
      const declared = ground(p, p.annotation(frame, b));
      return a < 0 ? declared : refine(p, declared, p.typeOf(frame, a));
    }
    case Op.YieldFrom:
      return generatorResult(p, p.typeOf(frame, a));
    case Op.Unary:
      return unaryType(p, frame, value);
    case Op.StoreAttribute:
      return storedAttribute(p, frame, value);
    case Op.StoreSubscript:
    case Op.Changed:
      return changedContainer(p, frame, value);
    default:
      return types.unknown;
  }
}

const LITERAL_CLASSES: Partial<Record<Literal, string>> = {
  [Literal.String]: 'str',
  [Literal.Bytes]: 'bytes',
  [Literal.Int]: 'int',
  [Literal.Float]: 'float',
  [Literal.Complex]: 'complex',
};

function literalType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const literal = summary.literal(value);
  const known = summary.b(value);
  if (literal === Literal.None) return p.types.none;
  if (literal === Literal.String && known >= 0) return p.literal(summary.string(known));
  if (literal === Literal.Int && known >= 0) return p.literal(known);
  if (literal === Literal.True || literal === Literal.False) return p.literal(literal === Literal.True);
  const name = LITERAL_CLASSES[literal];
  return name === undefined ? p.types.unknown : p.builtinInstance(name);
}

/** Any of several values that can come about: the arm of a branch that never runs cannot. */
function choiceType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const values = [...summary.list(summary.a(value))];
  const isOr = summary.b(value) === 1;
  const types = values.map((each, i) => {
    if (each < 0 || !p.mayRun(frame, summary.region(each))) return p.types.unknown;
    const type = p.typeOf(frame, each);
    // `x or y` is x only when that is something.
    return isOr && i < values.length - 1 ? p.types.withoutNone(type) : type;
  });
  return p.types.union(types);
}

/** What `x.name` holds once something was stored in it; a property says for itself. */
function storedAttribute(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const base = p.typeOf(frame, summary.a(value));
  const name = summary.string(summary.b(value));
  if (isProperty(p, base, name)) return memberType(p, base, name);
  const stored = p.typeOf(frame, summary.c(value));
  // Nobody stores None to use it: what follows was seen to by somebody else.
  return stored.kind === 'unknown' || stored.kind === 'none' ? memberType(p, base, name) : stored;
}

function lookupType(p: Evaluator, frame: Frame, name: string, scope: number): Type {
  const definitions = scope === 0 ? p.global(frame, name) : lookup(p, frame, name, scope);
  if (definitions.length === 0 && !p.modules.stub('builtins')) return p.types.external(`builtins.${name}`);
  return definedType(p, definitions, name);
}

function importType(p: Evaluator, frame: Frame, index: number): Type {
  const target = imported(p, frame.module, index);
  switch (target?.kind) {
    case 'module':
      return p.types.module(target.module);
    case 'definitions':
      return definedType(p, target.located, frame.module.summary.data.imports[index]?.name ?? '');
    case 'external':
      return p.types.external(target.path);
    default:
      return p.types.unknown;
  }
}

function parameterType(p: Evaluator, frame: Frame, index: number): Type {
  const { types } = p;
  const parameter = frame.scope.parameters[index];
  if (!parameter) return types.unknown;
  if (index === 0 && frame.receiver && frame.function?.owner) return frame.receiver;
  const bound = frame.bindings.get(index);
  if (bound) return bound;
  const declared =
    parameter.annotation < 0
      ? types.unknown
      : specialise(p, frame, p.annotation(frame.parent ?? frame, parameter.annotation), NO_ARGUMENTS);
  if (parameter.form === 'args') return p.builtinInstance('tuple', [declared]);
  if (parameter.form === 'kwargs') return p.builtinInstance('dict', [p.builtinInstance('str'), declared]);
  if (declared.kind !== 'unknown' || parameter.default < 0) return declared;
  return defaultType(p, frame, index, parameter.default);
}

/** `def f(open=open)`: a default that can be called says what is called, and one that is a key what is picked. */
function defaultType(p: Evaluator, frame: Frame, index: number, value: Value): Type {
  const type = p.typeOf(frame.parent ?? frame, value);
  if (type.kind === 'function' || type.kind === 'class') return type;
  if (keyOf(type) !== undefined && frame.function && p.chooses(frame.function, index)) return type;
  return isTelling(p, type) ? type : p.types.unknown;
}

function attributeType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const base = p.typeOf(frame, summary.a(value));
  const name = summary.string(summary.b(value));
  return namedMember(p, frame, base, name, memberType(p, base, name));
}

function callType(p: Evaluator, frame: Frame, call: Value): Type {
  const { summary } = frame.module;
  const callee = p.typeOf(frame, summary.a(call));
  if (callee.kind === 'unknown') return callee;
  if (callee.kind === 'class' && callee.class.name === 'builtins.super') return superType(p, frame);
  const args = argumentsOf(p, frame, call);
  if (callee.kind === 'function') {
    const { name } = callee.function;
    if (name === 'typing.cast') {
      const [type] = summary.args(call);
      return type ? ground(p, p.annotation(frame, type.value)) : p.types.unknown;
    }
    if (name === 'builtins.getattr') return attributeByName(p, args);
  }
  return takenOut(p, frame, call, args) ?? namedResult(p, frame, callee, callResult(p, callee, args));
}

/** `table.get(key)`, `table.pop(key, default)` of a table that is known key by key. */
function takenOut(
  p: Evaluator,
  frame: Frame,
  call: Value,
  { positional: [key, fallback] }: CallArguments,
): Type | undefined {
  const { summary } = frame.module;
  const callee = summary.a(call);
  if (
    summary.op(callee) !== Op.Attribute ||
    !/^(get|pop|setdefault)$/.test(summary.string(summary.b(callee)))
  ) {
    return undefined;
  }
  const table = p.typeOf(frame, summary.a(callee));
  if (!itemsOf(table) || !key || keyOf(key) === undefined) return undefined;
  return knownItem(table, key) ?? fallback ?? p.types.none;
}

/** `getattr(x, "name")`, `getattr(x, name, default)`. */
function attributeByName(p: Evaluator, { positional: [subject, name, fallback] }: CallArguments): Type {
  const key = name && keyOf(name);
  if (!subject || typeof key !== 'string') return p.types.unknown;
  const type = memberType(p, subject, key);
  if (type.kind !== 'unknown' || !fallback) return fallback ? p.types.union([type, fallback]) : type;
  return subject.kind === 'unknown' ? subject : fallback;
}

function superType(p: Evaluator, frame: Frame): Type {
  let at: Frame | undefined = frame;
  while (at && !at.function?.owner) at = at.parent;
  const owner = at?.function?.owner;
  const receiver = at?.receiver;
  if (!owner || !receiver || !receiverClass(at as Frame)) return p.types.unknown;
  if (receiver.kind !== 'instance' && receiver.kind !== 'class') return p.types.unknown;
  return p.types.super(owner, receiver);
}

function comprehensionType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const element = p.typeOf(frame, summary.a(value));
  switch (summary.display(value)) {
    case Display.Dict:
      return p.builtinInstance('dict', [p.typeOf(frame, summary.c(value)), element]);
    case Display.Generator: {
      const symbol = p.standardClass('typing', 'Iterator');
      return symbol ? p.types.instance(symbol, [element]) : p.types.unknown;
    }
    case Display.Set:
      return p.builtinInstance('set', [element]);
    case Display.List:
    case Display.Tuple:
      return p.builtinInstance('list', [element]);
  }
}
