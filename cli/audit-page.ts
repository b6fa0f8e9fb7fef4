/** The audit, written as Markdown for reviews, as CSV for tables, and as JSON for programs. */
import type { AuditedCall } from '../core/index.ts';
import type { Look } from './formats/format.ts';
import { positionText } from './formats/headline.ts';
import type { Place } from './report.ts';
import { counted } from './terminal.ts';

export type AuditForm = 'markdown' | 'csv' | 'json';

export interface AuditRow extends AuditedCall {
  readonly place: Place;
  /** The call as it is written. */
  readonly code: string;
}

/** A row in words. */
interface Line {
  readonly path: string;
  readonly position: string;
  readonly coroutine: string;
  readonly call: string;
  readonly verdict: string;
  readonly kinds: string;
  readonly leaf: string;
  readonly chain: string;
  readonly wrap: string;
}

/** More of a call would make the table too wide. */
const CODE = 60;

export function auditPage(rows: readonly AuditRow[], form: AuditForm, look: Look): string {
  const lines = rows.map((row) => asLine(row, look));
  switch (form) {
    case 'markdown':
      return markdown(lines);
    case 'csv':
      return csv(lines);
    case 'json':
      return `${JSON.stringify({ version: 1, calls: rows.map((row, at) => asData(row, lines[at])) }, undefined, 2)}\n`;
  }
}

function asLine({ place, code, callee, function: coroutine, verdict }: AuditRow, { shown }: Look): Line {
  const call = shortened(code);
  const row = { path: shown(place.path), position: positionText(place.from), coroutine, call };
  if (verdict.kind !== 'blocks') {
    const words =
      verdict.kind === 'never'
        ? 'never blocks'
        : `unsure: ${counted(verdict.unresolved, 'call')} behind it unknown`;
    return { ...row, verdict: words, kinds: '', leaf: '', chain: '', wrap: '' };
  }
  const { chain, record } = verdict;
  const names = chain.map(({ callee: name }) => name);
  return {
    ...row,
    verdict: 'blocks',
    kinds: record.kinds.join(', '),
    leaf: names.at(-1) ?? record.name,
    chain: names.join(' → '),
    // The highest sync call is the one that stands in the coroutine.
    wrap: callee ?? names[0] ?? '',
  };
}

function markdown(lines: readonly Line[]): string {
  const blocking = lines.filter(({ verdict }) => verdict === 'blocks').length;
  const unsure = lines.filter(({ verdict }) => verdict.startsWith('unsure')).length;
  const head = `# Calls in coroutines that are not awaited\n\n${counted(lines.length, 'call')}: ${String(blocking)} block, ${String(unsure)} unsure.\n`;
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const title = `\`${line.path}\`: \`${line.coroutine}\``;
    groups.set(title, [...(groups.get(title) ?? []), line]);
  }
  const parts = [...groups].map(([title, group]) => {
    const table = group.map(({ position, call, verdict, kinds, chain, wrap }) =>
      [position, ticked(call), kinds === '' ? verdict : `${verdict} (${kinds})`, ticked(chain), ticked(wrap)]
        .map((cell) => ` ${cell.replaceAll('|', '\\|')} `)
        .join('|'),
    );
    const rows = [' line | call | verdict | leads to | wrap ', ' --- | --- | --- | --- | --- ', ...table];
    return `\n## ${title}\n\n${rows.map((row) => `|${row}|`).join('\n')}\n`;
  });
  return head + parts.join('');
}

function ticked(code: string): string {
  return code === '' ? '' : `\`${code.replaceAll('`', "'")}\``;
}

const COLUMNS = [
  'path',
  'position',
  'coroutine',
  'call',
  'verdict',
  'kinds',
  'leaf',
  'chain',
  'wrap',
] as const;

/** As RFC 4180 has it. A cell that a spreadsheet would take for a formula gets a quote in front. */
function csv(lines: readonly Line[]): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = lines.map((line) => COLUMNS.map((column) => cell(line[column])).join(','));
  return [COLUMNS.join(','), ...rows].map((row) => `${row}\r\n`).join('');
}

function asData({ place, verdict }: AuditRow, line: Line | undefined) {
  const { cell, line: row, column } = place.from;
  return {
    path: line?.path,
    ...(cell !== undefined && { cell }),
    ...{ line: row, column, endLine: place.to.line, endColumn: place.to.column },
    ...{ coroutine: line?.coroutine, call: line?.call, verdict: verdict.kind },
    ...(verdict.kind === 'blocks' && {
      kinds: verdict.record.kinds,
      leaf: line?.leaf,
      chain: verdict.chain.map(({ callee }) => callee),
      wrap: line?.wrap,
    }),
    ...(verdict.kind === 'unsure' && { unresolved: verdict.unresolved }),
  };
}

function shortened(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length <= CODE ? line : `${line.slice(0, CODE - 1)}…`;
}
