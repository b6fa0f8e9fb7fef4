/** What decorators make of a function. */
import { Op, type Scope, type ScopeId, type Value } from '../model/summary.ts';
import { type CallArguments, withPositional } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { writtenPath } from './names.ts';
import type { FunctionSymbol, Modifiers } from './symbols.ts';
import type { Type } from './types.ts';

const PLAIN: Modifiers = {
  isStatic: false,
  isClassMethod: false,
  isProperty: false,
  accessor: undefined,
  isAbstract: false,
  isOverload: false,
  isDispatch: false,
  manager: undefined,
};

/** Methods that Python treats as static or class methods without being told. */
const IMPLICIT_STATIC = new Set(['__new__']);
const IMPLICIT_CLASS = new Set(['__init_subclass__', '__class_getitem__']);

const PROPERTY =
  /^(builtins\.property|abc\.abstractproperty|types\.DynamicClassAttribute|enum\.property|.*\.cached_property)$/;

export function modifiersOf(p: Evaluator, frame: Frame, scope: Scope): Modifiers {
  const isStatic = IMPLICIT_STATIC.has(scope.name) && frame.scope.kind === 'class';
  const isClassMethod = IMPLICIT_CLASS.has(scope.name);
  let modifiers: Modifiers =
    isStatic || isClassMethod ? { ...PLAIN, isStatic: false, isClassMethod: true } : PLAIN;
  for (const decorator of scope.decorators) modifiers = { ...modifiers, ...modifierOf(p, frame, decorator) };
  return modifiers;
}

function modifierOf(p: Evaluator, frame: Frame, decorator: Value): Partial<Modifiers> {
  const { summary } = frame.module;
  if (summary.op(decorator) === Op.Attribute) {
    const name = summary.string(summary.b(decorator));
    if (name === 'setter' || name === 'deleter') return { accessor: name };
    // `@name.getter` replaces the getter, as `@property` does.
    if (name === 'getter') return { isProperty: true };
  }
  const written = writtenPath(p, frame, decorator);
  const known = written === undefined ? undefined : KNOWN[written];
  if (known) return known;
  // Stubs give standard decorators names of their own.
  const path =
    written === undefined || frame.module.origin === 'stub' ? ownPath(p, frame, decorator) : written;
  if (path === undefined) return {};
  return KNOWN[path] ?? (PROPERTY.test(path) ? { isProperty: true } : {});
}

const KNOWN: Readonly<Record<string, Partial<Modifiers> | undefined>> = {
  'builtins.staticmethod': { isStatic: true },
  'abc.abstractstaticmethod': { isStatic: true },
  'builtins.classmethod': { isClassMethod: true },
  'abc.abstractclassmethod': { isClassMethod: true },
  'abc.abstractmethod': { isAbstract: true },
  'typing.overload': { isOverload: true },
  'typing_extensions.overload': { isOverload: true },
  'functools.singledispatch': { isDispatch: true },
  'functools.singledispatchmethod': { isDispatch: true },
  'contextlib.contextmanager': { manager: 'manager' },
  'contextlib.asynccontextmanager': { manager: 'async-manager' },
};

/** The name of a decorator that the program defines itself: a descriptor class that reads like a property is one. */
function ownPath(p: Evaluator, frame: Frame, decorator: Value): string | undefined {
  const type = p.typeOf(frame, decorator);
  if (type.kind === 'function') return type.function.name;
  if (type.kind !== 'class') return undefined;
  return p.hasOwn(type.class, '__get__') && /property/i.test(type.class.name)
    ? 'builtins.property'
    : type.class.name;
}

/**
 * The value that a `def` statement binds. Decorators of the program are called and looked through; those that could
 * not be read are taken to give back the function, as nearly all do.
 */
export function decorate(p: Evaluator, frame: Frame, symbol: FunctionSymbol): Type {
  const { scope, modifiers, module } = symbol;
  const closure = frame.scope.kind === 'function' || frame.scope.kind === 'lambda' ? frame : undefined;
  let type: Type = p.types.function(symbol, closure);
  if (scope.decorators.length === 0) return type;
  if (modifiers.accessor !== undefined) return accessorProperty(p, frame, symbol, type);
  if (module.origin !== 'stub' && !modifiers.manager && !modifiers.isOverload) {
    for (const decorator of scope.decorators.toReversed()) type = apply(p, frame, decorator, symbol, type);
  }
  return modifiers.isProperty ? p.types.property(type) : type;
}

/** One call of a decorator. */
export interface Decoration {
  readonly decorator: Type;
  readonly args: CallArguments;
}

/** The decorators of a function or class that the program defines itself, in the order in which they run. */
export function decorations(p: Evaluator, frame: Frame, id: ScopeId): readonly Decoration[] {
  const scope = frame.module.summary.scope(id);
  const isClass = scope.kind === 'class';
  const symbol = isClass ? undefined : p.functionAt(frame, id);
  const closure = frame.scope.kind === 'function' ? frame : undefined;
  let type: Type = symbol ? p.types.function(symbol, closure) : p.types.class(p.classAt(frame, id));
  return scope.decorators.toReversed().flatMap((value) => {
    const decorator = p.typeOf(frame, value);
    const args = decorationOf(type);
    if (symbol) type = apply(p, frame, value, symbol, type);
    return isOwn(decorator) ? [{ decorator, args }] : [];
  });
}

function isOwn(type: Type): boolean {
  switch (type.kind) {
    case 'function':
      return type.function.module.origin !== 'stub';
    case 'class':
    case 'instance':
      return type.class.module.origin !== 'stub';
    case 'union':
      return type.members.every(isOwn);
    default:
      return false;
  }
}

function decorationOf(type: Type): CallArguments {
  return { ...withPositional(type), isDecoration: true };
}

function apply(p: Evaluator, frame: Frame, decorator: Value, symbol: FunctionSymbol, type: Type): Type {
  const decoratorType = p.typeOf(frame, decorator);
  if (decoratorType.kind === 'class') {
    const { name } = decoratorType.class;
    const isWrapped = type.kind === 'function' && type.function !== symbol;
    // The function's own modifiers say the same; of one in its place nothing else does.
    if (name === 'builtins.staticmethod') return isWrapped ? p.types.partial(type, [], new Map()) : type;
    if (name === 'builtins.classmethod' && isWrapped && symbol.owner) {
      return p.types.function(type.function, type.closure, p.types.class(symbol.owner));
    }
  }
  // A descriptor that reads like a property is looked through already.
  if (!isOwn(decoratorType) || (symbol.modifiers.isProperty && isDescriptor(p, decoratorType))) return type;
  return decorated(p, p.callResult(decoratorType, decorationOf(type))) ?? type;
}

function isDescriptor(p: Evaluator, type: Type): boolean {
  return type.kind === 'class' && p.hasOwn(type.class, '__get__');
}

/** What a decorator made, where that is something to call or to read. */
function decorated(p: Evaluator, result: Type): Type | undefined {
  switch (result.kind) {
    case 'function':
    case 'property':
    case 'partial':
      return result;
    case 'instance':
      return result.class.module.origin === 'stub' ? undefined : result;
    case 'union': {
      const members = result.members.flatMap((member) => decorated(p, member) ?? []);
      return members.length > 0 ? p.types.union(members) : undefined;
    }
    default:
      return undefined;
  }
}

/** `@name.setter def name(self, value)`: the property that `name` is so far, with a setter. */
function accessorProperty(p: Evaluator, frame: Frame, symbol: FunctionSymbol, accessor: Type): Type {
  const { summary } = symbol.module;
  const decorator = symbol.scope.decorators.find((each) => summary.op(each) === Op.Attribute);
  const base = decorator === undefined ? p.types.unknown : p.typeOf(frame, summary.a(decorator));
  const { getter, setter, deleter } = base.kind === 'property' ? base : p.types.property(p.types.unknown);
  return symbol.modifiers.accessor === 'setter'
    ? p.types.property(getter, accessor, deleter)
    : p.types.property(getter, setter, accessor);
}

/** The implementations that `@name.register` adds to a function. */
export function registered(p: Evaluator, { module, scope }: FunctionSymbol): readonly FunctionSymbol[] {
  const { summary } = module;
  return summary.scopes
    .filter(({ parent, decorators }) => parent === scope.parent && decorators.some(registers))
    .map(({ id }) => p.functionAt(p.genericFrame(module, scope.parent), id));

  function registers(decorator: Value): boolean {
    const callee = summary.op(decorator) === Op.Call ? summary.a(decorator) : decorator;
    if (summary.op(callee) !== Op.Attribute || summary.string(summary.b(callee)) !== 'register') return false;
    const base = summary.a(callee);
    return summary.op(base) === Op.Function
      ? summary.a(base) === scope.id
      : summary.op(base) === Op.Lookup && summary.string(summary.a(base)) === scope.name;
  }
}
