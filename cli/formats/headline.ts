/** The line that names a finding. */
import type { Severity } from '../../core/model/finding.ts';
import type { ReportedFinding } from '../report.ts';
import { printable, type Colours } from '../terminal.ts';
import type { Look } from './format.ts';

/** `path:line:column CODE [severity] message` */
export function headline({ finding, place }: ReportedFinding, { colours, shown }: Look): string {
  const where = `${colours.bold(printable(shown(place.path)))}:${place.from.line}:${place.from.column}`;
  const { code, severity, message } = finding;
  return `${where} ${colours.bold(paint(severity, colours)(code))} [${severity}] ${printable(message)}`;
}

export function paint(severity: Severity, colours: Colours): (text: string) => string {
  switch (severity) {
    case 'error':
      return colours.red;
    case 'warning':
      return colours.yellow;
    case 'information':
      return colours.blue;
    case 'hint':
      return colours.cyan;
  }
}
