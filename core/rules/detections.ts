/** From facts to detections, where several rules differ only in which of the facts they report. */
import type { LostCoroutine } from '../effects/coroutine-values.ts';
import type { NestedLoop } from '../effects/nested-loops.ts';
import type { Detection, FileFacts } from './rule.ts';

/** The coroutines of a file that are lost in one of these ways: AW201 to AW203. */
export function* lostCoroutines(
  { path, facts }: FileFacts,
  fates: readonly LostCoroutine['fate'][],
): Iterable<Detection<LostCoroutine>> {
  for (const lost of facts.coroutines.lost(path)) {
    if (!fates.includes(lost.fate)) continue;
    const related = lost.misusedAt ? [{ path, span: lost.misusedAt, message: 'used here' }] : [];
    yield { at: lost.span, function: lost.function, evidence: lost, related };
  }
}

/** Loops that are started on a running one: AW401 and AW405 differ in where that is. */
export function* nestedLoops(loops: readonly NestedLoop[]): Iterable<Detection<NestedLoop>> {
  for (const loop of loops) {
    const { span, function: name, chain, via, reason } = loop;
    const confidence = reason === '' ? 'certain' : 'likely';
    yield { at: span, function: name, evidence: loop, chain, via, confidence, reason };
  }
}
