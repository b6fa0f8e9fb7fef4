/** The seam to a language: all that the rest of core asks of one. */
import type { ProjectFacts, Rewriter } from './rewriter.ts';
import type { Span } from './span.ts';
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
  /** Writes changes to a file's text, in which these places block. Never throws. */
  rewriter(text: string, project: ProjectFacts, blocking: readonly Span[]): Rewriter;
}
