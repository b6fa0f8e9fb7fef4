/** The type of one operation's value. */
import { Display, Literal, Op, type Value } from '../model/summary.ts';
import { annotationType } from './annotations.ts';
import { argumentsOf, callResult, NO_ARGUMENTS } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { type Frame, receiverClass } from './frame.ts';
import { isSubclass } from './hierarchy.ts';
import { memberType, refine } from './members.ts';
import { imported, lookup } from './names.ts';
import { ground } from './substitution.ts';
import type { Type } from './types.ts';

// The one place where every operation has its line.
// eslint-disable-next-line complexity
export function evaluate(p: Evaluator, frame: Frame, value: Value): Type {
  const { types } = p;
  const { summary } = frame.module;
  const a = summary.a(value);
  const b = summary.b(value);
  switch (summary.op(value)) {
    case Op.Literal:
      return literalType(p, a);
    case Op.Format:
      return p.builtinInstance('str');
    case Op.Compare:
    case Op.Not:
      return p.builtinInstance('bool');
    case Op.Lookup:
      return lookupType(p, frame, summary.string(a), b);
    case Op.Parameter:
      return parameterType(p, frame, a);
    case Op.Attribute:
      return memberType(p, p.typeOf(frame, a), summary.string(b));
    case Op.Call:
      return callType(p, frame, value);
    case Op.Subscript:
      return subscriptType(p, frame, value);
    case Op.Await:
      return p.awaited(p.typeOf(frame, a));
    case Op.Binary:
      return binaryType(p, frame, value);
    case Op.Choice:
      return types.union([...summary.list(a)].map((each) => p.typeOf(frame, each)));
    case Op.Truth:
      return p.typeOf(frame, summary.c(value));
    case Op.Display:
      return displayType(p, frame, value);
    case Op.Dict:
      return p.builtinInstance('dict', [
        unionOf(p, frame, summary.list(a)),
        unionOf(p, frame, summary.list(b)),
      ]);
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
    case Op.Unpack: {
      const base = p.typeOf(frame, a);
      if (base.kind !== 'tuple') return p.elementOf(base);
      return summary.c(value) === 1 ? types.unknown : (base.items.at(b) ?? types.unknown);
    }
    case Op.Caught:
      return instanceOf(p, p.typeOf(frame, a));
    case Op.Narrow:
      return narrowed(p, p.typeOf(frame, a), instanceOf(p, p.typeOf(frame, b)));
    case Op.Exclude:
      return excluded(p, p.typeOf(frame, a), instanceOf(p, p.typeOf(frame, b)));
    case Op.Annotated: {
      const declared = ground(p, p.annotation(frame, b));
      return a < 0 ? declared : refine(p, declared, p.typeOf(frame, a));
    }
    case Op.Star:
    case Op.Unary:
      return types.unknown;
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
  [Literal.True]: 'bool',
  [Literal.False]: 'bool',
};

function literalType(p: Evaluator, literal: Literal): Type {
  if (literal === Literal.None) return p.types.none;
  const name = LITERAL_CLASSES[literal];
  return name === undefined ? p.types.unknown : p.builtinInstance(name);
}

function lookupType(p: Evaluator, frame: Frame, name: string, scope: number): Type {
  const definitions = scope === 0 ? p.global(frame, name) : lookup(p, frame, name, scope);
  if (definitions.length === 0 && !p.modules.stub('builtins')) return p.types.external(`builtins.${name}`);
  return p.types.union(definitions.map((at) => p.typeOf(at.frame, at.value)));
}

function importType(p: Evaluator, frame: Frame, index: number): Type {
  const target = imported(p, frame.module, index);
  switch (target?.kind) {
    case 'module':
      return p.types.module(target.module);
    case 'definitions':
      return p.types.union(target.located.map((at) => p.typeOf(at.frame, at.value)));
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
      : ground(p, p.annotation(frame.parent ?? frame, parameter.annotation));
  if (parameter.form === 'args') return p.builtinInstance('tuple', [declared]);
  if (parameter.form === 'kwargs') return p.builtinInstance('dict', [p.builtinInstance('str'), declared]);
  if (declared.kind !== 'unknown' || parameter.default < 0) return declared;
  // `def f(open=open)`: a default that can be called says what is called.
  const fallback = p.typeOf(frame.parent ?? frame, parameter.default);
  return fallback.kind === 'function' || fallback.kind === 'class' ? fallback : types.unknown;
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
      return type ? ground(p, annotationType(p, frame, type.value)) : p.types.unknown;
    }
    if (name === 'builtins.getattr') return attributeByName(p, frame, call);
  }
  return callResult(p, callee, args);
}

/** `getattr(x, "name")`. */
function attributeByName(p: Evaluator, frame: Frame, call: Value): Type {
  const { summary } = frame.module;
  const [subject, name] = summary.args(call);
  if (!subject || !name || summary.op(name.value) !== Op.Literal || summary.b(name.value) < 0)
    return p.types.unknown;
  return memberType(p, p.typeOf(frame, subject.value), summary.string(summary.b(name.value)));
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

function subscriptType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const base = p.typeOf(frame, summary.a(value));
  if (base.kind === 'tuple') return tupleElement(p, frame, base.items, summary.b(value));
  // `Box[int](…)` makes a box.
  if (base.kind === 'class') {
    const type = annotationType(p, frame, value);
    return type.kind === 'instance' ? p.types.class(type.class, type.args) : base;
  }
  if (base.kind === 'external') return p.types.external(`${base.path}[]`);
  const getter = memberType(p, base, '__getitem__');
  if (getter.kind === 'unknown') return getter;
  return callResult(p, getter, {
    positional: [p.typeOf(frame, summary.b(value))],
    keywords: new Map(),
    open: false,
  });
}

function tupleElement(p: Evaluator, _frame: Frame, items: readonly Type[], _index: Value): Type {
  return p.types.union(items);
}

const DUNDERS: Readonly<Record<string, readonly [string, string]>> = {
  '/': ['__truediv__', '__rtruediv__'],
  '+': ['__add__', '__radd__'],
  '-': ['__sub__', '__rsub__'],
  '*': ['__mul__', '__rmul__'],
  '%': ['__mod__', '__rmod__'],
  '|': ['__or__', '__ror__'],
  '&': ['__and__', '__rand__'],
};

function binaryType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const dunders = DUNDERS[summary.string(summary.c(value))];
  if (!dunders) return p.types.unknown;
  const left = p.typeOf(frame, summary.a(value));
  const right = p.typeOf(frame, summary.b(value));
  for (const [subject, other, name] of [
    [left, right, dunders[0]],
    [right, left, dunders[1]],
  ] as const) {
    // `"folder" / Path()` is the path's doing: a string has no division.
    if (subject.kind !== 'instance' && subject.kind !== 'union') continue;
    const method = memberType(p, subject, name);
    if (method.kind === 'unknown') continue;
    const result = callResult(p, method, { ...NO_ARGUMENTS, positional: [other] });
    if (result.kind !== 'unknown') return result;
  }
  return p.types.unknown;
}

function unionOf(p: Evaluator, frame: Frame, values: Iterable<Value>): Type {
  const found: Type[] = [];
  for (const value of values) {
    if (value < 0) continue;
    found.push(p.typeOf(frame, value));
    if (found.length > 24) break;
  }
  return p.types.union(found);
}

function displayType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const items = summary.list(summary.a(value));
  const display = summary.b(value) as Display;
  if (display === Display.Tuple && items.length <= 8) {
    return p.types.tuple([...items].map((item) => p.typeOf(frame, item)));
  }
  const name = display === Display.List ? 'list' : display === Display.Set ? 'set' : 'tuple';
  return p.builtinInstance(name, [unionOf(p, frame, items)]);
}

function comprehensionType(p: Evaluator, frame: Frame, value: Value): Type {
  const { summary } = frame.module;
  const element = p.typeOf(frame, summary.a(value));
  switch (summary.b(value) as Display) {
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

function asyncElement(p: Evaluator, type: Type): Type {
  if (type.kind === 'async-generator') return p.elementOf(type);
  const iterator = p.resultOf(memberType(p, type, '__aiter__'));
  return p.awaited(p.resultOf(memberType(p, iterator, '__anext__')));
}

/** An instance of the class, or of any class of the tuple, that a type expression names. */
function instanceOf(p: Evaluator, type: Type): Type {
  switch (type.kind) {
    case 'class':
      return p.types.instance(type.class, type.args);
    case 'tuple':
      return p.types.union(type.items.map((item) => instanceOf(p, item)));
    case 'union':
      return p.types.union(type.members.map((member) => instanceOf(p, member)));
    case 'external':
      return p.types.external(`${type.path}()`);
    default:
      return p.types.unknown;
  }
}

/** What is left of `type` when it is found to be `wanted`: the members that are, else `wanted` itself. */
function narrowed(p: Evaluator, type: Type, wanted: Type): Type {
  if (wanted.kind === 'unknown') return type;
  const members = type.kind === 'union' ? type.members : [type];
  const kept = members.filter((member) => isA(p, member, wanted));
  return kept.length > 0 ? p.types.union(kept) : wanted;
}

function excluded(p: Evaluator, type: Type, unwanted: Type): Type {
  if (type.kind !== 'union' || unwanted.kind === 'unknown') return type;
  return p.types.union(type.members.filter((member) => !isA(p, member, unwanted)));
}

function isA(p: Evaluator, type: Type, wanted: Type): boolean {
  if (wanted.kind === 'union') return wanted.members.some((member) => isA(p, type, member));
  if (type.kind !== 'instance' || wanted.kind !== 'instance') return type === wanted;
  return isSubclass(p, type.class, wanted.class);
}
