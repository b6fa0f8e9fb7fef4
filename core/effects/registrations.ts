/** Functions that a framework runs on the event loop although they are plain `def`s, by how it comes to know them. */
import type { Frameworks, Keyword, Registration } from '../knowledge/frameworks.ts';
import { ArgumentForm, Literal, Op, type Scope, type Value } from '../model/summary.ts';
import { frameOfCall, NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { ancestors } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import { writtenPath } from '../program/names.ts';
import type { ClassSymbol } from '../program/symbols.ts';
import { alternatives, type FunctionType, type Type } from '../program/types.ts';

/** The frames of a module's sync functions that a framework calls on the loop. */
export function registeredOnLoop(p: Evaluator, frameworks: Frameworks, module: Module): Frame[] {
  const found = new Set<Frame>();
  for (const scope of module.summary.scopes) {
    if (scope.kind === 'function' && !scope.isAsync) {
      if (registrations(p, frameworks, module, scope).some(runsOnLoop)) {
        found.add(p.genericFrame(module, scope.id));
      }
    }
    if (scope.kind === 'class') continue;
    for (const frame of handedOver(p, frameworks, module, scope)) found.add(frame);
  }
  return [...found];
}

function runsOnLoop(registration: Registration | undefined): boolean {
  // What holds only when the program drives the framework in some way is left to where that is known.
  return registration?.sync === 'loop' && registration.drivenBy.length === 0;
}

/** How a framework comes to know a function by its decorators or by the method that it overrides. */
export function registrationOf(
  p: Evaluator,
  frameworks: Frameworks,
  module: Module,
  scope: Scope,
): Registration | undefined {
  return registrations(p, frameworks, module, scope)[0];
}

function registrations(p: Evaluator, frameworks: Frameworks, module: Module, scope: Scope): Registration[] {
  if (scope.kind !== 'function') return [];
  const inherited = inheritedRegistration(p, frameworks, module, scope);
  return [...decoratorRegistrations(p, frameworks, module, scope), ...(inherited ? [inherited] : [])];
}

function decoratorRegistrations(
  p: Evaluator,
  frameworks: Frameworks,
  module: Module,
  scope: Scope,
): Registration[] {
  if (scope.decorators.length === 0) return [];
  const { summary } = module;
  const frame = p.genericFrame(module, scope.parent);
  return scope.decorators.flatMap((decorator) => {
    const isCall = summary.op(decorator) === Op.Call;
    const names = calleeNames(p, frame, isCall ? summary.a(decorator) : decorator);
    return frameworks.decorator(names, isCall ? keywordsOf(frame, decorator) : undefined) ?? [];
  });
}

/** A method that overrides one which the framework calls. */
function inheritedRegistration(
  p: Evaluator,
  frameworks: Frameworks,
  module: Module,
  scope: Scope,
): Registration | undefined {
  if (module.summary.scope(scope.parent).kind !== 'class') return undefined;
  const { owner } = p.functionAt(p.genericFrame(module, scope.parent), scope.id);
  if (!owner) return undefined;
  const [, ...bases] = classNames(p, owner);
  return bases.some((base) => base !== 'builtins.object') ? frameworks.method(bases, scope.name) : undefined;
}

/** A class and its ancestors by name, nearest first. */
function classNames(p: Evaluator, symbol: ClassSymbol): string[] {
  return ancestors(p, symbol).map((ancestor) => (ancestor.class ? ancestor.class.name : ancestor.path));
}

/** `app.add_handler(callback)`: functions among the arguments of a call that registers them. */
function handedOver(p: Evaluator, frameworks: Frameworks, module: Module, scope: Scope): Frame[] {
  const { summary } = module;
  const found: Frame[] = [];
  let frame: Frame | undefined;
  for (let row = scope.first; row < scope.end; row++) {
    if (summary.op(row) !== Op.Call) continue;
    const member = lastName(module, summary.a(row));
    let position = 0;
    for (const { form, keyword, value } of summary.args(row)) {
      const place = keyword ?? (form === ArgumentForm.Positional ? position++ : undefined);
      if (place === undefined || !frameworks.mayRunOnLoop(member, place)) continue;
      if (!mayBeFunction(module, value)) continue;
      frame ??= p.genericFrame(module, scope.id);
      const functions = syncFunctions(p.typeOf(frame, value));
      if (functions.length === 0) continue;
      const registration = frameworks.argument(
        calleeNames(p, frame, summary.a(row)),
        place,
        keywordsOf(frame, row),
      );
      if (runsOnLoop(registration))
        found.push(...functions.map((type) => frameOfCall(p, type, NO_ARGUMENTS)));
    }
  }
  return found;
}

function mayBeFunction({ summary }: Module, value: Value): boolean {
  switch (summary.op(value)) {
    case Op.Function:
    case Op.Lookup:
    case Op.Attribute:
    case Op.Call:
    case Op.Choice:
      return true;
    default:
      return false;
  }
}

/** The project's own plain functions among what a value may be. */
function syncFunctions(type: Type): FunctionType[] {
  return alternatives(type).flatMap((each) => {
    const callee = each.kind === 'partial' ? each.callee : each;
    if (callee.kind !== 'function' || callee.function.scope.isAsync) return [];
    return callee.function.module.origin === 'workspace' ? [callee] : [];
  });
}

function lastName({ summary }: Module, callee: Value): string {
  switch (summary.op(callee)) {
    case Op.Attribute:
      return summary.string(summary.b(callee));
    case Op.Lookup:
      return summary.string(summary.a(callee));
    case Op.Import:
      return summary.data.imports[summary.a(callee)]?.name ?? '';
    default:
      return '';
  }
}

/** The names that what is called may go by. */
function calleeNames(p: Evaluator, frame: Frame, callee: Value): readonly string[] {
  const names = alternatives(p.typeOf(frame, callee)).flatMap((type) => {
    if (type.kind === 'function') return p.namesOf(type);
    if (type.kind === 'class') return classNames(p, type.class);
    return type.kind === 'external' ? [type.path] : [];
  });
  const written = writtenPath(p, frame, callee);
  return written === undefined ? names : [...names, written];
}

/** Literal keyword arguments, as they are written: `sync_to_thread=True`. */
function keywordsOf({ module: { summary } }: Frame, call: Value): Keyword {
  return (param) => {
    const argument = summary.args(call).find(({ keyword }) => keyword === param);
    if (!argument || summary.op(argument.value) !== Op.Literal) return undefined;
    switch (summary.literal(argument.value)) {
      case Literal.True:
        return 'True';
      case Literal.False:
        return 'False';
      case Literal.None:
        return 'None';
      default:
        return undefined;
    }
  };
}
