/** Burr applications whose hooks, builder, persisters and runs are not of one mode: the table of its manual, cell by cell. */
import type { Span } from '../model/span.ts';
import { Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { type Built, buildOf, builtFrom, type Mode } from './burr-builders.ts';
import { expectsError } from './expects-error.ts';

export interface ModeMismatch {
  /** The run call. */
  readonly span: Span;
  readonly function: string;
  /** As it is called: `arun`. */
  readonly run: string;
  /** Undefined where the application has no hooks of its own, or both kinds. */
  readonly hooks: Mode | undefined;
  readonly builder: Mode;
  /** The hooks that the mismatch is about. */
  readonly named: readonly string[];
  /** It raises an error; the other cells work, worse than they could. */
  readonly fails: boolean;
  readonly builtAt: { readonly path: string; readonly span: Span };
}

export interface PersisterMismatch {
  /** The call of `build` or `abuild`. */
  readonly span: Span;
  readonly function: string;
  readonly builder: Mode;
  readonly persister: string;
}

const RUN = /^(a?)(run|iterate|step|stream_result|stream_iterate)$/;

export function modeMismatches(p: Evaluator, module: Module): ModeMismatch[] {
  if (!mentionsBurr(module)) return [];
  return callsIn(p, module).flatMap(({ frame, call, name }) => {
    const [, isAsync] = RUN.exec(name) ?? [];
    if (isAsync === undefined) return [];
    const built = builtFrom(p, frame, module.summary.a(module.summary.a(call)));
    const mismatch = built && judge(built, isAsync === 'a' ? 'async' : 'sync');
    if (!mismatch || expectsError(p, frame, call)) return [];
    const builtAt = { path: built.frame.module.path, span: built.frame.module.summary.span(built.call) };
    const place = { span: module.summary.span(call), function: frame.scope.qualname };
    return [{ ...mismatch, ...place, run: name, builder: built.builder, builtAt }];
  });
}

/** The eight cells; without hooks, that column counts as matching. */
function judge(
  { builder, hooks, isWhole }: Built,
  run: Mode,
): Pick<ModeMismatch, 'hooks' | 'named' | 'fails'> | undefined {
  // `abuild` and then a sync run raises, whatever the hooks.
  if (builder === 'async' && run === 'sync') return { hooks: one(hooks), named: [], fails: true };
  const wrong = hooks.filter(({ mode }) => mode !== run).map(({ name }) => name);
  if (builder === run) {
    // Among async hooks a sync one may have its reasons.
    if (wrong.length === 0 || !isWhole || (run === 'async' && one(hooks) === undefined)) return undefined;
    return { hooks: one(hooks), named: wrong, fails: false };
  }
  return { hooks: one(hooks), named: wrong, fails: false };
}

/** The mode of all hooks, where they have one. */
function one(hooks: Built['hooks']): Mode | undefined {
  const [first, ...others] = hooks;
  return others.every(({ mode }) => mode === first?.mode) ? first?.mode : undefined;
}

export function persisterMismatches(p: Evaluator, module: Module): PersisterMismatch[] {
  if (!mentionsBurr(module)) return [];
  return callsIn(p, module).flatMap(({ frame, call }) => {
    const built = buildOf(p, frame, call);
    const wrong = built?.persisters.find(({ mode }) => mode !== built.builder);
    if (!built || !wrong || expectsError(p, frame, call)) return [];
    const { builder } = built;
    return [
      { span: module.summary.span(call), function: frame.scope.qualname, builder, persister: wrong.name },
    ];
  });
}

function mentionsBurr({ summary }: Module): boolean {
  return summary.data.strings.some((text) =>
    /^(burr\b.*|a?build|a(run|iterate|step)|astream_\w+)$/.test(text),
  );
}

interface MethodCall {
  readonly frame: Frame;
  readonly call: Value;
  readonly name: string;
}

function callsIn(p: Evaluator, module: Module): MethodCall[] {
  const { summary } = module;
  const found: MethodCall[] = [];
  for (const scope of summary.scopes) {
    const frame = p.genericFrame(module, scope.id);
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.op(row) !== Op.Call || summary.op(summary.a(row)) !== Op.Attribute) continue;
      const name = summary.string(summary.b(summary.a(row)));
      if (/^(a?build)$/.test(name) || RUN.test(name)) found.push({ frame, call: row, name });
    }
  }
  return found;
}
