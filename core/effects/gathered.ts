/** Calls of `gather`: whether failures are asked for, and whether anybody looks at them. */
import type { Span } from '../model/span.ts';
import { type FileSummary, Literal, Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { calleeNames, lastName } from './callee-names.ts';
import { Uses } from './uses.ts';

export interface Gathering {
  readonly span: Span;
  readonly function: string;
  /** `return_exceptions=True`. */
  readonly keepsFailures: boolean;
  /** The name that its results got, when it is never read; the empty string when they got none. */
  readonly unreadAs: string | undefined;
  /** What is gathered is being ended: it was cancelled, or this is how the function ends. */
  readonly isEnding: boolean;
}

const GATHER = /^asyncio(\.\w+)*\.gather$/;

/** Functions that put an end to something: what fails in them, fails too late to matter. */
const ENDS =
  /(^|_)(a?close|stop|shut_?down|disconnect|cancel|clean_?up|tear_?down|unload|dispose|terminate|kill)(_|$)|^__aexit__$/i;

/** The awaited calls of `gather` in a module. */
export function gatherings(p: Evaluator, module: Module): Gathering[] {
  const { summary } = module;
  const found: Gathering[] = [];
  let uses: Uses | undefined;
  for (let row = 0; row < summary.size; row++) {
    if (summary.op(row) !== Op.Await) continue;
    const call = summary.a(row);
    if (summary.op(call) !== Op.Call || lastName({ module }, summary.a(call)) !== 'gather') continue;
    const scope = summary.scopeOf(row);
    const frame = p.genericFrame(module, scope.id);
    if (!p.runs(frame, summary.region(row))) continue;
    if (!calleeNames(p, frame, summary.a(call)).some((name) => GATHER.test(name))) continue;
    uses ??= new Uses(summary);
    found.push({
      span: summary.span(call),
      function: scope.qualname,
      keepsFailures: keepsFailures(summary, call),
      unreadAs: unreadAs(frame, uses, row),
      isEnding: isEnding(frame, call),
    });
  }
  return found;
}

function keepsFailures(summary: FileSummary, call: Value): boolean {
  const argument = summary.args(call).find(({ keyword }) => keyword === 'return_exceptions');
  return (
    argument !== undefined &&
    summary.op(argument.value) === Op.Literal &&
    summary.literal(argument.value) === Literal.True
  );
}

/** The name of a local that nobody reads, or nothing where results are thrown away; undefined when somebody may look. */
function unreadAs({ module: { summary }, scope }: Frame, uses: Uses, value: Value): string | undefined {
  let name = '';
  for (const { role, by } of uses.of(value)) {
    if (role === 'discarded') continue;
    const isLocal = role === 'named' && summary.c(by) === scope.id && scope.kind === 'function';
    if (!isLocal || isLookedUp(summary, scope.id, summary.b(by))) return undefined;
    name = summary.string(summary.b(by));
  }
  return name;
}

/** Read by its name, from a nested function. */
function isLookedUp(summary: FileSummary, scope: number, name: number): boolean {
  for (let row = 0; row < summary.size; row++) {
    if (summary.op(row) === Op.Lookup && summary.a(row) === name && summary.b(row) >= scope) return true;
  }
  return false;
}

/** In a `finally`, behind a `.cancel()`, or in a function whose name says so; or all that is called is an end. */
function isEnding(frame: Frame, call: Value): boolean {
  const { summary } = frame.module;
  if (frame.scope.qualname.split('.').some((part) => ENDS.test(part))) return true;
  for (let at = summary.region(call); at >= 0; at = summary.regionParent(at)) {
    if (summary.regionKind(at) === RegionKind.Finally) return true;
  }
  const { start, end } = summary.span(call);
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    if (summary.op(row) !== Op.Call || row === call) continue;
    const name = lastName(frame, summary.a(row));
    const isInside = summary.start(row) >= start && summary.end(row) <= end;
    if (row < call && (isInside ? ENDS.test(name) : name === 'cancel')) return true;
  }
  return false;
}
