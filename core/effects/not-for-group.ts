/** Why a task group cannot take the place of `gather`: what it is given is no coroutine, or a caller handles what fails. */
import { ArgumentForm, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { alternatives, isInstanceOf, type Type } from '../program/types.ts';
import { caughtNames } from './exceptions.ts';
import { referencesTo } from './references.ts';
import { isWithin } from './regions.ts';
import { displayName } from './scopes.ts';

/** Callers of callers are looked at until there are this many. */
const BUDGET = 20;

const CATCHES_GROUPS = /^builtins\.(Base)?Exception(Group)?$/;

export function notForGroup(
  p: Evaluator,
  modules: Iterable<Module>,
  frame: Frame,
  gather: Value,
): string | undefined {
  return notStarted(p, frame, gather) ?? handledAbove(p, [...modules], frame);
}

/** `create_task` takes coroutines, and nothing else that can be awaited. */
function notStarted(p: Evaluator, frame: Frame, gather: Value): string | undefined {
  const { summary } = frame.module;
  for (const { form, value } of summary.args(gather)) {
    if (form !== ArgumentForm.Positional && form !== ArgumentForm.Star) continue;
    const type = p.typeOf(frame, value);
    const given = alternatives(form === ArgumentForm.Star ? p.elementOf(type) : type);
    if (given.some(isFuture)) return 'a task group takes coroutines only, and this is a future';
    if (given.length === 0 || !given.every(isCoroutine))
      return 'a task group takes coroutines only, and it is not known that these are';
  }
  return undefined;
}

function isCoroutine(type: Type): boolean {
  return type.kind === 'coroutine' || isInstanceOf(type, /\.Coroutine(Type)?$/);
}

function isFuture(type: Type): boolean {
  return isInstanceOf(type, /\.(Future|Task)$/);
}

/** A caller that catches the exception by its name would not catch a group of it. */
function handledAbove(p: Evaluator, modules: readonly Module[], start: Frame): string | undefined {
  const functions = new Set([start]);
  for (const frame of functions) {
    if (functions.size > BUDGET) break;
    if (frame.scope.kind !== 'function') continue;
    for (const { frame: caller, call } of referencesTo(p, modules, frame).calls) {
      const caught = handlerAround(p, caller, call);
      if (caught !== undefined)
        return `\`${displayName(caller)}\` handles ${caught}, and would get an \`ExceptionGroup\``;
      functions.add(p.genericFrame(caller.module, caller.scope.id));
    }
  }
  return undefined;
}

/** What handlers around a call catch that is no base of groups. */
function handlerAround(p: Evaluator, frame: Frame, call: Value): string | undefined {
  const { summary } = frame.module;
  for (let region = 0; region < summary.regionCount; region++) {
    const type = summary.regionKind(region) === RegionKind.Except ? summary.regionValue(region) : -1;
    if (type < 0 || !isWithin(summary, summary.region(call), summary.regionLink(region))) continue;
    const names = caughtNames(p, frame, type);
    const name = names.find((each) => !CATCHES_GROUPS.test(each));
    if (name !== undefined) return `\`${name.replace(/^builtins\./, '')}\``;
    if (names.length === 0) return 'some exceptions';
  }
  return undefined;
}
