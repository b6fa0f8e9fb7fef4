/** The seam to a language: all that the rest of core asks of one. */
import type { SummaryData } from './summary.ts';

export interface ReadSource {
  readonly text: string;
  readonly data: SummaryData;
  /** Why the file is read in part or not at all; stands behind its name. */
  readonly problem: string | undefined;
}

export interface FrontEnd {
  /** Endings of the files it reads, with their dot. */
  readonly extensions: readonly string[];
  /** Decodes, parses and summarises a file. Never throws. */
  read(path: string, content: Uint8Array | string): ReadSource;
}
