/** Functions that a framework runs on the event loop although they are plain `def`s, by how it comes to know them. */
import type { Frameworks, Keyword, Registration } from '../knowledge/frameworks.ts';
import { ArgumentForm, Literal, Op, type Scope, type Value } from '../model/summary.ts';
import { frameOfCall, NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { ancestorNames } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import { writtenPath } from '../program/names.ts';
import { alternatives, type FunctionType, type Type } from '../program/types.ts';
import { lastName } from './callee-names.ts';

/** A function of the program, and what a framework makes of it. */
export interface Registered {
  readonly frame: Frame;
  readonly registration: Registration;
}

/** The frames of a module's sync functions that a framework calls on the loop. */
export function registeredOnLoop(p: Evaluator, frameworks: Frameworks, module: Module): Frame[] {
  const found = new Set<Frame>();
  for (const scope of module.summary.scopes) {
    if (scope.kind === 'function' && !scope.isAsync) {
      if (byItsHead(p, frameworks, module, scope).some(runsOnLoop)) {
        found.add(p.genericFrame(module, scope.id));
      }
    }
    if (scope.kind === 'class') continue;
    const onLoop = (member: string, place: number | string) => frameworks.mayRunOnLoop(member, place);
    for (const { frame, registration } of handedOver(p, frameworks, module, scope, onLoop)) {
      if (!frame.scope.isAsync && runsOnLoop(registration)) found.add(frame);
    }
  }
  return [...found];
}

/** All functions that a module makes known to a framework, or that one finds in it by their names. */
export function registeredIn(p: Evaluator, frameworks: Frameworks, module: Module): Registered[] {
  const found: Registered[] = [];
  for (const scope of module.summary.scopes) {
    if (scope.kind === 'function') {
      const frame = p.genericFrame(module, scope.id);
      const registrations = byItsHead(p, frameworks, module, scope);
      const named = scope.parent === 0 ? frameworks.named(module.name, scope.name) : undefined;
      if (named) registrations.push(named);
      found.push(...registrations.map((registration) => ({ frame, registration })));
    }
    if (scope.kind === 'class') continue;
    const anywhere = (member: string, place: number | string) => frameworks.mayTake(member, place);
    found.push(...handedOver(p, frameworks, module, scope, anywhere));
  }
  return found;
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
  return byItsHead(p, frameworks, module, scope)[0];
}

function byItsHead(p: Evaluator, frameworks: Frameworks, module: Module, scope: Scope): Registration[] {
  if (scope.kind !== 'function') return [];
  const inherited = byInheritance(p, frameworks, module, scope);
  return [...byDecorators(p, frameworks, module, scope), ...(inherited ? [inherited] : [])];
}

function byDecorators(p: Evaluator, frameworks: Frameworks, module: Module, scope: Scope): Registration[] {
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
function byInheritance(
  p: Evaluator,
  frameworks: Frameworks,
  module: Module,
  scope: Scope,
): Registration | undefined {
  if (module.summary.scope(scope.parent).kind !== 'class') return undefined;
  const { owner } = p.functionAt(p.genericFrame(module, scope.parent), scope.id);
  if (!owner) return undefined;
  const [, ...bases] = ancestorNames(p, owner);
  return bases.some((base) => base !== 'builtins.object') ? frameworks.method(bases, scope.name) : undefined;
}

/** `app.add_handler(callback)`: functions among the arguments of a call that registers them. */
function handedOver(
  p: Evaluator,
  frameworks: Frameworks,
  module: Module,
  scope: Scope,
  sieve: (member: string, place: number | string) => boolean,
): Registered[] {
  const { summary } = module;
  const found: Registered[] = [];
  let frame: Frame | undefined;
  for (let row = scope.first; row < scope.end; row++) {
    if (summary.op(row) !== Op.Call) continue;
    const member = lastName({ module }, summary.a(row));
    let position = 0;
    for (const { form, keyword, value } of summary.args(row)) {
      const place = keyword ?? (form === ArgumentForm.Positional ? position++ : undefined);
      if (place === undefined || !sieve(member, place)) continue;
      if (!mayBeFunction(module, value)) continue;
      frame ??= p.genericFrame(module, scope.id);
      const functions = ownFunctions(p.typeOf(frame, value));
      if (functions.length === 0) continue;
      const registration = frameworks.argument(
        calleeNames(p, frame, summary.a(row)),
        place,
        keywordsOf(frame, row),
      );
      if (!registration) continue;
      found.push(...functions.map((type) => ({ frame: frameOfCall(p, type, NO_ARGUMENTS), registration })));
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

/** The project's own functions among what a value may be. */
function ownFunctions(type: Type): FunctionType[] {
  return alternatives(type).flatMap((each) => {
    const callee = each.kind === 'partial' ? each.callee : each;
    if (callee.kind !== 'function') return [];
    return callee.function.module.origin === 'workspace' ? [callee] : [];
  });
}

/** The names that what is called may go by. */
function calleeNames(p: Evaluator, frame: Frame, callee: Value): readonly string[] {
  const names = alternatives(p.typeOf(frame, callee)).flatMap((type) => {
    if (type.kind === 'function') return p.namesOf(type);
    if (type.kind === 'class') return ancestorNames(p, type.class);
    return type.kind === 'external' ? [type.path] : [];
  });
  const written = writtenPath(p, frame, callee);
  return written === undefined ? names : [...names, written];
}

/** Keyword arguments: literals as they are written (`sync_to_thread=True`), others as `…`. */
function keywordsOf({ module: { summary } }: Frame, call: Value): Keyword {
  return (param) => {
    const argument = summary.args(call).find(({ keyword }) => keyword === param);
    if (!argument) return undefined;
    if (summary.op(argument.value) !== Op.Literal) return '…';
    switch (summary.literal(argument.value)) {
      case Literal.True:
        return 'True';
      case Literal.False:
        return 'False';
      case Literal.None:
        return 'None';
      default:
        return '…';
    }
  };
}
