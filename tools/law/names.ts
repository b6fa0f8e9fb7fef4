/** Findings counted by the function they lie in: a fix may change by which of several chains the others are told. */
import type { Finding } from '../../core/model/finding.ts';

export type Counts = ReadonlyMap<string, number>;

export function placeOf({ path, function: around }: Pick<Finding, 'path' | 'function'>): string {
  return `${path} ${around}`;
}

export function nameOf({ code, message, ...place }: Finding): string {
  return `${placeOf(place)}: ${code} ${message}`;
}

export function counted(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(placeOf(finding), (counts.get(placeOf(finding)) ?? 0) + 1);
  return counts;
}

/** Places at which there is more than allowed. */
export function surplus(found: Counts, allowed: Counts): string[] {
  return [...found].flatMap(([place, count]) => (count > (allowed.get(place) ?? 0) ? place : []));
}
