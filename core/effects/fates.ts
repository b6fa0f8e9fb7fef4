/** What becomes of a value that somebody has to take care of: used, put where others find it, or lost. */
import type { Span } from '../model/span.ts';
import { Display, type FileSummary, Op, type ScopeId, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { calleeNames } from './callee-names.ts';
import { type Role, type Use, type Uses, usesOf } from './uses.ts';

/** What is done with a coroutine that only its result could bear. */
export type Misuse =
  | 'attribute'
  | 'item'
  | 'condition'
  | 'comparison'
  | 'text'
  | 'iteration'
  | 'context'
  | 'unpacking'
  | 'arithmetic'
  | 'call'
  | 'argument';

const MISUSES: Partial<Record<Role, Misuse>> = {
  attribute: 'attribute',
  item: 'item',
  called: 'call',
  tested: 'condition',
  compared: 'comparison',
  formatted: 'text',
  iterated: 'iteration',
  'iterated-async': 'iteration',
  entered: 'context',
  'entered-async': 'context',
  unpacked: 'unpacking',
  calculated: 'arithmetic',
  passed: 'argument',
};

/** What a coroutine object itself has to offer. */
const OWN_ATTRIBUTE = /^(close|send|throw|__\w+__|cr_\w+)$/;

/** Functions that look into what they are given, and find nothing they know in a coroutine. */
const LOOKS_INSIDE =
  /^(bool|dict|enumerate|float|frozenset|int|iter|len|list|max|min|next|print|repr|reversed|round|set|sorted|str|sum|tuple|zip|dumps?)$/;
const LOOKS_INSIDE_PATH = /^builtins\.\w+(\.__\w+__)?$|^json\.dumps?$/;

export interface Fate {
  readonly fate: 'discarded' | 'assigned' | Misuse;
  /** The name that it was given, for `assigned`. */
  readonly name: string | undefined;
  /** Where it is misused, when that is not where it is made. */
  readonly misusedAt: Span | undefined;
}

/** What one value is used for, all its names and branches followed. */
interface Found {
  readonly seen: Set<Value>;
  discarded: boolean;
  name: string | undefined;
  readonly misuses: { readonly misuse: Misuse; readonly by: Value }[];
}

/** Tells which values of a file are lost if they are coroutines. */
export class Fates {
  readonly #p: Evaluator;
  readonly #summary: FileSummary;
  readonly #uses: Uses;
  /** Local names that are read by name: from nested functions, after `del`. */
  readonly #captured = new Set<string>();

  constructor(p: Evaluator, summary: FileSummary) {
    this.#p = p;
    this.#summary = summary;
    this.#uses = usesOf(summary);
    for (let row = 0; row < summary.size; row++) {
      if (summary.op(row) === Op.Lookup) this.#captured.add(nameKey(summary.b(row), summary.a(row)));
    }
  }

  /** How a value is lost; nothing when somebody may yet await it. */
  of(frame: Frame, value: Value): Fate | undefined {
    const found: Found = { seen: new Set(), discarded: false, name: undefined, misuses: [] };
    if (!this.#follow(frame, value, false, found)) return undefined;
    const [first] = found.misuses;
    const rest = { name: undefined, misusedAt: undefined };
    if (first) return { ...rest, fate: first.misuse, misusedAt: this.#elsewhere(value, first.by) };
    if (found.discarded) return { ...rest, fate: 'discarded' };
    return found.name === undefined ? undefined : { ...rest, fate: 'assigned', name: found.name };
  }

  /** Collects the uses of a value; false as soon as one of them takes it out of sight. */
  #follow(frame: Frame, value: Value, inside: boolean, found: Found): boolean {
    if (found.seen.has(value)) return true;
    found.seen.add(value);
    return this.#uses.of(value).every((use) => this.#take(frame, use, inside, found));
  }

  /** `inside`: what is used is a container of coroutines, and only losing it as a whole loses them. */
  #take(frame: Frame, use: Use, inside: boolean, found: Found): boolean {
    const { role, by } = use;
    switch (role) {
      case 'same':
        return this.#follow(frame, by, inside, found);
      case 'element':
        return !isGenerator(this.#summary, by) && this.#follow(frame, by, true, found);
      case 'discarded':
        found.discarded = true;
        return true;
      case 'left':
        return true;
      case 'named':
        return this.#name(frame, by, found);
      default: {
        const misuse = MISUSES[role];
        if (inside || misuse === undefined || !this.#isMisuse(frame, use)) return false;
        found.misuses.push({ misuse, by });
        return true;
      }
    }
  }

  /** A local name that nobody else reads. */
  #name({ scope }: Frame, bind: Value, found: Found): boolean {
    const summary = this.#summary;
    const owner: ScopeId = summary.c(bind);
    if (owner !== scope.id || scope.kind === 'module' || scope.kind === 'class') return false;
    if (this.#captured.has(nameKey(owner, summary.b(bind)))) return false;
    found.name ??= summary.string(summary.b(bind));
    return true;
  }

  #isMisuse(frame: Frame, { role, by }: Use): boolean {
    const summary = this.#summary;
    switch (role) {
      case 'attribute':
        return !OWN_ATTRIBUTE.test(summary.string(summary.b(by)));
      case 'called':
        return by >= 0;
      case 'passed':
        return this.#looksInside(frame, by);
      default:
        return true;
    }
  }

  #looksInside(frame: Frame, call: Value): boolean {
    const summary = this.#summary;
    const callee = summary.a(call);
    const isNamed = summary.op(callee) === Op.Attribute;
    const name = summary.string(isNamed ? summary.b(callee) : summary.a(callee));
    if (!(isNamed || summary.op(callee) === Op.Lookup) || !LOOKS_INSIDE.test(name)) return false;
    return calleeNames(this.#p, frame, callee).some((path) => LOOKS_INSIDE_PATH.test(path));
  }

  #elsewhere(value: Value, by: Value): Span | undefined {
    if (by < 0) return undefined;
    const { start, end } = this.#summary.span(by);
    const own = this.#summary.span(value);
    return start <= own.start && own.end <= end ? undefined : { start, end };
  }
}

function nameKey(scope: ScopeId, name: number): string {
  return `${String(scope)}:${String(name)}`;
}

/** Nothing in it has run yet. */
function isGenerator(summary: FileSummary, row: Value): boolean {
  return summary.op(row) === Op.Comprehension && summary.display(row) === Display.Generator;
}
