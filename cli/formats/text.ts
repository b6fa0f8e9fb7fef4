/** Findings for people: the place, the way to what blocks hop by hop, and what to do. */
import { excerpt } from '../excerpt.ts';
import type { Place, Report, ReportedFinding, Step } from '../report.ts';
import { printable, wrapped } from '../terminal.ts';
import type { Format, Look } from './format.ts';
import { headline, paint, positionText } from './headline.ts';
import { summaryLine } from './summary.ts';

export const text: Format = (report, look) => {
  // What holds for every finding of a rule is said once.
  const explained = new Set<string>();
  const blocks = report.findings.map((finding) => {
    const isFirst = !explained.has(finding.finding.code);
    explained.add(finding.finding.code);
    return new Block(finding, look).draw(isFirst);
  });
  return [...blocks, ''].join('\n\n').trimStart() + `${summary(report, look)}\n`;
};

function summary(report: Report, { colours }: Look): string {
  const line = summaryLine(report);
  return report.findings.length === 0 ? colours.green(line) : colours.bold(line);
}

/** One finding, drawn line by line beside a margin of line numbers. */
class Block {
  readonly #found: ReportedFinding;
  readonly #look: Look;
  readonly #margin: number;
  readonly #lines: string[] = [];

  constructor(found: ReportedFinding, look: Look) {
    this.#found = found;
    this.#look = look;
    const places = [
      found.place,
      ...found.chain.map(({ place }) => place),
      ...found.related.map(({ place }) => place),
    ];
    this.#margin = Math.max(...places.map((place) => String(place?.from.line ?? 0).length)) + 1;
  }

  draw(isFirstOfItsRule: boolean): string {
    const { finding, place, chain, related, fixes } = this.#found;
    const { colours, rules } = this.#look;
    const colour = paint(finding.severity, colours);
    this.#lines.push(headline(this.#found, this.#look));
    this.#beside('|');
    this.#source(place, '^', colour);

    // The first hop is the call itself, which has just been drawn.
    for (const step of chain.slice(1)) this.#hop(step);
    if (chain.length === 0) {
      for (const { message, place: at } of related) {
        this.#note('note', at ? `${message} at ${this.#where(at)}` : message);
        if (at) this.#source(at, '-', colours.blue);
      }
    }
    const [best] = fixes();
    if (best) this.#note('fix', best.title);
    if (finding.reason !== '') this.#note(finding.confidence, finding.reason);

    const rule = isFirstOfItsRule ? rules.find(({ code }) => code === finding.code) : undefined;
    if (rule) {
      this.#note('why', rule.docs.why);
      this.#note('help', rule.docs.instead);
      this.#note('more', `awaitwise explain ${finding.code}`);
    }
    return this.#lines.join('\n');
  }

  #hop({ hop, place }: Step): void {
    const caller = hop.function === '' ? '' : `\`${hop.function}\` `;
    // Whole, however long: terminals make a link of the place at its end.
    this.#beside(
      '=',
      printable(`${caller}calls \`${hop.callee}\`${place ? ` at ${this.#where(place)}` : ''}`),
    );
    if (place) this.#source(place, '-', this.#look.colours.blue);
  }

  /** A line of source, and under it what it is about. */
  #source({ line, from, to }: Place, mark: string, colour: (text: string) => string): void {
    const end = to.line > from.line ? line.length + 1 : to.column;
    const { code, underline } = excerpt(line, from.column, end, mark, this.#look.columns - this.#margin - 3);
    this.#beside('|', code, String(from.line));
    this.#beside('|', colour(underline));
  }

  #note(label: string, message: string): void {
    const { colours, columns } = this.#look;
    const indent = ' '.repeat(label.length + 2);
    const [first = '', ...rest] = wrapped(
      printable(message),
      Math.max(40, columns - this.#margin - 3 - indent.length),
    );
    this.#beside('=', `${colours.bold(label)}: ${first}`);
    for (const line of rest) this.#beside(' ', indent + line);
  }

  #beside(rail: string, content = '', number = ''): void {
    const { colours } = this.#look;
    this.#lines.push(`${colours.blue(`${number.padStart(this.#margin)} ${rail}`)} ${content}`.trimEnd());
  }

  /** Of a project elsewhere, the headline has the whole path, and a hop the rest of it. */
  #where({ path, from }: Place): string {
    const { shown, relative } = this.#look;
    const name = shown(path) === path ? relative(path) : shown(path);
    return `${printable(name)}:${positionText(from)}`;
  }
}
