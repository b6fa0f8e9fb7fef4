/** Findings in the editor's words: where they are shown, what is said, and the way to what blocks. */
import { DiagnosticSeverity, type Diagnostic, type Location } from 'vscode-languageserver';
import type { Analysis } from '../core/index.ts';
import type { ChainHop, Finding, Severity } from '../core/model/finding.ts';
import type { KnownFindings } from './known-findings.ts';
import { Locations } from './locations.ts';
import type { OpenFiles } from './open-files.ts';
import type { BlockingPath } from './protocol.ts';
import { rulePage } from './rule-pages.ts';

/** What the editor marks as ours. */
const SOURCE = 'awaitwise';

/** Steps of a path that a diagnostic lists; the view and the hover have all. */
const LISTED = 10;

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as it was shown. */
export interface Report {
  readonly finding: Finding;
  readonly location: Location;
  readonly diagnostic: Diagnostic;
  readonly path: BlockingPath;
}

/** Turns findings into reports, as of one analysis. */
export class Reporter {
  readonly #analysis: Analysis;
  readonly #locations: Locations;
  readonly #known: KnownFindings;

  constructor(analysis: Analysis, open: OpenFiles, known: KnownFindings) {
    this.#analysis = analysis;
    this.#known = known;
    this.#locations = new Locations(analysis, open);
  }

  report(path: string): Report[] {
    return this.#known.without(this.#analysis.findings(path)).flatMap((finding) => {
      const location = this.#locations.of(finding.path, finding.span);
      return location ? [this.#reportOf(finding, location)] : [];
    });
  }

  #reportOf(finding: Finding, location: Location): Report {
    const { code, message, severity } = finding;
    const steps = finding.chain.map((hop) => ({
      location: hop.path === undefined ? null : (this.#locations.of(hop.path, hop.span) ?? null),
      function: hop.function,
      callee: hop.callee,
    }));
    const page = rulePage(code);
    return {
      finding,
      location,
      path: { code, message, steps },
      diagnostic: {
        range: location.range,
        severity: SEVERITIES[severity],
        code,
        ...(page && { codeDescription: { href: page } }),
        source: SOURCE,
        message,
        relatedInformation: this.#related(finding, steps),
      },
    };
  }

  #related(
    { chain, related }: Finding,
    steps: BlockingPath['steps'],
  ): Diagnostic['relatedInformation'] & object {
    const listed = steps.slice(0, LISTED);
    const more = steps.length - listed.length;
    return [
      ...listed.flatMap(({ location }, index) =>
        location
          ? [{ location, message: describe(chain[index], index === listed.length - 1 ? more : 0) }]
          : [],
      ),
      ...related.flatMap(({ path, span, message }) => {
        const location = this.#locations.of(path, span);
        return location ? [{ location, message }] : [];
      }),
    ];
  }
}

/** `handler` calls `load` (+2 more). */
function describe(hop: ChainHop | undefined, more: number): string {
  if (!hop) return '';
  const caller = hop.function === '' ? 'the module' : `\`${hop.function}\``;
  return `${caller} calls \`${hop.callee}\`${more > 0 ? ` (+${String(more)} more)` : ''}`;
}
