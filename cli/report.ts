/** What a check has found, with every place looked up: all that a format needs. */
import type { Analysis } from '../core/index.ts';
import type { ChainHop, Finding, Fix, Related } from '../core/model/finding.ts';
import type { Span } from '../core/model/span.ts';
import type { Position } from '../core/model/summary.ts';

/** A place that can be shown. */
export interface Place {
  /** Absolute. */
  readonly path: string;
  readonly from: Position;
  readonly to: Position;
  /** The text of the line on which it begins. */
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
  /** What mends it; worked out when a format has a place for it. */
  readonly fixes: () => readonly Fix[];
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
  /** What was looked at. */
  readonly files: readonly string[];
  /** How many findings are left out because a baseline has them; undefined without one. */
  readonly known?: number;
}

/** Looks places up, reading each file once. */
export class Places {
  readonly #analysis: Analysis;
  readonly #texts = new Map<string, string>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  /** Undefined when its own file cannot be read. */
  report(finding: Finding, fixes: () => readonly Fix[]): ReportedFinding | undefined {
    const place = this.find(finding.path, finding.span);
    return (
      place && {
        finding,
        place,
        chain: finding.chain.map((hop) => ({ hop, place: this.find(hop.path, hop.span) })),
        related: finding.related.map(({ message, path, span }: Related) => ({
          message,
          place: this.find(path, span),
        })),
        fixes,
      }
    );
  }

  /** The code itself. */
  code(path: string, { start, end }: Span): string {
    return this.#text(path).slice(start, end);
  }

  find(path: string | undefined, span: Span): Place | undefined {
    const summary = path === undefined ? undefined : this.#analysis.summary(path);
    if (path === undefined || !summary) return undefined;
    const from = summary.position(span.start);
    const line = lineAt(this.#text(path), span.start - from.column + 1);
    return { path, from, to: summary.position(span.end), line };
  }

  #text(path: string): string {
    const text = this.#texts.get(path) ?? this.#analysis.text(path);
    this.#texts.set(path, text);
    return text;
  }
}

/** The text of the line that begins at an offset, without its end. */
function lineAt(text: string, start: number): string {
  const line = /[^\r\n]*/y;
  line.lastIndex = start;
  return line.exec(text)?.[0] ?? '';
}

export function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  if (a.place.path !== b.place.path) return a.place.path < b.place.path ? -1 : 1;
  return a.finding.span.start - b.finding.span.start || (a.finding.code < b.finding.code ? -1 : 1);
}
