/** Findings for people: the place, the way to what blocks hop by hop, and what to do. */
import { Drawing } from '../drawing.ts';
import type { Report, ReportedFinding, Step } from '../report.ts';
import { printable } from '../terminal.ts';
import type { Format, Look } from './format.ts';
import { headline, paint } from './headline.ts';
import { summaryLine } from './summary.ts';

export const text: Format = (report, look) => {
  // What holds for every finding of a rule is said once.
  const explained = new Set<string>();
  const blocks = report.findings.map((finding) => {
    const isFirst = !explained.has(finding.finding.code);
    explained.add(finding.finding.code);
    return block(finding, look, isFirst);
  });
  return [...blocks, ''].join('\n\n').trimStart() + `${summary(report, look)}\n`;
};

function summary(report: Report, { colours }: Look): string {
  const line = summaryLine(report);
  return report.findings.length === 0 ? colours.green(line) : colours.bold(line);
}

/** One finding. What holds for all of its rule is said with the first. */
function block(found: ReportedFinding, look: Look, isFirstOfItsRule: boolean): string {
  const { finding, place, chain, related, fixes } = found;
  const places = [place, ...[...chain, ...related].map((one) => one.place)];
  const drawing = new Drawing(headline(found, look), places, look);
  drawing.beside('|');
  drawing.source(place, '^', paint(finding.severity, look.colours));

  // The first hop is the call itself, which has just been drawn.
  for (const step of chain.slice(1)) drawHop(drawing, step, look);
  if (chain.length === 0) {
    for (const { message, place: at } of related) {
      drawing.note('note', at ? `${message} at ${drawing.where(at)}` : message);
      if (at) drawing.source(at, '-', look.colours.blue);
    }
  }
  const [best] = fixes();
  if (best) drawing.note('fix', best.title);
  if (finding.reason !== '') drawing.note(finding.confidence, finding.reason);

  const rule = isFirstOfItsRule ? look.rules.find(({ code }) => code === finding.code) : undefined;
  if (rule) {
    drawing.note('why', rule.docs.why);
    drawing.note('help', rule.docs.instead);
    drawing.note('more', `awaitwise explain ${finding.code}`);
  }
  return drawing.text();
}

function drawHop(drawing: Drawing, { hop, place }: Step, { colours }: Look): void {
  const caller = hop.function === '' ? '' : `\`${hop.function}\` `;
  const calls = printable(`${caller}calls \`${hop.callee}\``);
  // Whole, however long: terminals make a link of the place at its end.
  drawing.beside('=', place ? `${calls} at ${drawing.where(place)}` : calls);
  if (place) drawing.source(place, '-', colours.blue);
}
