/** What a screen reader is told when the advice has changed. */
import type { Consultation } from './consultation.ts';
import { isSame } from './state.ts';
import { adviceLabel } from './words.ts';

export function announcement(
  before: Consultation | undefined,
  now: Consultation | undefined,
): string | undefined {
  if (!now) return undefined;
  const text = sentence(now);
  const isNew = !before || !isSame(before.detail, now.detail) || sentence(before) !== text;
  return isNew ? text : undefined;
}

function sentence({ detail, recommendation, open }: Consultation): string {
  const advice = `${detail.workflow.name}: ${adviceLabel(recommendation.advice)} is advised.`;
  return open ? `${advice} Open question: ${open.asks}` : advice;
}
