/** Traced calls, drawn for people and written for programs. */
import type { CallTrace } from '../core/index.ts';
import type { Span } from '../core/model/span.ts';
import { Drawing } from './drawing.ts';
import type { Look } from './formats/format.ts';
import { positionText } from './formats/headline.ts';
import type { Places } from './report.ts';
import { counted, printable } from './terminal.ts';

/** More of a step's code would hide what is said of it. */
const CODE = 60;

/** Empty when there are no calls. */
export function tracePage(calls: readonly CallTrace[], places: Places, look: Look): string {
  return calls.map((call) => `${page(call, places, look)}\n\n`).join('');
}

function page(
  { kind, path, span, function: name, steps, targets, verdict, lost }: CallTrace,
  places: Places,
  look: Look,
): string {
  const { bold, blue, cyan } = look.colours;
  const place = places.find(path, span);
  const where = `${bold(printable(look.shown(path)))}:${place ? positionText(place.from) : ''}`;
  const drawing = new Drawing(
    `${where} ${bold(cyan(kind))}${name === '' ? '' : ` in \`${name}\``}`,
    [place],
    look,
  );
  drawing.beside('|');
  if (place) drawing.source(place, '^', blue);

  const at = (file: string | undefined, there: Span | undefined) => {
    const found = there && places.find(file, there);
    return found ? ` at ${drawing.where(found)}` : '';
  };
  const say = (text: string) => {
    drawing.beside('=', printable(text));
  };
  for (const { path: file, span: code, says, type, to } of steps) {
    say(`\`${shortened(places.code(file, code))}\` is ${type}: ${says}${at(to?.path, to?.span)}`);
  }
  for (const target of targets)
    say(`${HOW[target.how](`\`${target.name}\``)}${at(target.path, target.span)}`);
  if (lost) say(`lost: ${lost.reason}${at(lost.path, lost.span)}`);
  drawing.note('verdict', verdictText(verdict));
  return drawing.text();
}

const HOW: Record<CallTrace['targets'][number]['how'], (name: string) => string> = {
  runs: (name) => `runs ${name}`,
  'runs later': (name) => `runs ${name}, later`,
  'one of its overrides': (name) => `may run ${name}, an override`,
  'by its stub': (name) => `runs ${name}, known by its stub`,
  'by its name alone': (name) => `runs ${name}, known by its name`,
};

function verdictText(verdict: CallTrace['verdict']): string {
  switch (verdict.kind) {
    case 'blocks': {
      const chain = verdict.chain.map(({ callee }) => `\`${callee}\``).join(' → ');
      return `blocks (${verdict.record.kinds.join(', ')}) through ${chain}`;
    }
    case 'never':
      return 'never blocks';
    case 'unsure':
      return `unsure: nothing is known of ${counted(verdict.unresolved, 'call')} behind it`;
  }
}

function shortened(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length <= CODE ? line : `${line.slice(0, CODE - 1)}…`;
}

/** The same for programs; paths and positions as in findings. */
export function traceData(calls: readonly CallTrace[], places: Places, { relative }: Look) {
  const placed = (path: string | undefined, span: Span | undefined) => {
    const place = span && places.find(path, span);
    if (!place) return null;
    const { cell, line, column } = place.from;
    const end = { endLine: place.to.line, endColumn: place.to.column };
    return { path: relative(place.path), ...(cell !== undefined && { cell }), line, column, ...end };
  };
  return calls.map(({ kind, path, span, function: name, steps, targets, verdict, lost }) => ({
    kind,
    function: name,
    place: placed(path, span),
    steps: steps.map((step) => ({
      code: places.code(step.path, step.span),
      type: step.type,
      says: step.says,
      to: placed(step.to?.path, step.to?.span),
    })),
    targets: targets.map((target) => ({
      ...target,
      path: undefined,
      span: undefined,
      place: placed(target.path, target.span),
    })),
    lost: lost ? { reason: lost.reason, place: placed(lost.path, lost.span) } : null,
    verdict:
      verdict.kind === 'blocks'
        ? {
            kind: verdict.kind,
            call: verdict.record.name,
            kinds: verdict.record.kinds,
            chain: verdict.chain.map(({ callee }) => callee),
          }
        : verdict,
  }));
}
