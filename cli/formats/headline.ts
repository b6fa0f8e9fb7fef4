/** The line that names a finding, and the words for a place. */
import type { Severity } from '../../core/model/finding.ts';
import type { Position } from '../../core/model/summary.ts';
import type { ReportedFinding } from '../report.ts';
import { printable, type Colours } from '../terminal.ts';
import type { Look } from './format.ts';

/** `path:line:column CODE [severity] message` */
export function headline({ finding, place }: ReportedFinding, { colours, shown }: Look): string {
  const where = `${colours.bold(printable(shown(place.path)))}:${positionText(place.from)}`;
  const { code, severity, message } = finding;
  return `${where} ${colours.bold(paint(severity, colours)(code))} [${severity}] ${printable(message)}`;
}

/** `12:5`, and in a notebook `cell 3:2:5`. */
export function positionText({ line, column, cell }: Position): string {
  return `${cell === undefined ? '' : `cell ${cell}:`}${line}:${column}`;
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
