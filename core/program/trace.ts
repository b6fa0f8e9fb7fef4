/** What is known of the calls on a line, step by step: for those who ask why something was found, or was not. */
import type { Span } from '../model/span.ts';
import type { ScopeId, Value } from '../model/summary.ts';
import { blame, type Lost } from './blame.ts';
import { type CallSite, callSites, type SiteKind } from './call-sites.ts';
import type { CallTarget } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import type { Module } from './modules.ts';
import { trail, type TraceStep } from './trail.ts';

/** One function that a call may run. */
export interface TracedTarget {
  /** The most telling of its names. */
  readonly name: string;
  /** Where it is defined; undefined for what is known by name alone. */
  readonly path: string | undefined;
  readonly span: Span | undefined;
  readonly how: 'runs' | 'runs later' | 'one of its overrides' | 'by its stub' | 'by its name alone';
}

export interface TracedCall {
  readonly kind: SiteKind;
  readonly scope: ScopeId;
  readonly value: Value;
  readonly span: Span;
  /** The function in which it stands; empty for the module. */
  readonly function: string;
  /** From the name that the code begins with to what is called. */
  readonly steps: readonly TraceStep[];
  readonly targets: readonly TracedTarget[];
  /** Where the trail was lost; undefined when it was not. */
  readonly lost: Lost | undefined;
}

/** The calls that stand on a line (from 1), in the order in which they are made. */
export function explainLine(p: Evaluator, module: Module, line: number): TracedCall[] {
  const { summary } = module;
  return summary.scopes.flatMap((scope) => {
    if (summary.position(scope.span.start).line > line || summary.position(scope.span.end).line < line)
      return [];
    const frame = p.genericFrame(module, scope.id);
    return callSites(p, frame)
      .filter(({ value }) => touches(module, value, line))
      .map((site) => explain(p, frame, site));
  });
}

function touches({ summary }: Module, value: Value, line: number): boolean {
  return (
    summary.position(summary.start(value)).line <= line && summary.position(summary.end(value)).line >= line
  );
}

function explain(p: Evaluator, frame: Frame, { kind, value, targets }: CallSite): TracedCall {
  const { summary } = frame.module;
  const subject = kind === 'decorate' ? value : summary.a(value);
  const isCalled = kind === 'call';
  const isLost = isCalled && p.typeOf(frame, subject).kind === 'unknown';
  return {
    kind,
    scope: frame.scope.id,
    value,
    span: summary.span(value),
    function: frame.scope.qualname,
    steps: trail(p, frame, subject),
    targets: targets.map((target) => traced(p, target)),
    lost: isLost ? blame(p, frame, subject) : undefined,
  };
}

function traced(p: Evaluator, { names, frame, mode, isOverride }: CallTarget): TracedTarget {
  if (frame) {
    const { module, scope } = frame;
    const name = `${module.name}.${scope.qualname}`;
    const how = isOverride ? 'one of its overrides' : mode === 'run' ? 'runs' : 'runs later';
    return { name, path: module.path, span: scope.nameSpan, how };
  }
  const name = names[0] ?? '';
  const isStandard = p.modules.stub(name.split('.', 1)[0] ?? '') !== undefined;
  return { name, path: undefined, span: undefined, how: isStandard ? 'by its stub' : 'by its name alone' };
}
