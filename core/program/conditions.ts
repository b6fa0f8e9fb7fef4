/** Conditions that are known before the program runs: `TYPE_CHECKING`, `sys.version_info`, `sys.platform`. */
import {
  type FileSummary,
  Literal,
  Op,
  RegionKind,
  type RegionId,
  type Scope,
  type Value,
} from '../model/summary.ts';
import { type Constant, constantOf } from './constants.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import type { Module } from './modules.ts';
import { imported, writtenPath } from './names.ts';

/** What a type checker would take: not what runs. */
const TYPE_CHECKING = /(^|\.)TYPE_CHECKING$/;

/**
 * How surely a region runs when its scope does: `Body` for always, another kind for sometimes, undefined for never.
 * Code under `TYPE_CHECKING` binds names and runs never; `forNames` asks for the former.
 */
export function liveRegion(
  p: Evaluator,
  frame: Frame,
  region: RegionId,
  forNames: boolean,
): RegionKind | undefined {
  const { summary } = frame.module;
  let result = RegionKind.Body;
  for (let at = region; at >= 0; at = summary.regionParent(at)) {
    const kind = summary.regionKind(at);
    switch (kind) {
      case RegionKind.Body:
      case RegionKind.With:
      case RegionKind.AsyncWith:
      case RegionKind.Finally:
        break;
      case RegionKind.Annotation:
      case RegionKind.Unreachable:
        if (!forNames) return undefined;
        result = kind;
        break;
      case RegionKind.Then:
      case RegionKind.Otherwise: {
        const truth = staticTruth(p, frame, summary.regionValue(at), forNames);
        if (truth === undefined) result = kind;
        else if (truth !== (kind === RegionKind.Then)) return undefined;
        break;
      }
      case RegionKind.Except:
        if (catchesNothing(p, frame, at)) return undefined;
        result = kind;
        break;
      default:
        result = kind;
    }
  }
  return result;
}

const IMPORT_ERRORS = /^builtins\.(ImportError|ModuleNotFoundError)$/;

/** `except ImportError` behind imports that are all there. */
function catchesNothing(p: Evaluator, frame: Frame, region: RegionId): boolean {
  const { summary } = frame.module;
  const type = summary.regionValue(region);
  if (type < 0 || !IMPORT_ERRORS.test(writtenPath(p, frame, type) ?? '')) return false;
  const tried = importsByRegion(frame.module).get(summary.regionLink(region)) ?? [];
  return tried.length > 0 && tried.every((row) => isFound(p, frame, summary.a(row)));
}

function isFound(p: Evaluator, { module }: Frame, index: number): boolean {
  const target = imported(p, module, index);
  return target?.kind === 'definitions' || target?.kind === 'module';
}

const IMPORTS = new WeakMap<FileSummary, ReadonlyMap<RegionId, readonly Value[]>>();

/** The imports that stand in each region itself. */
function importsByRegion({ summary }: Module): ReadonlyMap<RegionId, readonly Value[]> {
  let known = IMPORTS.get(summary);
  if (!known) {
    const found = new Map<RegionId, Value[]>();
    for (let row = 0; row < summary.size; row++) {
      if (summary.op(row) !== Op.Import) continue;
      const region = summary.region(row);
      const rows = found.get(region);
      if (rows) rows.push(row);
      else found.set(region, [row]);
    }
    IMPORTS.set(summary, (known = found));
  }
  return known;
}

/** Whether a test is always true, always false, or neither (undefined). */
function staticTruth(p: Evaluator, frame: Frame, test: Value, forNames: boolean): boolean | undefined {
  const { summary } = frame.module;
  switch (summary.op(test)) {
    case Op.Literal:
      return literalTruth(summary.literal(test));
    case Op.Not: {
      const truth = staticTruth(p, frame, summary.a(test), forNames);
      return truth === undefined ? undefined : !truth;
    }
    case Op.Lookup:
    case Op.Import:
    case Op.Attribute: {
      const path = writtenPath(p, frame, test);
      return path !== undefined && TYPE_CHECKING.test(path) ? forNames : undefined;
    }
    case Op.Compare:
      return staticComparison(p, frame, test);
    case Op.Call:
      return platformCheck(p, frame, test);
    case Op.Truth: {
      const parts = [...summary.list(summary.a(test))].map((value) => staticTruth(p, frame, value, forNames));
      if (parts.includes(false)) return false;
      return parts.every((truth) => truth === true) ? true : undefined;
    }
    default:
      return undefined;
  }
}

function literalTruth(literal: Literal): boolean | undefined {
  if (literal === Literal.True) return true;
  return literal === Literal.False || literal === Literal.None ? false : undefined;
}

/** `sys.version_info >= (3, 11)` against the project's Python; `sys.platform == "win32"` against Linux and macOS. */
function staticComparison(p: Evaluator, frame: Frame, test: Value): boolean | undefined {
  const { summary } = frame.module;
  const [left, right] = summary.list(summary.a(test));
  const operators = summary.list(summary.b(test));
  if (left === undefined || right === undefined || operators.length !== 1) return undefined;
  const operator = summary.string(operators[0] ?? -1);
  const path = writtenPath(p, frame, left);
  if (path === 'sys.platform' || path === 'os.name') {
    if (summary.op(right) !== Op.Literal || summary.literal(right) !== Literal.String) return undefined;
    const name = summary.string(summary.b(right));
    const isWindows = name === 'win32' || name === 'nt' || name === 'cygwin';
    if (!isWindows) return undefined;
    return operator === '==' ? false : operator === '!=' ? true : undefined;
  }
  if (path === 'sys.version_info') return compareVersion(p, frame, right, operator);
  return undefined;
}

/** `sys.version_info >= (3, 11)`. */
function compareVersion(p: Evaluator, frame: Frame, tuple: Value, operator: string): boolean | undefined {
  const { summary } = frame.module;
  if (summary.op(tuple) !== Op.Display) return undefined;
  const wanted = [...summary.list(summary.a(tuple))].map((item) => summary.b(item));
  const [major, minor] = p.pythonVersion;
  const order = major - (wanted[0] ?? 0) || minor - (wanted[1] ?? 0);
  switch (operator) {
    case '>=':
      return order >= 0;
    case '>':
      // `> (3, 8)` is true of 3.8.1.
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order < 0;
    default:
      return undefined;
  }
}

/** `sys.platform.startswith("win")`. */
function platformCheck(p: Evaluator, frame: Frame, call: Value): boolean | undefined {
  const { summary } = frame.module;
  if (writtenPath(p, frame, summary.a(call)) !== 'sys.platform.startswith') return undefined;
  const [argument] = summary.args(call);
  if (!argument || summary.op(argument.value) !== Op.Literal) return undefined;
  return summary.string(summary.b(argument.value)).startsWith('win') ? false : undefined;
}

/** Whether a region runs in a frame, by what it was called with: `if f is None`, `if callable(f)`. */
export function runsByArguments(p: Evaluator, frame: Frame, region: RegionId): boolean {
  const { summary } = frame.module;
  for (let at = region; at >= 0; at = summary.regionParent(at)) {
    const kind = summary.regionKind(at);
    if (kind !== RegionKind.Then && kind !== RegionKind.Otherwise) continue;
    const truth = truthOfArgument(p, frame, summary.regionValue(at));
    if (truth !== undefined && truth !== (kind === RegionKind.Then)) return false;
  }
  return true;
}

/** Whether an operation comes after an `if …: return` that the arguments of the frame lead into. */
export function isCutOff(p: Evaluator, frame: Frame, row: Value): boolean {
  const { summary } = frame.module;
  const region = summary.region(row);
  return exitsIn(frame).some(({ at, branch }) => {
    if (at >= row || isWithin(summary, region, branch)) return false;
    if (!isWithin(summary, region, summary.regionParent(branch))) return false;
    const truth = truthOfArgument(p, frame, summary.regionValue(branch));
    return truth !== undefined && truth === (summary.regionKind(branch) === RegionKind.Then);
  });
}

/** A branch that ends the function. */
interface Exit {
  readonly at: Value;
  readonly branch: RegionId;
}

const exits = new WeakMap<Scope, readonly Exit[]>();

function exitsIn({ module: { summary }, scope }: Frame): readonly Exit[] {
  let known = exits.get(scope);
  if (!known) {
    const found: Exit[] = [];
    for (let at = scope.first; at < scope.end; at++) {
      if (summary.op(at) !== Op.Return && summary.op(at) !== Op.Raise) continue;
      const branch = summary.region(at);
      const kind = summary.regionKind(branch);
      if (kind === RegionKind.Then || kind === RegionKind.Otherwise) found.push({ at, branch });
    }
    exits.set(scope, (known = found));
  }
  return known;
}

function isWithin(summary: FileSummary, region: RegionId, outer: RegionId): boolean {
  for (let at = region; at >= 0; at = summary.regionParent(at)) if (at === outer) return true;
  return outer < 0;
}

function truthOfArgument(p: Evaluator, frame: Frame, test: Value): boolean | undefined {
  const { summary } = frame.module;
  switch (summary.op(test)) {
    case Op.Not: {
      const truth = truthOfArgument(p, frame, summary.a(test));
      return truth === undefined ? undefined : !truth;
    }
    case Op.Truth: {
      const parts = [...summary.list(summary.a(test))].map((part) => truthOfArgument(p, frame, part));
      if (parts.includes(false)) return false;
      return parts.every((truth) => truth === true) ? true : undefined;
    }
    case Op.Parameter:
      return argumentIsThere(frame, test) ?? truthOf(constantOf(p, frame, test));
    case Op.Compare: {
      const [left, right] = summary.list(summary.a(test));
      const operator = summary.string(summary.list(summary.b(test))[0] ?? -1);
      if (left === undefined || right === undefined) return undefined;
      return noneTest(frame, left, operator, right) ?? truthOf(constantOf(p, frame, test));
    }
    case Op.Call: {
      const [subject] = summary.args(test);
      const isAsked = subject && writtenPath(p, frame, summary.a(test)) === 'builtins.callable';
      return isAsked ? argumentIsThere(frame, subject.value) : truthOf(constantOf(p, frame, test));
    }
    default:
      return undefined;
  }
}

function truthOf(constant: Constant | undefined): boolean | undefined {
  return constant === undefined ? undefined : Boolean(constant);
}

/** `x is None`, of an argument that was handed over. */
function noneTest(frame: Frame, left: Value, operator: string, right: Value): boolean | undefined {
  const { summary } = frame.module;
  if (!/^is( not)?$/.test(operator)) return undefined;
  if (summary.op(right) !== Op.Literal || summary.literal(right) !== Literal.None) return undefined;
  const isThere = argumentIsThere(frame, left);
  return isThere === undefined ? undefined : isThere === (operator === 'is not');
}

/** True for an argument that was handed over and is certainly something. */
function argumentIsThere(frame: Frame, value: Value): boolean | undefined {
  const { summary } = frame.module;
  if (summary.op(value) !== Op.Parameter) return undefined;
  const type = frame.bindings.get(summary.a(value));
  return type && /^(function|partial|class)$/.test(type.kind) ? true : undefined;
}
