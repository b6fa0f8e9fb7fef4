/** The way from the name that an expression begins with to what it is. */
import type { Span } from '../model/span.ts';
import { Op, type Value } from '../model/summary.ts';
import { describe } from './describe.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { ancestors } from './hierarchy.ts';
import type { Module, Namespace } from './modules.ts';
import { imported, type Located, lookup } from './names.ts';
import type { Type } from './types.ts';

/** A place that a step leads to. */
export interface TracePlace {
  readonly path: string;
  readonly span: Span;
}

export interface TraceStep {
  /** The code that the step reads. */
  readonly path: string;
  readonly span: Span;
  /** What it does there, in words: `imported from pkg.core`. */
  readonly says: string;
  /** What the value is known to be from here on. */
  readonly type: string;
  readonly to: TracePlace | undefined;
}

const MAX_STEPS = 16;

export function trail(p: Evaluator, frame: Frame, value: Value): TraceStep[] {
  return follow(p, frame, value, 0);
}

function follow(p: Evaluator, frame: Frame, value: Value, depth: number): TraceStep[] {
  if (value < 0 || depth > MAX_STEPS) return [];
  const { summary } = frame.module;
  const a = summary.a(value);
  const on = (next: Value): TraceStep[] => follow(p, frame, next, depth + 1);
  const step = (says: string, to?: TracePlace): TraceStep => ({
    ...{ path: frame.module.path, span: summary.span(value), says },
    ...{ type: describe(p.typeOf(frame, value)), to },
  });
  switch (summary.op(value)) {
    case Op.Parameter:
      return [step(parameterWords(frame, a))];
    case Op.Lookup: {
      const found = lookup(p, frame, summary.string(a), summary.b(value));
      const [first] = found;
      return [step(nameWords(found), first && placeOf(first))];
    }
    case Op.Import: {
      const [words, to] = importWords(p, frame, a);
      return [step(words, to)];
    }
    case Op.Attribute: {
      const [words, to] = attributeWords(p, p.typeOf(frame, a), summary.string(summary.b(value)));
      return [...on(a), step(words, to)];
    }
    case Op.StoreAttribute:
      return [...on(summary.c(value)), step('stored before')];
    case Op.Call:
      return [...on(a), step('returned')];
    case Op.Await:
      return [...on(a), step('awaited')];
    case Op.Iterate:
    case Op.Unpack:
      return [...on(a), step('one element')];
    case Op.Subscript:
      return [...on(a), step('one item')];
    case Op.Enter:
      return [...on(a), step('entered')];
    case Op.Narrow:
    case Op.Exclude:
      return [...on(a), step('narrowed by a test')];
    case Op.Annotated:
      return [step('annotated')];
    case Op.Choice:
      return [step('one of several')];
    case Op.Class:
    case Op.Function:
      return [step('defined', { path: frame.module.path, span: summary.scope(a).nameSpan })];
    default:
      return [step('written out')];
  }
}

function parameterWords({ scope, receiver, function: symbol, bindings }: Frame, index: number): string {
  const parameter = scope.parameters[index];
  if (!parameter) return 'parameter';
  if (index === 0 && receiver && symbol?.owner) return `receiver, of ${symbol.owner.name}`;
  if (bindings.has(index)) return `parameter ${parameter.name}, as it is called`;
  if (parameter.annotation >= 0) return `parameter ${parameter.name}, annotated`;
  return parameter.default >= 0
    ? `parameter ${parameter.name}, by its default`
    : `parameter ${parameter.name}`;
}

function nameWords(found: readonly Located[]): string {
  const [first] = found;
  if (!first) return 'defined nowhere';
  if (found.length > 1) return `one of ${String(found.length)} definitions`;
  const { module, scope } = first.frame;
  if (module.origin === 'stub') return 'built in';
  return scope.kind === 'module' ? 'defined in the module' : `defined in ${scope.qualname}`;
}

function importWords(p: Evaluator, { module }: Frame, index: number): [string, TracePlace | undefined] {
  const entry = module.summary.data.imports[index];
  const target = imported(p, module, index);
  const source = '.'.repeat(entry?.level ?? 0) + (entry?.module ?? '');
  switch (target?.kind) {
    case undefined:
      return [`imported from ${source}, which was not found`, undefined];
    case 'external':
      return [`imported from ${source}, which was not read`, undefined];
    case 'module':
      return ['imported', modulePlace(target.module)];
    case 'definitions': {
      const [first] = target.located;
      return [`imported from ${source}`, first && placeOf(first)];
    }
  }
}

function modulePlace(module: Module | Namespace): TracePlace | undefined {
  return module.kind === 'module' ? { path: module.path, span: { start: 0, end: 0 } } : undefined;
}

function attributeWords(p: Evaluator, base: Type, name: string): [string, TracePlace | undefined] {
  if (base.kind !== 'instance' && base.kind !== 'class') return [`attribute of ${describe(base)}`, undefined];
  for (const { class: ancestor } of ancestors(p, base.class)) {
    if (!ancestor) return [`attribute of ${base.class.name}, whose base was not read`, undefined];
    const { summary } = ancestor.module;
    const [definition] = p.classMember(ancestor, name);
    if (definition) return [`defined in ${ancestor.name}`, placeOf(definition)];
    const [row] = summary.attributes(ancestor.scope.id).get(name) ?? [];
    if (row !== undefined)
      return [`stored by ${ancestor.name}`, { path: ancestor.module.path, span: summary.span(row) }];
  }
  return [`attribute of ${base.class.name}, assigned nowhere`, undefined];
}

/** Where a value is defined; the name of a function or class stands for all of it. */
function placeOf({ frame: { module }, value }: Located): TracePlace {
  const { summary } = module;
  const op = summary.op(value);
  const isDefinition = op === Op.Function || op === Op.Class;
  return {
    path: module.path,
    span: isDefinition ? summary.scope(summary.a(value)).nameSpan : summary.span(value),
  };
}
