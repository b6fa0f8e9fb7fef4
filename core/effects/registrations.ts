/** Functions that a framework runs on the event loop although they are plain `def`s, by how it comes to know them. */
import type { Frameworks, Keyword, Registration } from '../knowledge/frameworks.ts';
import { ArgumentForm, Literal, Op, type Scope, type Value } from '../model/summary.ts';
import { frameOfCall, NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { ancestors } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import { writtenPath } from '../program/names.ts';
import { alternatives } from '../program/types.ts';

/** The frames of a module's sync functions that a framework calls on the loop. */
export function registeredOnLoop(p: Evaluator, frameworks: Frameworks, module: Module): Frame[] {
  const found = new Set<Frame>();
  for (const scope of module.summary.scopes) {
    if (scope.kind === 'function' && !scope.isAsync) {
      if (isDecorated(p, frameworks, module, scope) || isInherited(p, frameworks, module, scope)) {
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

function isDecorated(p: Evaluator, frameworks: Frameworks, module: Module, scope: Scope): boolean {
  if (scope.decorators.length === 0) return false;
  const { summary } = module;
  const frame = p.genericFrame(module, scope.parent);
  return scope.decorators.some((decorator) => {
    const isCall = summary.op(decorator) === Op.Call;
    const names = calleeNames(p, frame, isCall ? summary.a(decorator) : decorator);
    return runsOnLoop(frameworks.decorator(names, isCall ? keywordsOf(frame, decorator) : undefined));
  });
}

/** A method that overrides one which the framework calls. */
function isInherited(p: Evaluator, frameworks: Frameworks, module: Module, scope: Scope): boolean {
  if (module.summary.scope(scope.parent).kind !== 'class') return false;
  const { owner } = p.functionAt(p.genericFrame(module, scope.parent), scope.id);
  if (!owner) return false;
  const bases = ancestors(p, owner)
    .slice(1)
    .map((ancestor) => ancestor.class?.name ?? (ancestor.class ? '' : ancestor.path));
  return bases.length > 0 && runsOnLoop(frameworks.method(bases, scope.name));
}

/** `app.add_handler(callback)`: functions among the arguments of a call that registers them. */
function handedOver(p: Evaluator, frameworks: Frameworks, module: Module, scope: Scope): Frame[] {
  const { summary } = module;
  const found: Frame[] = [];
  let frame: Frame | undefined;
  for (let row = scope.first; row < scope.end; row++) {
    if (summary.op(row) !== Op.Call || !frameworks.mayRegister(lastName(module, summary.a(row)))) continue;
    frame ??= p.genericFrame(module, scope.id);
    const names = calleeNames(p, frame, summary.a(row));
    let position = 0;
    for (const { form, keyword, value } of summary.args(row)) {
      const place = keyword ?? (form === ArgumentForm.Positional ? position++ : undefined);
      if (place === undefined) continue;
      if (!runsOnLoop(frameworks.argument(names, place, keywordsOf(frame, row)))) continue;
      for (const type of alternatives(p.typeOf(frame, value))) {
        const callee = type.kind === 'partial' ? type.callee : type;
        if (callee.kind !== 'function' || callee.function.scope.isAsync) continue;
        if (callee.function.module.origin === 'workspace') found.push(frameOfCall(p, callee, NO_ARGUMENTS));
      }
    }
  }
  return found;
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
  const names = p.callTargets(p.typeOf(frame, callee), NO_ARGUMENTS).flatMap((target) => target.names);
  const written = writtenPath(p, frame, callee);
  return written === undefined ? names : [...names, written];
}

/** Literal keyword arguments, as they are written: `sync_to_thread=True`. */
function keywordsOf({ module: { summary } }: Frame, call: Value): Keyword {
  return (param) => {
    const argument = summary.args(call).find(({ keyword }) => keyword === param);
    if (!argument || summary.op(argument.value) !== Op.Literal) return undefined;
    switch (summary.a(argument.value) as Literal) {
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
