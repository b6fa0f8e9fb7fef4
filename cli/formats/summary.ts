/** Findings in numbers. */
import { SEVERITIES, type Severity } from '../../core/model/finding.ts';
import type { Report } from '../report.ts';
import { counted } from '../terminal.ts';
import type { Format } from './format.ts';
import { sharedCalls } from './shared-calls.ts';

const NOUNS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
};

/** `Found 3 findings (1 error, 2 warnings) in 2 of 40 files; 5 more are in the baseline.` */
export function summaryLine({ findings, files, known = 0 }: Report): string {
  const all = counted(files.length, 'file');
  const more = known === 0 ? '' : `; ${known} more ${known === 1 ? 'is' : 'are'} in the baseline`;
  if (findings.length === 0) return `No ${known === 0 ? '' : 'new '}findings in ${all}${more}.`;
  const severities = countBy(findings, ({ finding }) => finding.severity);
  const parts = SEVERITIES.flatMap((severity) => {
    const count = severities.get(severity);
    return count === undefined ? [] : [counted(count, NOUNS[severity])];
  });
  const affected = countBy(findings, ({ place }) => place.path).size;
  const found = `Found ${counted(findings.length, known === 0 ? 'finding' : 'new finding')} (${parts.join(', ')})`;
  return `${found} in ${affected} of ${all}${more}.`;
}

/** How often each rule was broken, and where the findings meet, the most frequent first. */
export const statistics: Format = (report, look) => {
  const { colours } = look;
  const counts = countBy(report.findings, ({ finding }) => `${finding.code}\t${finding.name}`);
  const rows = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const width = String(rows[0]?.[1] ?? 0).length;
  const lines = rows.map(([rule, count]) => {
    const [code = '', name = ''] = rule.split('\t');
    return `${String(count).padStart(width)}  ${colours.bold(code)}  ${name}\n`;
  });
  const parts = [
    lines.join(''),
    sharedCalls(report, look)
      .map((line) => `${line}\n`)
      .join(''),
  ];
  return [...parts.filter((part) => part !== ''), `${summaryLine(report)}\n`].join('\n');
};

export function countBy<Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
