/** From facts to detections, where several rules differ only in which of the facts they report. */
import type { LostCoroutine } from '../effects/coroutine-values.ts';
import type { Spot } from '../effects/named-calls.ts';
import type { FrameworkFunction } from '../effects/framework-facts.ts';
import type { NestedLoop } from '../effects/nested-loops.ts';
import type { EndlessWait } from '../effects/waits-without-end.ts';
import type { Facts } from '../effects/facts.ts';
import type { Recolouring } from '../model/rewriter.ts';
import type { Detection, FileFacts } from './rule.ts';

/** A coroutine that is lost, and what it takes to await it where no coroutine is around. */
export interface Lost extends LostCoroutine {
  readonly recolouring: () => Recolouring;
}

/** The coroutines of a file that are lost in one of these ways: AW201 to AW203. */
export function* lostCoroutines(
  { path, facts }: FileFacts,
  fates: readonly LostCoroutine['fate'][],
): Iterable<Detection<Lost>> {
  for (const lost of facts.coroutines.lost(path)) {
    if (!fates.includes(lost.fate)) continue;
    const related = lost.misusedAt ? [{ path, span: lost.misusedAt, message: 'used here' }] : [];
    const evidence = { ...lost, recolouring: () => recolouringFor(path, lost, facts) };
    yield { at: lost.span, function: lost.function, evidence, related };
  }
}

function recolouringFor(path: string, { function: around, span }: LostCoroutine, facts: Facts): Recolouring {
  const here = { path, span, isEntry: around === '' };
  if (around === '') return { functions: [], calls: [here] };
  const recolouring = facts.recolourings.toAsync(path, around);
  return 'refusal' in recolouring ? recolouring : { ...recolouring, calls: [...recolouring.calls, here] };
}

/** Loops that are started on a running one: AW401 and AW405 differ in where that is. */
export function* nestedLoops(loops: readonly NestedLoop[]): Iterable<Detection<NestedLoop>> {
  for (const loop of loops) {
    const { span, function: name, chain, via, reason } = loop;
    const confidence = reason === '' ? 'certain' : 'likely';
    yield { at: span, function: name, evidence: loop, chain, via, confidence, reason };
  }
}

/** Facts that are places with something to say about them, as they are. */
export function* spots<T extends Spot>(found: readonly T[]): Iterable<Detection<T>> {
  for (const spot of found) yield { at: spot.span, function: spot.function, evidence: spot };
}

/** Calls that may wait for ever: AW501 and AW502 differ in whether somebody said so. */
export function endlessWaits(
  { path, facts }: FileFacts,
  { isDisabled }: Pick<EndlessWait, 'isDisabled'>,
): Iterable<Detection<EndlessWait>> {
  return spots(facts.resources.endlessWaits(path).filter((wait) => wait.isDisabled === isDisabled));
}

/** Coroutine functions in a role in which nobody awaits them: AW809 and AW810 differ in the role. */
export function* neverAwaited(
  { path, facts }: FileFacts,
  role: string,
): Iterable<Detection<FrameworkFunction>> {
  for (const found of facts.frameworks.neverAwaited(path, role)) {
    yield { at: found.span, function: found.function, evidence: found };
  }
}
