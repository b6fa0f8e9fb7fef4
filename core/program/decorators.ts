/** What decorators make of a function. */
import { Op, type Scope, type Value } from '../model/summary.ts';
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
  manager: undefined,
};

/** Methods that Python treats as static or class methods without being told. */
const IMPLICIT_STATIC = new Set(['__new__']);
const IMPLICIT_CLASS = new Set(['__init_subclass__', '__class_getitem__']);

const PROPERTY =
  /^(builtins\.property|abc\.abstractproperty|functools\.cached_property|.*\.cached_property)$/;
const MANAGER = /^contextlib\.(async)?contextmanager$/;

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
  const path = writtenPath(p, frame, decorator) ?? ownPath(p, frame, decorator);
  if (path === undefined) return {};
  if (PROPERTY.test(path)) return { isProperty: true };
  const manager = MANAGER.exec(path);
  if (manager) return { manager: manager[1] === undefined ? 'manager' : 'async-manager' };
  switch (path) {
    case 'builtins.staticmethod':
    case 'abc.abstractstaticmethod':
      return { isStatic: true };
    case 'builtins.classmethod':
    case 'abc.abstractclassmethod':
      return { isClassMethod: true };
    case 'abc.abstractmethod':
      return { isAbstract: true };
    case 'typing.overload':
    case 'typing_extensions.overload':
      return { isOverload: true };
    default:
      return {};
  }
}

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
    for (const decorator of scope.decorators.toReversed()) type = apply(p, frame, decorator, type);
  }
  return modifiers.isProperty ? p.types.property(type, p.types.unknown) : type;
}

function apply(p: Evaluator, frame: Frame, decorator: Value, type: Type): Type {
  const decoratorType = p.typeOf(frame, decorator);
  if (decoratorType.kind !== 'function' || decoratorType.function.module.origin === 'stub') return type;
  const result = p.callResult(decoratorType, { positional: [type], keywords: new Map(), open: false });
  return result.kind === 'function' || result.kind === 'property' ? result : type;
}

/** `@name.setter def name(self, value)`: the property that `name` is so far, with a setter. */
function accessorProperty(p: Evaluator, frame: Frame, symbol: FunctionSymbol, setter: Type): Type {
  const { summary } = symbol.module;
  const decorator = symbol.scope.decorators.find((each) => summary.op(each) === Op.Attribute);
  const base = decorator === undefined ? p.types.unknown : p.typeOf(frame, summary.a(decorator));
  const getter = base.kind === 'property' ? base.getter : p.types.unknown;
  const before = base.kind === 'property' ? base.setter : p.types.unknown;
  return p.types.property(getter, symbol.modifiers.accessor === 'setter' ? setter : before);
}
