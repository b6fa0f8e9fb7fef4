/** Functions of which somebody has decided whether they are sync or async, and that are the other. */
import type { Span } from '../model/span.ts';
import type { FileSummary, Scope } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { alternatives } from '../program/types.ts';
import { isOn } from './contracts.ts';
import type { LoopStarts } from './loop-starts.ts';

export type Colour = 'sync' | 'async';

export interface Decided {
  readonly colour: Colour;
  /** Where it was decided: the name of a record, or a comment. */
  readonly source: string;
}

/** Decisions on the functions of one file, by qualified name. */
export type Decisions = ReadonlyMap<string, Decided>;

export interface BrokenDecision extends Decided {
  readonly span: Span;
  readonly function: string;
}

/** `decided sync`, `decided async`; whatever follows is for the reader. */
const FORM = /^decided\s+(?<colour>sync|async)(?![\w-])/i;

export function brokenDecisions(
  p: Evaluator,
  starts: LoopStarts,
  module: Module,
  recorded: Decisions,
): BrokenDecision[] {
  const { summary } = module;
  const said = summary.data.directives.filter(({ text }) => FORM.test(text));
  if (said.length === 0 && recorded.size === 0) return [];
  return summary.scopes.flatMap((scope) => {
    if (scope.kind !== 'function') return [];
    const decided = commentOn(summary, scope, said) ?? recorded.get(scope.qualname);
    if (!decided || isOfColour(p, starts, module, scope, decided.colour)) return [];
    return [{ ...decided, span: scope.nameSpan, function: scope.qualname }];
  });
}

function commentOn(
  summary: FileSummary,
  scope: Scope,
  said: FileSummary['data']['directives'],
): Decided | undefined {
  const directive = said.find((one) => isOn(summary, scope, one));
  const colour = FORM.exec(directive?.text ?? '')?.groups?.colour?.toLowerCase();
  return colour === undefined ? undefined : { colour: colour as Colour, source: 'a comment on it' };
}

/** A plain function is async all the same when it goes over to a loop at once, or gives back what is to be awaited. */
function isOfColour(p: Evaluator, starts: LoopStarts, module: Module, scope: Scope, colour: Colour): boolean {
  if (colour === 'sync' || scope.isAsync) return scope.isAsync === (colour === 'async');
  const frame = p.genericFrame(module, scope.id);
  if (starts.in(frame).length > 0) return true;
  return alternatives(p.returnType(frame)).some(({ kind }) => kind === 'coroutine');
}
