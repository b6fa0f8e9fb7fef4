/** One call, one finding: where several rules report the same place, the one that tells most is shown. */
import type { Finding } from '../model/finding.ts';

/** Calls that block, by what they wait for. */
const BLOCKING = ['AW101', 'AW102', 'AW103', 'AW104', 'AW105', 'AW106', 'AW107', 'AW108', 'AW109'];

/** Codes that may meet on one place; each goes before those that follow it in its row. */
const ROWS: readonly (readonly string[])[] = [
  ['AW703', 'AW102'],
  ['AW703', 'AW103'],
  ['AW703', 'AW108'],
  ['AW111', 'AW703'],
  ['AW111', 'AW102'],
  ['AW111', 'AW103'],
  ['AW111', 'AW104'],
  ['AW805', 'AW401', 'AW405', 'AW802', 'AW607', 'AW407', 'AW403'],
  // What raises is no longer slow.
  ...BLOCKING.map((blocking) => ['AW401', blocking]),
  ['AW204', 'AW206'],
  ['AW804', 'AW205'],
  ['AW807', 'AW703', 'AW102', 'AW205', 'AW207'],
  ['AW808', 'AW703', 'AW103', 'AW205', 'AW207'],
  ['AW809', 'AW205', 'AW207'],
  ['AW810', 'AW205', 'AW207'],
  ['AW312', 'AW303'],
  ['AW313', 'AW308'],
  ['AW313', 'AW113'],
  ['AW306', 'AW303'],
  ['AW504', 'AW310'],
  ['AW502', 'AW503'],
  // What blocks the loop is to be taken off it, however long it takes.
  ...BLOCKING.map((blocking) => [blocking, 'AW502', 'AW501']),
];

/** Loser to winners. */
const BEATEN_BY = beatenBy(ROWS);

/** Leaves out what another finding on the same place in the same function says better. */
export function withoutBeaten(findings: readonly Finding[]): Finding[] {
  const codes = new Map<string, Set<string>>();
  for (const finding of findings) {
    const here = codes.get(placeOf(finding));
    if (here) here.add(finding.code);
    else codes.set(placeOf(finding), new Set([finding.code]));
  }
  return findings.filter((finding) => {
    const here = codes.get(placeOf(finding));
    return !BEATEN_BY.get(finding.code)?.some((winner) => here?.has(winner));
  });
}

function placeOf({ span, function: name }: Finding): string {
  return `${String(span.start)}-${String(span.end)} ${name}`;
}

function beatenBy(rows: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const winners = new Map<string, string[]>();
  for (const row of rows) {
    row.forEach((loser, at) => {
      if (at > 0) winners.set(loser, [...(winners.get(loser) ?? []), ...row.slice(0, at)]);
    });
  }
  return winners;
}
