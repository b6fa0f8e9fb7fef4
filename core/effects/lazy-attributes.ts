/** Attributes of SQLAlchemy's classes that are loaded from the database when somebody reads them first. */
import { type FileSummary, Literal, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { ancestors } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import type { ClassSymbol } from '../program/symbols.ts';
import { calleeNames, lastName } from './callee-names.ts';
import { argumentOf, hidesArguments } from './named-calls.ts';
import { perModule } from './per-module.ts';

const RELATIONSHIP = /^sqlalchemy\.orm\b.*\.relationship$|^sqlmodel\b.*\.Relationship$/;
const DEFERRED = /^sqlalchemy\.orm\b.*\.deferred$/;
const COLUMN = /^sqlalchemy\.orm\b.*\.mapped_column$/;

/** Asked before any name is resolved. */
const DECLARES = /^(relationship|Relationship|deferred|mapped_column)$/;

/** Names of attributes that some class of a module loads late. */
export const lazyNames = perModule((module, p: Evaluator): ReadonlySet<string> => {
  const { summary } = module;
  const names = new Set<string>();
  if (!isMapped(module)) return names;
  for (const scope of summary.scopes) {
    if (scope.kind !== 'class') continue;
    for (const [name, binds] of summary.names(scope.id)) {
      if (binds.some((bind) => isLazy(p, p.genericFrame(module, scope.id), summary.a(bind)))) names.add(name);
    }
  }
  return names;
});

function isMapped({ summary, origin }: Module): boolean {
  return (
    origin === 'workspace' &&
    summary.data.imports.some(({ module }) => /^(sqlalchemy|sqlmodel)\b/.test(module)) &&
    summary.data.strings.some((text) => DECLARES.test(text))
  );
}

/** The class that declares an attribute to be loaded late: the first in the order of resolution that declares it at all. */
export function lazyOwner(p: Evaluator, symbol: ClassSymbol, name: string): ClassSymbol | undefined {
  for (const { class: owner } of ancestors(p, symbol)) {
    const found = owner ? p.classMember(owner, name) : [];
    if (found.length > 0)
      return found.every(({ frame, value }) => isLazy(p, frame, value)) ? owner : undefined;
  }
  return undefined;
}

function isLazy(p: Evaluator, frame: Frame, value: Value): boolean {
  const { summary } = frame.module;
  if (value < 0) return false;
  if (summary.op(value) === Op.Annotated) return isLazy(p, frame, summary.a(value));
  if (summary.op(value) !== Op.Call || !DECLARES.test(lastName(frame, summary.a(value)))) return false;
  if (hidesArguments(frame, value)) return false;
  const names = calleeNames(p, frame, summary.a(value));
  const isOne = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (isOne(RELATIONSHIP)) return loadsWhenRead(frame, value);
  return isOne(DEFERRED) || (isOne(COLUMN) && isTrue(summary, argumentOf(frame, value, 'deferred')));
}

/** `lazy="select"` is what SQLAlchemy does when nobody says anything. */
function loadsWhenRead(frame: Frame, call: Value): boolean {
  const { summary } = frame.module;
  const lazy = argumentOf(frame, call, 'lazy') ?? lazyInOptions(frame, call);
  if (lazy === undefined) return true;
  if (isTrue(summary, lazy)) return true;
  return isString(summary, lazy) && /^(select|True)$/.test(summary.string(summary.b(lazy)));
}

/** SQLModel hands SQLAlchemy's arguments on: `sa_relationship_kwargs={"lazy": "selectin"}`. -1 where they cannot be seen. */
function lazyInOptions(frame: Frame, call: Value): Value | undefined {
  const { summary } = frame.module;
  const given =
    argumentOf(frame, call, 'sa_relationship_kwargs') ?? argumentOf(frame, call, 'sa_relationship');
  if (given === undefined) return undefined;
  if (summary.op(given) !== Op.Dict) return -1;
  const at = summary
    .list(summary.a(given))
    .findIndex((key) => isString(summary, key) && summary.string(summary.b(key)) === 'lazy');
  return at < 0 ? undefined : summary.list(summary.b(given))[at];
}

function isString(summary: FileSummary, value: Value): boolean {
  return value >= 0 && summary.op(value) === Op.Literal && summary.literal(value) === Literal.String;
}

function isTrue(summary: FileSummary, value: Value | undefined): boolean {
  return (
    value !== undefined &&
    value >= 0 &&
    summary.op(value) === Op.Literal &&
    summary.literal(value) === Literal.True
  );
}
