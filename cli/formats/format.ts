/** What a format is: a report in, text out. */
import type { Rule } from '../../core/index.ts';
import type { Report } from '../report.ts';
import type { Colours } from '../terminal.ts';

export interface Look {
  readonly colours: Colours;
  /** Letters to a line. */
  readonly columns: number;
  /** A path as it is shown to people: from where they stand. */
  readonly shown: (path: string) => string;
  /** A path as it is given to programs: from the folder that was checked. */
  readonly relative: (path: string) => string;
  /** Where people stand. */
  readonly cwd: string;
  readonly version: string;
  readonly rules: readonly Rule[];
}

export type Format = (report: Report, look: Look) => string;
