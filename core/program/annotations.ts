/** What an annotation says a value is. */
import { Literal, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { imported, type Located, lookup, memberOf, writtenPath } from './names.ts';
import { substitute, variablesIn } from './substitution.ts';
import type { Type } from './types.ts';

/** Aliases of aliases may go in a circle while somebody types. */
const MAX_ALIASES = 12;

const TYPING =
  /^(typing|typing_extensions|collections\.abc|_typeshed|builtins|types|contextlib|asyncio|t)\.(\w+)$/;

export function annotationType(p: Evaluator, frame: Frame, value: Value, depth = 0): Type {
  if (value < 0 || depth > MAX_ALIASES) return p.types.unknown;
  const { summary } = frame.module;
  switch (summary.op(value)) {
    case Op.Literal:
      return summary.literal(value) === Literal.None ? p.types.none : p.types.unknown;
    case Op.Lookup:
    case Op.Import:
    case Op.Attribute:
      return namedType(p, frame, value, depth);
    case Op.Subscript:
      return subscriptType(p, frame, value, depth);
    case Op.Binary:
      return p.types.union([
        annotationType(p, frame, summary.a(value), depth + 1),
        annotationType(p, frame, summary.b(value), depth + 1),
      ]);
    case Op.Class: {
      const symbol = p.classAt(frame, summary.a(value));
      return p.types.instance(symbol);
    }
    case Op.TypeParameter: {
      const key = `${frame.module.path}:${String(value)}`;
      const bound = summary.a(value);
      return p.types.variable(key, bound < 0 ? undefined : annotationType(p, frame, bound, depth + 1));
    }
    case Op.Call:
      return constructedType(p, frame, value, depth);
    case Op.Annotated:
      // `Name: TypeAlias = …`
      return annotationType(p, frame, summary.a(value), depth + 1);
    case Op.Choice:
      return p.types.union(
        [...summary.list(summary.a(value))].map((each) => annotationType(p, frame, each, depth + 1)),
      );
    default:
      return p.types.unknown;
  }
}

function specialForm(path: string | undefined): string {
  const match = path === undefined ? null : TYPING.exec(path);
  return match?.[2] ?? '';
}

function namedType(p: Evaluator, frame: Frame, value: Value, depth: number): Type {
  const path = writtenPath(p, frame, value);
  switch (specialForm(path)) {
    case 'Any':
    case 'NoReturn':
    case 'Never':
      return p.types.unknown;
    case 'Self':
      return p.types.self;
    case 'Callable':
      return p.types.callable(p.types.unknown);
    case 'List':
    case 'Dict':
    case 'Set':
    case 'FrozenSet':
    case 'Tuple':
    case 'Type':
    case 'Text':
    case 'LiteralString':
      return p.builtinInstance(builtinName(specialForm(path)));
    default:
  }
  const definitions = definitionsOf(p, frame, value);
  if (definitions === undefined) return path === undefined ? p.types.unknown : p.types.external(`${path}()`);
  if (typeof definitions === 'string') return p.types.external(`${definitions}()`);
  return p.types.union(definitions.map((at) => definedType(p, at, depth)));
}

function definedType(p: Evaluator, { frame, value }: Located, depth: number): Type {
  const { summary } = frame.module;
  const op = summary.op(value);
  // A value that is no type by itself, such as a `Literal`, is nothing that an annotation could name.
  if (op === Op.Literal) return p.types.unknown;
  return annotationType(p, frame, value, depth + 1);
}

/** Where the value is defined; a path where that could not be read; undefined where nothing leads on. */
export function definitionsOf(
  p: Evaluator,
  frame: Frame,
  value: Value,
): readonly Located[] | string | undefined {
  const { summary } = frame.module;
  switch (summary.op(value)) {
    case Op.Lookup: {
      const found = lookup(p, frame, summary.string(summary.a(value)), summary.b(value));
      return found.length > 0 ? found : undefined;
    }
    case Op.Import: {
      const target = imported(p, frame.module, summary.a(value));
      if (target?.kind === 'definitions') return target.located;
      return target?.kind === 'external' ? target.path : undefined;
    }
    case Op.Attribute: {
      const base = p.typeOf(frame, summary.a(value));
      const name = summary.string(summary.b(value));
      if (base.kind === 'external') return `${base.path}.${name}`;
      if (base.kind === 'module') {
        const target = memberOf(p, base.module, name);
        if (target?.kind === 'definitions') return target.located;
        return target?.kind === 'external' ? target.path : undefined;
      }
      if (base.kind === 'class') return p.classMember(base.class, name);
      return undefined;
    }
    default:
      return [{ frame, value }];
  }
}

function builtinName(form: string): string {
  return form === 'Text' || form === 'LiteralString' ? 'str' : form.toLowerCase();
}

function subscriptType(p: Evaluator, frame: Frame, value: Value, depth: number): Type {
  const { summary } = frame.module;
  const base = summary.a(value);
  const index = summary.b(value);
  const items = summary.op(index) === Op.Display ? [...summary.list(summary.a(index))] : [index];
  const typeAt = (i: number): Type => annotationType(p, frame, items[i] ?? -1, depth + 1);
  const form = specialForm(writtenPath(p, frame, base));
  switch (form) {
    case 'Optional':
      return p.types.union([typeAt(0), p.types.none]);
    case 'Union':
      return p.types.union(items.map((_, i) => typeAt(i)));
    case 'Annotated':
    case 'Final':
    case 'ClassVar':
    case 'Required':
    case 'NotRequired':
    case 'ReadOnly':
    case 'InitVar':
    case 'Unpack':
      return typeAt(0);
    case 'Literal':
      return p.types.plain(p.typeOf(frame, items[0] ?? -1));
    case 'Callable':
      return p.types.callable(typeAt(items.length - 1));
    case 'TypeGuard':
    case 'TypeIs':
      return p.builtinInstance('bool');
    case 'Type':
    case 'type':
      return classObject(p, typeAt(0));
    case 'Tuple':
    case 'tuple': {
      const last = items.at(-1);
      const open =
        last !== undefined && summary.op(last) === Op.Literal && summary.literal(last) === Literal.Ellipsis;
      return open ? p.builtinInstance('tuple', [typeAt(0)]) : p.types.tuple(items.map((_, i) => typeAt(i)));
    }
    case 'List':
    case 'Dict':
    case 'Set':
    case 'FrozenSet':
      return p.builtinInstance(
        builtinName(form),
        items.map((_, i) => typeAt(i)),
      );
    default:
  }
  const generic = annotationType(p, frame, base, depth + 1);
  const variables = [...new Set(variablesIn(generic))];
  if (variables.length > 0) {
    // An alias with parameters: `Named = dict[str, T]`.
    return substitute(p, generic, new Map(variables.map(({ key }, i) => [key, typeAt(i)])));
  }
  if (generic.kind !== 'instance' || generic.args.length > 0) return generic;
  return p.types.instance(
    generic.class,
    items.map((_, i) => typeAt(i)),
  );
}

/** `type[X]` of what `X` says. */
function classObject(p: Evaluator, type: Type): Type {
  if (type.kind === 'instance') return p.types.class(type.class, type.args);
  if (type.kind === 'variable') return p.types.callable(type, true);
  if (type.kind === 'union') return p.types.union(type.members.map((member) => classObject(p, member)));
  if (type.kind === 'external') return p.types.external(type.path.replace(/\(\)$/, ''));
  return p.types.unknown;
}

/** `TypeVar("T", bound=X)` and `NewType("N", X)`; `namedtuple` and its like make classes that nobody reads. */
function constructedType(p: Evaluator, frame: Frame, call: Value, depth: number): Type {
  const { summary } = frame.module;
  const form = specialForm(writtenPath(p, frame, summary.a(call)));
  const args = summary.args(call);
  if (form === 'TypeVar' || form === 'ParamSpec' || form === 'TypeVarTuple') {
    const key = `${frame.module.path}:${String(call)}`;
    const bound = args.find(({ keyword }) => keyword === 'bound');
    // `TypeVar("T", A, B)` is one of these.
    const choices = form === 'TypeVar' ? args.slice(1).filter(({ keyword }) => keyword === undefined) : [];
    const limits = (bound ? [bound] : choices).map(({ value }) => annotationType(p, frame, value, depth + 1));
    return p.types.variable(key, limits.length > 0 ? p.types.union(limits) : undefined);
  }
  if (form === 'NewType' && args[1]) return annotationType(p, frame, args[1].value, depth + 1);
  return p.types.unknown;
}
