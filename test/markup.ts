/**
 * Fixtures are their own expectation: what is found stands drawn under the code.
 *
 *     time.sleep(1)
 * #   ~~~~~~~~~~~~~ AW101: …
 *
 * `~~~~` is a finding, `----` a place that has to do with one. At column 0, the `#` is the first of them. In brackets
 * stands what is unusual: `(likely)`, or a severity that the profile does not give the rule.
 */
import type { Finding } from '../core/model/finding.ts';
import type { Level } from '../core/model/settings.ts';
import type { Span } from '../core/model/span.ts';

export interface Mark {
  readonly path: string;
  readonly span: Span;
  readonly ink: '~' | '-';
  readonly text: string;
}

const DRAWN = /^# *[~-]+ (?:see )?AW\d{3}\b.*\n?/gm;

/** The code alone. */
export function withoutMarks(text: string): string {
  return text.replace(DRAWN, '');
}

/** The code with marks drawn under its lines. */
export function withMarks(text: string, marks: readonly Mark[]): string {
  const lines = text.split('\n');
  const under = new Map<number, Set<string>>();
  for (const mark of [...marks].sort((a, b) => a.span.start - b.span.start || (a.ink > b.ink ? -1 : 1))) {
    const { line, drawn } = draw(text, lines, mark);
    under.set(line, (under.get(line) ?? new Set()).add(drawn));
  }
  return lines.flatMap((line, at) => [line, ...(under.get(at) ?? [])]).join('\n');
}

/** What goes under which line; a mark ends where its line does. */
function draw(
  text: string,
  lines: readonly string[],
  { span, ink, text: words }: Mark,
): { line: number; drawn: string } {
  const line = text.slice(0, span.start).split('\n').length - 1;
  const column = span.start - (text.lastIndexOf('\n', span.start - 1) + 1);
  const length = Math.min(span.end - span.start, (lines[line]?.length ?? 0) - column);
  const drawn = `${' '.repeat(column)}${ink.repeat(Math.max(1, length))}`;
  return { line, drawn: `#${drawn.slice(1)} ${words}` };
}

/** What there is to draw of a finding: itself, and each further call on the way to what blocks. */
export function marksOf(finding: Finding, usual?: Level): Mark[] {
  const { code, message, confidence, severity, path, span, chain, related } = finding;
  const unusual = [
    confidence === 'certain' ? [] : confidence,
    severity === (usual ?? severity) ? [] : severity,
  ];
  const remark = unusual.flat().length > 0 ? ` (${unusual.flat().join(', ')})` : '';
  const hops = chain.slice(1).flatMap((hop) => {
    const { path: file, callee } = hop;
    return file === undefined ? [] : [{ path: file, span: hop.span, message: `calls \`${callee}\`` }];
  });
  return [
    { path, span, ink: '~', text: `${code}${remark}: ${message}` },
    ...[...hops, ...related].map((place): Mark => ({
      path: place.path,
      span: place.span,
      ink: '-',
      text: `see ${code}: ${place.message}`,
    })),
  ];
}
