/** Findings as annotations of GitHub Actions: one workflow command a line. */
import type { Severity } from '../../core/model/finding.ts';
import type { Place } from '../report.ts';
import type { Format } from './format.ts';
import { positionText } from './headline.ts';

const COMMANDS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export const github: Format = ({ findings }, { shown }) =>
  findings
    .map(({ finding: { code, name, severity, message }, place }) => {
      const properties = { title: `${code} ${name}`, file: shown(place.path), ...linesOf(place) };
      const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
      const cell = place.from.cell === undefined ? '' : `${positionText(place.from)} `;
      return `::${COMMANDS[severity]} ${written.join(',')}::${data(cell + message)}\n`;
    })
    .join('');

/** GitHub shows a notebook by the lines of its JSON, so places in cells go into the message. */
function linesOf({ from, to }: Place) {
  if (from.cell !== undefined) return {};
  return { line: from.line, endLine: to.line, col: from.column, endColumn: to.column };
}

/** What would end a command or a property has a spelling of its own. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
