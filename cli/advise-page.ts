/** What is advised for one workflow, for reading. */
import {
  ADVICES,
  type Figures,
  prefill,
  QUESTIONS,
  type Recommendation,
  WAYS,
  type Workflow,
} from '../core/index.ts';
import type { Look } from './formats/format.ts';
import { counted, printable, wrapped } from './terminal.ts';

const MAX_COLUMNS = 100;
const INDENT = 12;

/** `workflow`: undefined when the advice rests on answers alone. */
export function advisePage(
  workflow: Workflow | undefined,
  recommendation: Recommendation,
  figures: Figures | undefined,
  { shown, colours: { bold, dim, cyan, yellow }, columns }: Look,
): string {
  const lines: string[] = [];
  const width = Math.min(columns, MAX_COLUMNS) - INDENT;
  const say = (label: string, texts: readonly string[]) => {
    const all = texts.flatMap((text) => wrapped(printable(text), width));
    all.forEach((text, at) =>
      lines.push(`${dim((at === 0 ? label : '').padEnd(INDENT - 1))} ${text}`.trimEnd()),
    );
  };
  const where = (place: Workflow['place']) => `${shown(place.path)}:${String(place.line)}`;
  const { label, summary, profile, reasons, drawbacks, others, first, obstacles, cost, possible, next } =
    recommendation;

  if (workflow)
    lines.push(
      `${bold(printable(workflow.name))}  ${workflow.kind}, ${workflow.today} today  ${dim(where(workflow.place))}`,
      '',
    );
  const hangs =
    possible.length > 1
      ? `, unless an open question says otherwise: ${possible
          .slice(1)
          .map((one) => ADVICES[one].label)
          .join(', ')}`
      : '';
  lines.push(`${bold(cyan(label))} under the profile ${profile}${hangs}`, summary, '');
  say('because', reasons.map(cited));
  say('against', drawbacks.map(cited));
  say(
    'elsewhere',
    others.map((other) => `${other.profile}: ${ADVICES[other.advice].label}`),
  );
  say('first', first.map(cited));
  say(
    'in the way',
    obstacles.map(
      ({ code, place, chain }) => `${code} ${where(place)} ${chain.map((one) => `\`${one}\``).join(' → ')}`,
    ),
  );
  if (workflow) {
    const swaps = cost.libraries.map(
      ({ library, alternatives: [best] }) =>
        `${library}${best ? ` → ${best.use}${best.installed === false ? ' (not installed)' : ''}` : ': nothing to await is known'}`,
    );
    say('cost', [
      counted(cost.functions.length, 'function') +
        (cost.functions.length === 0 ? '' : `: ${cost.functions.map(({ name }) => name).join(', ')}`),
      ...swaps,
    ]);
    lines.push('');
    say(
      'the code',
      prefill(workflow).map(({ question, value, source }) => `${question}=${value}: ${source}`),
    );
  }
  if (next) {
    const { id, asks, choices } = next;
    lines.push('');
    say('open', [
      yellow(asks),
      ...choices.map((choice) => `--answer ${id}=${choice.value}  ${choice.label}`),
    ]);
  }
  if (figures && figures.ways.sync.latency > 0) {
    lines.push('');
    say('figures', [
      `one run: ${WAYS.map((way) => `${way} ${time(figures.ways[way].latency)}`).join(', ')}`,
      `several users: ${WAYS.map((way) => `${way} ${time(figures.ways[way].responseTime)}`).join(', ')}`,
      `gain from overlapping: ${figures.worth}`,
    ]);
  }
  return `${lines.join('\n')}\n`;
}

/** The questions and what may be answered, for whoever gets one wrong. */
export function allowedAnswers(): string {
  return QUESTIONS.map(({ id, choices }) => `${id}=${choices.map(({ value }) => value).join('|')}`).join(
    ', ',
  );
}

function cited({
  guidelines,
  ...words
}: {
  readonly guidelines: readonly number[];
  readonly says?: string;
  readonly text?: string;
}): string {
  return `${words.says ?? words.text ?? ''} (guideline ${guidelines.join(', ')})`;
}

function time(seconds: number): string {
  return seconds >= 1 ? `${seconds.toFixed(1)} s` : `${(seconds * 1000).toFixed(0)} ms`;
}
