/** Fan-outs that start the same thing again for every item. */
import type { Span } from '../model/span.ts';
import { type FileSummary, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { lastName } from './callee-names.ts';
import type { FanOuts } from './fan-outs.ts';
import { type Uses, usesOf } from './uses.ts';

export interface IgnoredItem {
  /** The call that is the same for all items. */
  readonly span: Span;
  readonly function: string;
  readonly callee: string;
  /** The loop variable, as it is written. */
  readonly item: string;
}

export class IgnoredItems {
  readonly #p: Evaluator;
  readonly #fanOuts: FanOuts;

  constructor(p: Evaluator, fanOuts: FanOuts) {
    this.#p = p;
    this.#fanOuts = fanOuts;
  }

  in(module: Module): IgnoredItem[] {
    const { summary } = module;
    const found: IgnoredItem[] = [];
    let uses: Uses | undefined;
    for (const scope of summary.scopes) {
      if (!scope.isAsync) continue;
      const frame = this.#p.genericFrame(module, scope.id);
      for (const { element, iterables, items } of this.#fanOuts.in(frame)) {
        uses ??= usesOf(summary);
        if (items.length === 0 || iterables.some((iterable) => isCount(frame, iterable))) continue;
        const known = uses;
        const [item, ...others] = items.map((each) => unusedName(summary, known, each));
        if (item === undefined || others.includes(undefined)) continue;
        const callee = lastName(frame, summary.a(element));
        found.push({ span: summary.span(element), function: scope.qualname, callee, item });
      }
    }
    return found;
  }
}

/** `range(n)`: the same thing n times is what is wanted. */
function isCount(frame: Frame, iterable: Value): boolean {
  const { summary } = frame.module;
  if (summary.op(iterable) !== Op.Call) return false;
  return /^(range|repeat|count)$/.test(lastName(frame, summary.a(iterable)));
}

/** The name of a loop variable that nobody reads although it has a name to be read by; undefined for others. */
function unusedName(summary: FileSummary, uses: Uses, item: Value): string | undefined {
  const used = uses.of(item);
  if (!used.every(({ role }) => role === 'named')) return undefined;
  const [bind] = used;
  const name = bind ? summary.b(bind.by) : summary.c(item);
  if (name < 0 || summary.string(name).startsWith('_')) return undefined;
  return isRead(summary, name, summary.start(item)) ? undefined : summary.string(name);
}

/** Read by name, from a lambda or a nested function. */
function isRead(summary: FileSummary, name: number, from: number): boolean {
  for (let row = 0; row < summary.size; row++) {
    if (summary.op(row) === Op.Lookup && summary.a(row) === name && summary.start(row) > from) return true;
  }
  return false;
}
