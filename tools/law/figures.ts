/** What came of judging projects, as tables. */
import { table } from '../table.ts';
import type { Breach } from './breach.ts';
import type { Tally, Total } from './law.ts';

export interface Judged {
  readonly root: string;
  readonly one: Tally;
  readonly all: Total;
  readonly breaches: readonly Breach[];
}

export function figures(judged: readonly Judged[]): string[] {
  const ids = [...new Set(judged.flatMap(({ one }) => one.offered.map(({ fix }) => fix.id)))].sort();
  const count = (of: (one: Judged) => readonly { readonly fix: { readonly id: string } }[], id: string) =>
    judged.reduce((sum, one) => sum + of(one).filter(({ fix }) => fix.id === id).length, 0);
  const broken = (id: string) =>
    judged.reduce(
      (sum, { breaches }) => sum + breaches.filter((one) => one.id.split(',').includes(id)).length,
      0,
    );
  const rows = ids.map((id) => [
    id,
    count(({ one }) => one.offered, id),
    count(({ one }) => one.applied, id),
    count(({ all }) => all.fixable, id),
    broken(id),
  ]);
  return [
    ...judged.flatMap(({ breaches }) => breaches.map(({ id, what }) => `${id === '' ? 'all' : id}: ${what}`)),
    '',
    ...table(['fix', 'offered', 'tried alone', 'the best', 'breaches'], rows),
    '',
    ...table(
      ['project', 'findings', 'fixable', 'left', 'breaches'],
      judged.map(({ root, all, breaches }) => [
        root.split('/').at(-1) ?? root,
        all.findings.length,
        all.fixable.length,
        all.left.length,
        breaches.length,
      ]),
    ),
  ];
}
