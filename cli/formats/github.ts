/** Findings as annotations of GitHub Actions: one workflow command a line. */
import type { Severity } from '../../core/model/finding.ts';
import type { Format } from './format.ts';

const COMMANDS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export const github: Format = ({ findings }, { shown }) =>
  findings
    .map(({ finding, place: { path, from, to } }) => {
      const properties = {
        title: `${finding.code} ${finding.name}`,
        file: shown(path),
        line: from.line,
        endLine: to.line,
        col: from.column,
        endColumn: to.column,
      };
      const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
      return `::${COMMANDS[finding.severity]} ${written.join(',')}::${data(finding.message)}\n`;
    })
    .join('');

/** What would end a command or a property has a spelling of its own. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
