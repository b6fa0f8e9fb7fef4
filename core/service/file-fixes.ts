/** The fixes of one file's findings: what they have in common is worked out once. */
import type { Finding } from '../model/finding.ts';
import type { Rewriter } from '../model/rewriter.ts';
import type { Span } from '../model/span.ts';
import type { Reported, Rule } from '../rules/rule.ts';
import { NO_REMEDIES, type Remedies, remediesFor, remediesOf } from './fixes.ts';

export class FileFixes {
  readonly path: string;
  readonly #check: (rule: Rule) => readonly Reported[];
  readonly #makeRewriter: () => Rewriter;
  #rewriter: Rewriter | undefined;
  /** What rules report, by what a finding says. */
  readonly #reported = new Map<Rule, ReadonlyMap<string, Reported>>();

  constructor(path: string, check: (rule: Rule) => readonly Reported[], makeRewriter: () => Rewriter) {
    this.path = path;
    this.#check = check;
    this.#makeRewriter = makeRewriter;
  }

  /** Nothing for a finding of another moment. */
  remedies(finding: Finding, rule: Rule, isAboutSuppressions: boolean): Remedies {
    const reported = this.#reportedBy(rule).get(keyOf(finding.span, finding.message));
    if (!reported) return NO_REMEDIES;
    this.#rewriter ??= this.#makeRewriter();
    return remediesFor(finding, reported, this.#rewriter, isAboutSuppressions);
  }

  /** What can be done with code that somebody selected. */
  refactorings(selected: Span): Remedies {
    this.#rewriter ??= this.#makeRewriter();
    return remediesOf(this.#rewriter.offloadSelection(selected), 'refactor', this.path);
  }

  #reportedBy(rule: Rule): ReadonlyMap<string, Reported> {
    let known = this.#reported.get(rule);
    if (!known) {
      known = new Map(this.#check(rule).map((one) => [keyOf(one.at, one.message), one]));
      this.#reported.set(rule, known);
    }
    return known;
  }
}

function keyOf({ start, end }: Finding['span'], message: string): string {
  return `${start}-${end} ${message}`;
}
