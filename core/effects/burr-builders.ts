/** How Burr applications are put together: by which builder method, with which hooks and which persisters. */
import { ArgumentForm, Literal, Op, type Value } from '../model/summary.ts';
import { definitionsOf } from '../program/annotations.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Located } from '../program/names.ts';
import { alternatives } from '../program/types.ts';
import { calleeNames } from './callee-names.ts';
import { returns } from './coroutine-functions.ts';
import { namesOf } from './type-names.ts';

/** Of hooks, persisters, builders and runs. */
export type Mode = 'sync' | 'async';

/** Something that an application was given, by the name of its class. */
export interface Part {
  readonly name: string;
  readonly mode: Mode;
}

export interface Built {
  readonly builder: Mode;
  /** The call of `build` or `abuild`. */
  readonly frame: Frame;
  readonly call: Value;
  readonly hooks: readonly Part[];
  readonly persisters: readonly Part[];
  /** Every hook is known. */
  readonly isWhole: boolean;
}

const BUILDER = /^burr\.core(\.application)?\.ApplicationBuilder(\.__init__)?$/;
const HOOK = /^burr\.lifecycle(\.\w+)*\.\w+Hook(Async)?$/;
const PERSISTER = /^burr\.(\w+\.)*(Async)?Base?\w*State(Persister|Saver|Loader)$/;
/** A persister of Burr that was not read, and what makes one: `burr.core.persistence.SQLitePersister.from_values()`. */
const UNREAD_PERSISTER = /^burr\.(?:\w+\.)*((?:Async)?\w*Persister)\b/;

/** Where an application came from is followed this far: names, attributes, functions that return one. */
const MAX_STEPS = 6;

/** How the application that a value holds was built; undefined where that cannot be seen. */
export function builtFrom(p: Evaluator, frame: Frame, value: Value, steps = 0): Built | undefined {
  const { summary } = frame.module;
  if (steps > MAX_STEPS || value < 0) return undefined;
  const on = (next: Value) => builtFrom(p, frame, next, steps + 1);
  switch (summary.op(value)) {
    case Op.Await:
    case Op.Annotated:
    case Op.Narrow:
    case Op.Exclude:
      return on(summary.a(value));
    case Op.Call:
      return buildOf(p, frame, value) ?? returned(p, frame, value, steps);
    case Op.Lookup:
    case Op.Import: {
      const found = definitionsOf(p, frame, value);
      // A global is `None` until somebody builds it.
      const [only, ...others] = typeof found === 'string' ? [] : (found ?? []).filter((at) => !isEmpty(at));
      return only && others.length === 0 ? builtFrom(p, only.frame, only.value, steps + 1) : undefined;
    }
    default:
      return undefined;
  }
}

/** `None`, or nothing but an annotation. */
function isEmpty({ frame: { module }, value }: Located): boolean {
  const { summary } = module;
  const given = summary.op(value) === Op.Annotated ? summary.a(value) : value;
  return given < 0 || (summary.op(given) === Op.Literal && summary.literal(given) === Literal.None);
}

/** An application that a function of the program returns. */
function returned(p: Evaluator, frame: Frame, call: Value, steps: number): Built | undefined {
  const [type, ...others] = alternatives(p.typeOf(frame, frame.module.summary.a(call)));
  if (type?.kind !== 'function' || others.length > 0 || type.function.module.origin !== 'workspace')
    return undefined;
  const inside = p.functionFrame(type.function, type.closure, type.receiver);
  const [row, ...more] = returns(p, inside);
  if (row === undefined || more.length > 0) return undefined;
  return builtFrom(p, inside, inside.module.summary.a(row), steps + 1);
}

/** `ApplicationBuilder().with_hooks(…).build()`, read from its end. */
export function buildOf(p: Evaluator, frame: Frame, call: Value): Built | undefined {
  const { summary } = frame.module;
  const callee = summary.a(call);
  if (summary.op(call) !== Op.Call || summary.op(callee) !== Op.Attribute) return undefined;
  const name = summary.string(summary.b(callee));
  if (name !== 'build' && name !== 'abuild') return undefined;
  const root = rootOf(p, frame, call);
  if (root === undefined) return undefined;
  const steps = stepsFrom(p, frame, root);
  const hooks = steps.flatMap((step) => (step.name === 'with_hooks' ? step.given : []));
  const persisters = steps.flatMap((step) =>
    step.name === 'with_state_persister' || step.name === 'initialize_from' ? step.given.slice(0, 1) : [],
  );
  const known = hooks.flatMap((hook) => partOf(p, frame, hook, hookMode) ?? []);
  return {
    ...{ builder: name === 'build' ? 'sync' : 'async', frame, call, hooks: known },
    persisters: persisters.flatMap((one) => partOf(p, frame, one, persisterMode) ?? []),
    isWhole: known.length === hooks.length,
  };
}

/** The call of `ApplicationBuilder` at the other end of a chain of calls. */
function rootOf(p: Evaluator, frame: Frame, call: Value): Value | undefined {
  const { summary } = frame.module;
  let at = call;
  while (summary.op(at) === Op.Call && summary.op(summary.a(at)) === Op.Attribute) {
    const base = summary.a(summary.a(at));
    if (summary.op(base) !== Op.Call && summary.op(base) !== Op.Changed) break;
    at = summary.op(base) === Op.Changed ? summary.a(base) : base;
  }
  if (summary.op(at) !== Op.Call) return undefined;
  return calleeNames(p, frame, summary.a(at)).some((name) => BUILDER.test(name)) ? at : undefined;
}

interface Step {
  readonly name: string;
  readonly given: readonly Value[];
}

/** What is called on a builder in its function, in one chain or in several. */
function stepsFrom(p: Evaluator, frame: Frame, root: Value): Step[] {
  const { summary } = frame.module;
  const steps: Step[] = [];
  for (let row = frame.scope.first; row < frame.scope.end; row++) {
    if (summary.op(row) !== Op.Call || summary.op(summary.a(row)) !== Op.Attribute) continue;
    const name = summary.string(summary.b(summary.a(row)));
    if (!/^(with_|initialize_from$)/.test(name) || rootOf(p, frame, row) !== root) continue;
    const args = summary.args(row);
    const wanted = args.filter(({ keyword }) => /^(persister|initializer)$/.test(keyword ?? 'persister'));
    steps.push({ name, given: wanted.map(({ form, value }) => (form === ArgumentForm.Star ? -1 : value)) });
  }
  return steps;
}

function partOf(
  p: Evaluator,
  frame: Frame,
  value: Value,
  modeOf: (names: readonly string[]) => Mode | undefined,
): Part | undefined {
  const [type, ...others] = alternatives(p.typeOf(frame, value));
  if (!type || others.length > 0) return undefined;
  const names = namesOf(p, type);
  const mode = modeOf(names);
  const name = UNREAD_PERSISTER.exec(names[0] ?? '')?.[1] ?? names[0]?.split('.').at(-1) ?? '';
  return mode && { name, mode };
}

/** A class may have hooks of both kinds: then it is at home in both. */
function hookMode(names: readonly string[]): Mode | undefined {
  const hooks = names.filter((name) => HOOK.test(name));
  if (hooks.length === 0) return undefined;
  return hooks.some((name) => name.endsWith('Async')) ? 'async' : 'sync';
}

function persisterMode(names: readonly string[]): Mode | undefined {
  const base = names.find((name) => PERSISTER.test(name));
  const name = base?.split('.').at(-1) ?? UNREAD_PERSISTER.exec(names[0] ?? '')?.[1];
  if (name === undefined) return undefined;
  return name.startsWith('Async') ? 'async' : 'sync';
}
