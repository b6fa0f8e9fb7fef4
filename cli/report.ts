/** What a check has found, with every place looked up: all that a format needs. */
import type { ChainHop, Finding, Fix, Related } from '../core/model/finding.ts';
import type { Span } from '../core/model/span.ts';
import { SourceText, type Position } from './source-text.ts';

/** A place that can be shown. */
export interface Place {
  /** Absolute. */
  readonly path: string;
  readonly from: Position;
  readonly to: Position;
  /** The line on which it begins. */
  readonly line: string;
}

export interface Step {
  readonly hop: ChainHop;
  /** Undefined where the source was not read. */
  readonly place: Place | undefined;
}

export interface ReportedFinding {
  readonly finding: Finding;
  readonly place: Place;
  readonly chain: readonly Step[];
  readonly related: readonly { readonly message: string; readonly place: Place | undefined }[];
  readonly fixes: readonly Fix[];
}

/** Something that could not be used or read, in one line. */
export interface Problem {
  readonly path: string | undefined;
  readonly message: string;
  /** It was asked for by name, on the command line or in settings, or is our own fault; otherwise it was only met. */
  readonly isError: boolean;
}

export interface Report {
  /** By path, then by place. */
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly Problem[];
  /** How many files were looked at. */
  readonly files: number;
}

/** What places are looked up in. */
export interface Sources {
  /** The text that spans of a file refer to. */
  text(path: string): string | undefined;
}

/** Looks places up, reading and splitting each file once. */
export class Places {
  readonly #sources: Sources;
  readonly #texts = new Map<string, SourceText | undefined>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  report(finding: Finding, fixes: readonly Fix[]): ReportedFinding {
    const at = (path: string | undefined, span: Span) =>
      path === undefined ? undefined : this.#find(path, span);
    return {
      finding,
      place: this.#find(finding.path, finding.span) ?? nowhere(finding.path),
      chain: finding.chain.map((hop) => ({ hop, place: at(hop.path, hop.span) })),
      related: finding.related.map(({ message, path, span }: Related) => ({
        message,
        place: at(path, span),
      })),
      fixes,
    };
  }

  #find(path: string, span: Span): Place | undefined {
    if (!this.#texts.has(path)) {
      const text = this.#sources.text(path);
      this.#texts.set(path, text === undefined ? undefined : new SourceText(text));
    }
    const source = this.#texts.get(path);
    return source && { path, ...source.range(span), line: source.line(source.position(span.start).line) };
  }
}

export function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  if (a.place.path !== b.place.path) return a.place.path < b.place.path ? -1 : 1;
  return a.finding.span.start - b.finding.span.start || (a.finding.code < b.finding.code ? -1 : 1);
}

/** The file has gone since it was analysed. */
function nowhere(path: string): Place {
  return { path, from: { line: 1, column: 1 }, to: { line: 1, column: 1 }, line: '' };
}
