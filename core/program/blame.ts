/** Why nothing is known of a value: the place where the trail was lost. */
import type { Span } from '../model/span.ts';
import { Op, type Value } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { ancestors } from './hierarchy.ts';
import { imported, type Located, lookup } from './names.ts';
import type { ClassType, FunctionType, InstanceType, Type } from './types.ts';

export type LostReason =
  | 'parameter without type'
  | 'annotation without meaning'
  | 'name defined nowhere'
  | 'import not found'
  | 'package not read'
  | 'attribute assigned nowhere'
  | 'base class not read'
  | 'function that returns nothing known'
  | 'callable of which only the result is known'
  | 'contents unknown'
  | 'too many possibilities'
  | 'only ever None'
  | 'operator'
  | 'dynamic'
  | 'too deep';

export interface Lost {
  readonly reason: LostReason;
  readonly path: string;
  readonly span: Span;
}

/** Trails longer than this are not worth reading, and circles never end. */
const MAX_STEPS = 24;

/** The first cause of a value's being unknown; for a value that is known in part, of what is not. */
export function blame(p: Evaluator, frame: Frame, value: Value, steps = 0): Lost {
  const { summary } = frame.module;
  const lost = (reason: LostReason): Lost => ({ reason, path: frame.module.path, span: summary.span(value) });
  if (value < 0) return { reason: 'dynamic', path: frame.module.path, span: frame.scope.nameSpan };
  if (steps > MAX_STEPS) return lost('too deep');
  const follow = (next: Value): Lost => blame(p, frame, next, steps + 1);
  const a = summary.a(value);
  switch (summary.op(value)) {
    case Op.Parameter:
      return blameParameter(p, frame, a, lost);
    case Op.Lookup:
      return blameName(p, frame, value, steps, lost);
    case Op.Import:
      return imported(p, frame.module, a) ? blameImport(p, frame, a, steps, lost) : lost('import not found');
    case Op.Attribute:
      return blameAttribute(p, frame, value, steps, lost);
    case Op.Call:
      return blameCall(p, frame, value, steps, lost);
    case Op.Await:
    case Op.Subscript:
    case Op.Iterate:
    case Op.Enter:
    case Op.Unpack:
    case Op.YieldFrom:
    case Op.Star:
      return isUnknown(p.typeOf(frame, a)) ? follow(a) : blameResult(p, p.typeOf(frame, a), steps, lost);
    case Op.Choice:
      return blameChoice(p, frame, [...summary.list(a)], follow, lost);
    case Op.Truth:
    case Op.StoreAttribute:
      return follow(summary.c(value));
    case Op.Annotated:
      return a >= 0 && isUnknown(p.typeOf(frame, a))
        ? follow(a)
        : blameAnnotation(p, frame, summary.b(value));
    case Op.Narrow:
    case Op.Exclude:
    case Op.Changed:
    case Op.StoreSubscript:
      return follow(a);
    case Op.Binary:
    case Op.Unary:
      return lost('operator');
    case Op.Literal:
      return lost('only ever None');
    default:
      return lost('dynamic');
  }
}

type LostHere = (reason: LostReason) => Lost;

function isUnknown(type: Type): boolean {
  return type.kind === 'unknown';
}

function blameParameter(p: Evaluator, frame: Frame, index: number, lost: LostHere): Lost {
  const parameter = frame.scope.parameters[index];
  if (!parameter || parameter.annotation < 0) return lost('parameter without type');
  return blameAnnotation(p, frame.parent ?? frame, parameter.annotation);
}

/** Why an annotation says nothing: it says so, or what it names could not be read. */
function blameAnnotation(p: Evaluator, frame: Frame, value: Value): Lost {
  const { summary } = frame.module;
  const lost = (reason: LostReason): Lost => ({ reason, path: frame.module.path, span: summary.span(value) });
  switch (summary.op(value)) {
    case Op.Subscript:
    case Op.Attribute:
    case Op.Binary:
      return blameAnnotation(p, frame, summary.a(value));
    case Op.Lookup: {
      const [first] = lookup(p, frame, summary.string(summary.a(value)), summary.b(value));
      if (!first) return lost('name defined nowhere');
      return lost(isImported(p, first) ? 'annotation without meaning' : 'import not found');
    }
    default:
      return lost('annotation without meaning');
  }
}

/** Whether a definition is there: itself, or what it imports, or what that imports. */
function isImported(p: Evaluator, { frame: { module }, value }: Located, steps = 0): boolean {
  const { summary } = module;
  if (summary.op(value) !== Op.Import || steps > MAX_STEPS) return true;
  const target = imported(p, module, summary.a(value));
  if (target?.kind !== 'definitions') return target !== undefined;
  return target.located.some((next) => isImported(p, next, steps + 1));
}

function blameName(p: Evaluator, frame: Frame, value: Value, steps: number, lost: LostHere): Lost {
  const { summary } = frame.module;
  const found = lookup(p, frame, summary.string(summary.a(value)), summary.b(value));
  const open = found.find((at) => isUnknown(p.typeOf(at.frame, at.value)));
  if (open) return blame(p, open.frame, open.value, steps + 1);
  return lost(found.length > 0 ? 'too many possibilities' : 'name defined nowhere');
}

function blameImport(p: Evaluator, frame: Frame, index: number, steps: number, lost: LostHere): Lost {
  const target = imported(p, frame.module, index);
  const [first] = target?.kind === 'definitions' ? target.located : [];
  return first ? blame(p, first.frame, first.value, steps + 1) : lost('package not read');
}

function blameAttribute(p: Evaluator, frame: Frame, value: Value, steps: number, lost: LostHere): Lost {
  const { summary } = frame.module;
  const base = p.typeOf(frame, summary.a(value));
  const name = summary.string(summary.b(value));
  switch (base.kind) {
    case 'unknown':
      return blame(p, frame, summary.a(value), steps + 1);
    case 'instance':
    case 'class':
      return blameMember(p, base, name, steps, lost);
    case 'super':
      return lost('base class not read');
    case 'callable':
      return lost('callable of which only the result is known');
    case 'module':
      return lost('name defined nowhere');
    default:
      return lost('attribute assigned nowhere');
  }
}

function blameMember(
  p: Evaluator,
  base: InstanceType | ClassType,
  name: string,
  steps: number,
  lost: LostHere,
): Lost {
  let isOpen = false;
  for (const { class: ancestor } of ancestors(p, base.class)) {
    isOpen ||= !ancestor;
    if (!ancestor || !p.declares(ancestor, name)) continue;
    const [definition] = p.classMember(ancestor, name);
    const [row] = ancestor.module.summary.attributes(ancestor.scope.id).get(name) ?? [];
    const type = definition && p.typeOf(definition.frame, definition.value);
    if (definition && type?.kind === 'unknown')
      return blame(p, definition.frame, definition.value, steps + 1);
    if (type?.kind === 'property') return blameResult(p, type.getter, steps, lost);
    if (row === undefined) return lost('function that returns nothing known');
    const { id } = ancestor.module.summary.scopeOf(row);
    return blame(p, p.methodFrame(ancestor, id, base), row, steps + 1);
  }
  return lost(isOpen ? 'base class not read' : 'attribute assigned nowhere');
}

function blameCall(p: Evaluator, frame: Frame, call: Value, steps: number, lost: LostHere): Lost {
  const callee = frame.module.summary.a(call);
  const type = p.typeOf(frame, callee);
  return isUnknown(type) ? blame(p, frame, callee, steps + 1) : blameResult(p, type, steps, lost);
}

/** Why a call of something known leaves something unknown. */
function blameResult(p: Evaluator, type: Type, steps: number, lost: LostHere): Lost {
  switch (type.kind) {
    case 'function':
      return blameReturn(p, type, steps, lost);
    case 'coroutine':
    case 'generator':
    case 'async-generator':
    case 'manager':
    case 'async-manager': {
      const { function: symbol } = type.frame;
      return symbol ? blameReturn(p, p.types.function(symbol), steps, lost) : lost('dynamic');
    }
    case 'external':
      return lost('package not read');
    case 'callable':
      return lost('annotation without meaning');
    default:
      return lost('contents unknown');
  }
}

const DYNAMIC = /^builtins\.(getattr|eval|exec|vars|globals|locals|__import__)$/;

function blameReturn(
  p: Evaluator,
  { function: symbol, receiver }: FunctionType,
  steps: number,
  lost: LostHere,
): Lost {
  const { module, scope } = symbol;
  const { summary } = module;
  if (DYNAMIC.test(symbol.name)) return lost('dynamic');
  // What comes out of a container of the standard library is what somebody put in.
  if (module.origin === 'stub')
    return lost(receiver ? 'contents unknown' : 'function that returns nothing known');
  const frame = p.genericFrame(module, scope.id);
  for (let row = scope.first; row < scope.end; row++) {
    const isResult = summary.op(row) === Op.Return || summary.op(row) === Op.Yield;
    if (isResult && summary.a(row) >= 0 && isUnknown(p.typeOf(frame, summary.a(row)))) {
      return blame(p, frame, summary.a(row), steps + 1);
    }
  }
  return lost('function that returns nothing known');
}

function blameChoice(
  p: Evaluator,
  frame: Frame,
  values: readonly Value[],
  follow: (next: Value) => Lost,
  lost: LostHere,
): Lost {
  const open = values.find((value) => value >= 0 && isUnknown(p.typeOf(frame, value)));
  return open === undefined ? lost('too many possibilities') : follow(open);
}
