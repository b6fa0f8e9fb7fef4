/** What is given to `sync_to_async` and cannot, or should not, be run in a thread of its own choice. */
import type { Span } from '../model/span.ts';
import { ArgumentForm, Literal, Op, type Value } from '../model/summary.ts';
import { frameOfCall, NO_ARGUMENTS } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { memberType } from '../program/members.ts';
import type { Module } from '../program/modules.ts';
import { alternatives, type Type } from '../program/types.ts';
import { calleeNames, lastName } from './callee-names.ts';
import type { Reach } from './reach.ts';
import { displayName } from './scopes.ts';

export interface OffloadMistake {
  readonly span: Span;
  readonly function: string;
  readonly kind: 'called' | 'coroutine' | 'any-thread';
  /** What is given, as people would name it. */
  readonly given: string;
}

const OFFLOAD =
  /^(asgiref\.sync\.(sync_to_async|SyncToAsync)|channels\.db\.database_sync_to_async)(\.__init__)?$/;
const LAST_NAME = /^(\w*sync_to_async|SyncToAsync)$/;

export function offloadMistakes(p: Evaluator, reach: Reach, module: Module): OffloadMistake[] {
  const { summary } = module;
  const found: OffloadMistake[] = [];
  for (const scope of summary.scopes) {
    const frame = p.genericFrame(module, scope.id);
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.op(row) !== Op.Call || !LAST_NAME.test(lastName(frame, summary.a(row)))) continue;
      if (!calleeNames(p, frame, summary.a(row)).some((name) => OFFLOAD.test(name))) continue;
      const [first] = summary.args(row);
      if (first?.form !== ArgumentForm.Positional) continue;
      const mistake = judge(p, reach, frame, row, first.value);
      if (mistake) found.push({ ...mistake, span: summary.span(row), function: scope.qualname });
    }
  }
  return found;
}

function judge(
  p: Evaluator,
  reach: Reach,
  frame: Frame,
  call: Value,
  given: Value,
): Pick<OffloadMistake, 'kind' | 'given'> | undefined {
  const { summary } = frame.module;
  const name = lastName(frame, summary.op(given) === Op.Call ? summary.a(given) : given);
  const type = p.typeOf(frame, given);
  if (summary.op(given) === Op.Call && isNoFunction(p, type)) return { kind: 'called', given: name };
  for (const each of alternatives(type)) {
    if (each.kind !== 'function') continue;
    const { scope, modifiers } = each.function;
    if (scope.isAsync && !scope.isGenerator && modifiers.manager === undefined)
      return { kind: 'coroutine', given: displayName(each.function) };
    if (!anyThread(frame, call) || each.function.module.origin === 'stub') continue;
    const callee = frameOfCall(p, each, NO_ARGUMENTS);
    reach.ensure([callee]);
    if (reach.effects(callee).get('db')?.record.library === 'Django')
      return { kind: 'any-thread', given: displayName(each.function) };
  }
  return undefined;
}

/** What a call gave, when it is surely nothing that can be called. */
function isNoFunction(p: Evaluator, type: Type): boolean {
  const all = alternatives(type);
  return (
    all.length > 0 &&
    all.every((each) => {
      if (each.kind === 'instance') return memberType(p, each, '__call__').kind === 'unknown';
      return /^(none|tuple|coroutine|generator|async-generator)$/.test(each.kind);
    })
  );
}

function anyThread({ module: { summary } }: Frame, call: Value): boolean {
  return summary.args(call).some(({ keyword, value }) => {
    const isFalse = summary.op(value) === Op.Literal && summary.literal(value) === Literal.False;
    return keyword === 'thread_sensitive' && isFalse;
  });
}
