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

/** The file that is to be changed, and what is around it. */
export interface RewriteSubject {
  readonly path: string;
  readonly project: ProjectFacts;
  /** The places in it that block. */
  readonly blocking: readonly Span[];
  /** The text of any file of the project. */
  text(path: string): string;
}

export interface FrontEnd {
  /** Endings of the files it reads, with their dot. */
  readonly extensions: readonly string[];
  /** Decodes, parses and summarises a file. Never throws. */
  read(path: string, content: Uint8Array | string): ReadSource;
  /** Writes changes to a file. Never throws. */
  rewriter(subject: RewriteSubject): Rewriter;
}
