// The public functions, methods and constructors of a version's `Lib`, by the names that programs use.
import type { Frame } from '../../core/program/frame.ts';
import { findMember } from '../../core/program/members.ts';
import type { Module } from '../../core/program/modules.ts';
import { exported } from '../../core/program/names.ts';
import type { ClassSymbol } from '../../core/program/symbols.ts';
import { ancestors } from '../../core/program/hierarchy.ts';
import type { ClassType, Type } from '../../core/program/types.ts';
import type { Library } from './library.ts';

export interface PublicFunction {
  readonly name: string;
  readonly frame: Frame;
}

/** Special methods that syntax calls. */
const SPECIAL = /^__(?:enter|exit|iter|next|getitem|setitem|delitem|contains|len|call)__$/;

export function* publicFunctions(library: Library): Iterable<PublicFunction> {
  for (const name of library.names) {
    const module = library.modules.resolve(library.start, 0, name);
    if (module?.kind !== 'module' || module.origin !== 'package') continue;
    yield* functionsOf(library, module);
  }
}

function* functionsOf({ p }: Library, module: Module): Iterable<PublicFunction> {
  for (const name of namesIn(p, module)) {
    for (const { frame, value } of exported(p, module, name)) {
      const type = p.typeOf(frame, value);
      if (type.kind === 'function' && isOwn(module, type.function) && !type.receiver) {
        yield {
          name: `${module.name}.${name}`,
          frame: p.functionFrame(type.function, type.closure, undefined),
        };
      }
      if (type.kind === 'class' && isOwn(module, type.class))
        yield* methodsOf(p, `${module.name}.${name}`, type);
    }
  }
}

/** Public names of a module, with those that come by a star. */
function namesIn(p: Library['p'], module: Module, seen = new Set<Module>()): Set<string> {
  const names = new Set([...module.summary.names(0).keys()].filter((name) => !name.startsWith('_')));
  seen.add(module);
  for (const { level, module: from } of module.summary.starImports) {
    const source = p.modules.resolve(module, level, from);
    if (source?.kind !== 'module' || seen.has(source) || source.origin !== 'package') continue;
    for (const name of namesIn(p, source, seen)) names.add(name);
  }
  return names;
}

/** Defined here, or in a private part of the same package: `pathlib._local`. */
function isOwn(module: Module, { module: home }: { readonly module: Module }): boolean {
  return home === module || home.name.startsWith(`${module.name}._`) || home.name.startsWith('_');
}

function* methodsOf(p: Library['p'], name: string, type: ClassType): Iterable<PublicFunction> {
  const instance = p.types.instance(type.class);
  const members = new Set(
    ancestors(p, type.class).flatMap(({ class: symbol }) =>
      symbol?.module.origin === 'package' && isHidden(type.class, symbol)
        ? [...symbol.module.summary.names(symbol.scope.id).keys()]
        : [],
    ),
  );
  for (const member of members) {
    const isConstructor = member === '__init__' || member === '__new__';
    if (member.startsWith('_') && !SPECIAL.test(member) && !isConstructor) continue;
    const found = findMember(p, type.class, member, undefined, instance);
    const method = found && functionOf(found.type);
    if (method?.function.module.origin !== 'package') continue;
    const receiver = method.function.modifiers.isStatic
      ? undefined
      : method.function.modifiers.isClassMethod || member === '__new__'
        ? type
        : instance;
    const frame = p.functionFrame(method.function, method.closure, receiver);
    yield { name: isConstructor ? name : `${name}.${member}`, frame };
  }
}

/** A base class that goes by no public name, so that its methods are known as those of the class itself. */
function isHidden(symbol: ClassSymbol, base: ClassSymbol): boolean {
  return (
    base === symbol ||
    base.scope.name.startsWith('_') ||
    /(^|\.)_/.test(base.module.name) ||
    base.scope.name === symbol.scope.name
  );
}

function functionOf(type: Type) {
  if (type.kind === 'function') return type;
  return type.kind === 'property' && type.getter.kind === 'function' ? type.getter : undefined;
}
