/** Whether a call site itself blocks, by what the catalogue knows of the names it may go by. */
import type { BlockingRecord, Catalogue } from '../knowledge/catalogue.ts';
import type { Guard, GuardValue, ReceiverGuard } from '../knowledge/pack.ts';
import {
  type Argument,
  ArgumentForm,
  type FileSummary,
  Literal,
  Op,
  RegionKind,
  type Value,
} from '../model/summary.ts';
import type { CallSite } from '../program/call-sites.ts';
import type { CallTarget } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import { constructionOf } from '../program/construction.ts';
import type { Frame } from '../program/frame.ts';
import { memberNames } from '../program/member-names.ts';
import { writtenPath } from '../program/names.ts';
import { isWaitForOwnLock } from './own-locks.ts';
import { isSameValue } from './same-value.ts';

/** What a target of a site is known for: a blocking record, or that there is nothing to follow. */
export function verdict(
  p: Evaluator,
  catalogue: Catalogue,
  frame: Frame,
  site: CallSite,
  target: CallTarget,
): BlockingRecord | 'harmless' | undefined {
  const record =
    knownAs(catalogue, target.names) ??
    knownAs(catalogue, target.written === undefined ? [] : [target.written]);
  if (record === undefined || record === 'harmless') return record;
  if (record.isPattern && site.kind !== 'call') return undefined;
  return blocksHere(p, catalogue, frame, site, record) ? record : 'harmless';
}

/** What the catalogue says of names, by the array that they come in: one function is called from many places. */
const verdicts = new WeakMap<
  Catalogue,
  WeakMap<readonly string[], BlockingRecord | 'harmless' | 'unknown'>
>();

function knownAs(catalogue: Catalogue, names: readonly string[]): BlockingRecord | 'harmless' | undefined {
  if (names.length === 0) return undefined;
  let known = verdicts.get(catalogue);
  if (!known)
    verdicts.set(
      catalogue,
      (known = new WeakMap<readonly string[], BlockingRecord | 'harmless' | 'unknown'>()),
    );
  let answer = known.get(names);
  if (answer === undefined) {
    answer = catalogue.blocking(names) ?? (catalogue.harmless(names) ? 'harmless' : 'unknown');
    known.set(names, answer);
  }
  return answer === 'unknown' ? undefined : answer;
}

function blocksHere(
  p: Evaluator,
  catalogue: Catalogue,
  frame: Frame,
  site: CallSite,
  record: BlockingRecord,
): boolean {
  const args = site.kind === 'call' ? frame.module.summary.args(site.value) : [];
  if (record.unless.some((guard) => holds(p, catalogue, frame, args, guard))) return false;
  if (isSaidToBeReady(frame, site) || isWaitForOwnLock(frame, site)) return false;
  if (record.unlessBuilt.length > 0 && !wasBuiltToBlock(p, catalogue, frame, site, record)) return false;
  if (record.unlessCalled.some((guard) => wasCalled(p, catalogue, frame, site, guard))) return false;
  if (!record.when.startsWith('arg:')) return true;
  // A call that only uses what it is given blocks when that does: `json.load(f)` when `f.read()` would.
  const { argument } = record;
  const given = argumentAt(args, record.when.slice('arg:'.length), argument?.position);
  if (given === undefined || !argument) return false;
  const names = memberNames(p, p.typeOf(frame, given), argument.method);
  return names.length > 0 && catalogue.blocking(names) !== undefined;
}

/**
 * Whether the object was built in a way that lets the call block: `Queue(maxsize=10).put`. Where it was built is often
 * out of sight: then what blocks on some paths only is not said to.
 */
function wasBuiltToBlock(
  p: Evaluator,
  catalogue: Catalogue,
  frame: Frame,
  site: CallSite,
  record: BlockingRecord,
): boolean {
  const { summary } = frame.module;
  const callee = summary.a(site.value);
  if (site.kind !== 'call' || summary.op(callee) !== Op.Attribute) return false;
  const built = constructionOf(p, frame, summary.a(callee));
  if (!built) return record.when !== 'branch';
  const args = built.frame.module.summary.args(built.value);
  return !record.unlessBuilt.some((guard) => holds(p, catalogue, built.frame, args, guard));
}

/** `sock.setblocking(False)` in the same function: what the object was told holds for the calls behind it. */
function wasCalled(
  p: Evaluator,
  catalogue: Catalogue,
  frame: Frame,
  site: CallSite,
  { method, is }: ReceiverGuard,
): boolean {
  const { summary } = frame.module;
  const callee = summary.a(site.value);
  if (site.kind !== 'call' || summary.op(callee) !== Op.Attribute) return false;
  const subject = summary.a(callee);
  for (let row = frame.scope.first; row < site.value; row++) {
    if (summary.op(row) !== Op.Call) continue;
    const other = summary.a(row);
    if (summary.op(other) !== Op.Attribute || summary.string(summary.b(other)) !== method) continue;
    if (!isSameValue(frame, summary.a(other), subject)) continue;
    const guard: Guard = { param: method, position: 0, is };
    if (holds(p, catalogue, frame, summary.args(row), guard)) return true;
  }
  return false;
}

/** `if future.done(): future.result()`, `while queue.qsize() > 0: queue.get()`. */
function isSaidToBeReady(frame: Frame, site: CallSite): boolean {
  const { summary } = frame.module;
  const callee = summary.a(site.value);
  if (site.kind !== 'call' || summary.op(callee) !== Op.Attribute) return false;
  if (!/^(result|exception|join|get)$/.test(summary.string(summary.b(callee)))) return false;
  for (let at = summary.region(site.value); at >= 0; at = summary.regionParent(at)) {
    const kind = summary.regionKind(at);
    if (kind !== RegionKind.Then && kind !== RegionKind.While) continue;
    const asked = askedToBeReady(summary, summary.regionValue(at));
    if (asked !== undefined && isSameValue(frame, asked, summary.a(callee))) return true;
  }
  return false;
}

/** Of what a test asks whether it has something to give. */
function askedToBeReady(summary: FileSummary, test: Value): Value | undefined {
  if (test < 0) return undefined;
  const isNegated = summary.op(test) === Op.Not;
  const [compared] = summary.op(test) === Op.Compare ? summary.list(summary.a(test)) : [];
  const call = compared ?? (isNegated ? summary.a(test) : test);
  if (summary.op(call) !== Op.Call || summary.op(summary.a(call)) !== Op.Attribute) return undefined;
  const member = summary.a(call);
  const says = isNegated ? /^empty$/ : compared === undefined ? /^(done|ready|qsize)$/ : /^qsize$/;
  return says.test(summary.string(summary.b(member))) ? summary.a(member) : undefined;
}

function argumentAt(
  args: readonly Argument[],
  name: string,
  position: number | undefined,
): Value | undefined {
  const byName = args.find(({ keyword }) => keyword === name);
  if (byName) return byName.value;
  const positional = args.filter(({ form }) => form === ArgumentForm.Positional);
  return position === undefined ? undefined : positional[position]?.value;
}

function holds(
  p: Evaluator,
  catalogue: Catalogue,
  frame: Frame,
  args: readonly Argument[],
  { param, position, is }: Guard,
): boolean {
  const value = argumentAt(args, param, position);
  if (value === undefined) {
    return (
      is === 'absent' &&
      !args.some(({ form }) => form === ArgumentForm.Star || form === ArgumentForm.DoubleStar)
    );
  }
  if (is === 'memory') {
    const names = memberNames(p, p.typeOf(frame, value), 'read');
    return names.length > 0 && catalogue.blocking(names) === undefined;
  }
  const { summary } = frame.module;
  // A constant by its name: `os.WNOHANG`.
  if (is.includes('.')) return writtenPath(p, frame, value) === is;
  return summary.op(value) === Op.Literal && literalIs(summary.literal(value), frame, value, is);
}

function literalIs(literal: Literal, frame: Frame, value: Value, is: GuardValue): boolean {
  switch (literal) {
    case Literal.True:
      return is === 'True';
    case Literal.False:
      return is === 'False';
    case Literal.None:
      return is === 'None';
    case Literal.Int:
    case Literal.Float:
      return is === '0' && frame.module.summary.b(value) === 0;
    default:
      return false;
  }
}
