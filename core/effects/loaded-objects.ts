/** What an `AsyncSession` has loaded: followed back from a value to the statement or the class that was asked for. */
import { Literal, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { ClassSymbol } from '../program/symbols.ts';
import { alternatives } from '../program/types.ts';
import { calleeNames } from './callee-names.ts';
import { returns } from './coroutine-functions.ts';
import { argumentOf } from './named-calls.ts';

/** Objects of one class that came out of one call, with nothing said about what to load along. */
export interface Loaded {
  readonly class: ClassSymbol;
  /** The call of the session. */
  readonly frame: Frame;
  readonly call: Value;
}

const SESSION =
  /^sql(?:alchemy|model)\.ext\.asyncio\b.*\.(?:AsyncSession(?:\(\))?|async_scoped_session\(\)|async_sessionmaker\(\)\(\))\.(\w+)$/;
const SELECT = /^(?:sqlalchemy|sqlmodel)\b.*\.select$/;
/** Methods of results that give objects, or another result with the same ones. */
const TAKES = /^(scalars?|scalar_one(_or_none)?|one(_or_none)?|first|all|unique|fetchall|fetchone)$/;
/** Of those, what picks the first column of a row. */
const PICKS = 'scalar';

/** Methods of statements that may say what to load along. */
const LOADS_OTHERWISE = /^(options|from_statement|execution_options|join_from)$/;

/** Values are followed back this far: names, results, functions that return what they have loaded. */
const MAX_STEPS = 12;

/** What a value is: a row of columns, or an object itself. */
type Shape = 'rows' | 'objects';

/** The call that loaded the object which a value holds; undefined where there may be another. */
export function loadedBy(p: Evaluator, frame: Frame, value: Value, steps = 0): Loaded | undefined {
  return follow(p, frame, value, 'objects', steps);
}

function follow(p: Evaluator, frame: Frame, value: Value, shape: Shape, steps: number): Loaded | undefined {
  const { summary } = frame.module;
  if (value < 0 || steps > MAX_STEPS) return undefined;
  const on = (next: Value, then = shape) => follow(p, frame, next, then, steps + 1);
  switch (summary.op(value)) {
    case Op.Await:
    case Op.Annotated:
    case Op.Narrow:
    case Op.Exclude:
    case Op.Iterate:
    case Op.Subscript:
      return on(summary.a(value));
    case Op.Choice: {
      const [first, ...others] = [...summary.list(summary.a(value))].filter((one) => !isNone(frame, one));
      const found = first === undefined ? undefined : on(first);
      return others.every((one) => on(one)?.call === found?.call) ? found : undefined;
    }
    case Op.Call:
      return fromCall(p, frame, value, shape, steps);
    default:
      return undefined;
  }
}

function fromCall(p: Evaluator, frame: Frame, call: Value, shape: Shape, steps: number): Loaded | undefined {
  const { summary } = frame.module;
  const callee = summary.a(call);
  const session = methodOfSession(p, frame, callee);
  if (session !== undefined) return fromSession(p, frame, call, session, shape);
  if (summary.op(callee) === Op.Attribute) {
    const method = summary.string(summary.b(callee));
    const before = method.startsWith(PICKS) ? 'rows' : shape;
    const found = TAKES.test(method) ? follow(p, frame, summary.a(callee), before, steps + 1) : undefined;
    if (found) return found;
  }
  return shape === 'objects' ? fromFunction(p, frame, callee, steps) : undefined;
}

/** The name of the method, where an `AsyncSession` is asked. */
function methodOfSession(p: Evaluator, frame: Frame, callee: Value): string | undefined {
  for (const name of calleeNames(p, frame, callee)) {
    const method = SESSION.exec(name)?.[1];
    if (method !== undefined) return method;
  }
  return undefined;
}

function fromSession(
  p: Evaluator,
  frame: Frame,
  call: Value,
  method: string,
  shape: Shape,
): Loaded | undefined {
  const asked = argumentOf(frame, call, method.startsWith('get') ? 'entity' : 'statement', 0);
  if (asked === undefined) return undefined;
  const found = (symbol: ClassSymbol | undefined) => symbol && { class: symbol, frame, call };
  switch (method) {
    case 'get':
    case 'get_one':
      return argumentOf(frame, call, 'options') === undefined ? found(classIn(p, frame, asked)) : undefined;
    case 'execute':
    case 'stream':
      return shape === 'rows' ? found(selected(p, frame, asked)) : undefined;
    case 'scalar':
    case 'scalars':
    case 'stream_scalars':
    case 'exec':
      return found(selected(p, frame, asked));
    default:
      return undefined;
  }
}

/** The class of `select(User).where(…)`, where that is all that is selected and nothing says what to load along. */
function selected(p: Evaluator, frame: Frame, statement: Value, steps = 0): ClassSymbol | undefined {
  const { summary } = frame.module;
  if (statement < 0 || steps > MAX_STEPS) return undefined;
  if (summary.op(statement) === Op.Choice) {
    const [first, ...others] = [...summary.list(summary.a(statement))].map((one) =>
      selected(p, frame, one, steps + 1),
    );
    return others.every((other) => other === first) ? first : undefined;
  }
  if (summary.op(statement) !== Op.Call) return undefined;
  const callee = summary.a(statement);
  const [entity, ...others] = summary.args(statement);
  if (calleeNames(p, frame, callee).some((name) => SELECT.test(name)))
    return entity && others.length === 0 ? classIn(p, frame, entity.value) : undefined;
  if (summary.op(callee) !== Op.Attribute) return undefined;
  const isPlain = !LOADS_OTHERWISE.test(summary.string(summary.b(callee)));
  return isPlain ? selected(p, frame, summary.a(callee), steps + 1) : undefined;
}

/** A coroutine function of the project that returns what it has loaded, in one place. */
function fromFunction(p: Evaluator, frame: Frame, callee: Value, steps: number): Loaded | undefined {
  const [type, ...others] = alternatives(p.typeOf(frame, callee));
  if (type?.kind !== 'function' || others.length > 0) return undefined;
  if (!type.function.scope.isAsync || type.function.module.origin !== 'workspace') return undefined;
  const inside = p.functionFrame(type.function, type.closure, type.receiver);
  const [row, ...more] = returns(p, inside);
  if (row === undefined || more.length > 0) return undefined;
  return follow(p, inside, inside.module.summary.a(row), 'objects', steps + 1);
}

function classIn(p: Evaluator, frame: Frame, value: Value): ClassSymbol | undefined {
  const [type, ...others] = alternatives(p.typeOf(frame, value));
  return type?.kind === 'class' && others.length === 0 ? type.class : undefined;
}

function isNone({ module: { summary } }: Frame, value: Value): boolean {
  return summary.op(value) === Op.Literal && summary.literal(value) === Literal.None;
}
