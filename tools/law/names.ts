/** Findings counted by the function they lie in: a fix may change by which of several chains the others are told. */
import type { Finding } from '../../core/model/finding.ts';

export type Counts = ReadonlyMap<string, number>;

export function placeOf({ path, function: around }: Pick<Finding, 'path' | 'function'>): string {
  return `${path} ${around}`;
}

export function nameOf({ code, message, ...place }: Finding): string {
  return `${placeOf(place)}: ${code} ${message}`;
}

/** The place among known ones in which a finding lies: a function that a fix made belongs to the one around it. */
export function nearest({ path, function: around }: Finding, known: ReadonlySet<string>): string {
  const parts = around.split('.');
  for (let length = parts.length; length > 0; length--) {
    const place = placeOf({ path, function: parts.slice(0, length).join('.') });
    if (known.has(place)) return place;
  }
  return placeOf({ path, function: around });
}

export function counted(findings: readonly Finding[], known: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const place = nearest(finding, known);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

/** Places at which there is more than allowed. */
export function surplus(found: Counts, allowed: Counts): string[] {
  return [...found].flatMap(([place, count]) => (count > (allowed.get(place) ?? 0) ? place : []));
}
