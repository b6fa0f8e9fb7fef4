/** A decision as a document: written in MADR's form, and read back by its front matter. */
import { PROFILES, type Profile } from '../model/profile.ts';
import { ADVICES } from './advice.ts';
import { type Assumptions, type Figures, WAYS } from './figures.ts';
import { prefill } from './prefill.ts';
import { type Answers, QUESTIONS, readAnswer } from './questions.ts';
import type { Recommendation } from './recommendation.ts';
import { ADVICE, type AdviceId } from './rulings.ts';
import type { Place, Workflow } from './workflow.ts';

/** What a record says that is read back: the rest is for people. */
export interface Decision {
  /** The workflow's id. */
  readonly workflow: string;
  readonly decision: AdviceId;
  readonly profile: Profile;
  readonly status: 'accepted' | 'superseded';
  /** `2026-11-21`. */
  readonly date: string;
  readonly answers: Answers;
  /** The file of the record that this one takes the place of. */
  readonly supersedes: string | undefined;
}

const FENCE = '---';

/** What a record's front matter says; undefined when the text is no record of ours. */
export function readRecord(text: string): Decision | undefined {
  const fields = frontMatter(text);
  const workflow = fields?.get('workflow');
  const decision = ADVICE.find((one) => one === fields?.get('decision'));
  if (!fields?.has('awaitwise') || workflow === undefined || decision === undefined) return undefined;
  return {
    workflow,
    decision,
    profile: PROFILES.find((one) => one === fields.get('profile')) ?? 'hybrid',
    status: fields.get('status') === 'superseded' ? 'superseded' : 'accepted',
    date: fields.get('date') ?? '',
    answers: readAnswers(fields.get('answers') ?? ''),
    supersedes: fields.get('supersedes'),
  };
}

function frontMatter(text: string): Map<string, string> | undefined {
  const [first, ...lines] = text.split(/\r?\n/);
  const end = lines.indexOf(FENCE);
  if (first !== FENCE || end < 0) return undefined;
  const fields = new Map<string, string>();
  for (const line of lines.slice(0, end)) {
    const { key, value } = /^(?<key>[\w-]+):\s*(?<value>.*?)\s*$/.exec(line)?.groups ?? {};
    if (key !== undefined && value !== undefined) fields.set(key, value.replace(/^(["'])(.*)\1$/, '$2'));
  }
  return fields;
}

function readAnswers(written: string): Answers {
  const all = written.split(',').map((pair) => {
    const [question = '', value = ''] = pair.split('=').map((part) => part.trim());
    return readAnswer(question, value) ?? {};
  });
  return Object.assign({}, ...all) as Answers;
}

/** The same text with another status, and nothing else changed: what people wrote in it stays. */
export function superseded(text: string, by: string): string {
  const end = text.indexOf(`\n${FENCE}`, FENCE.length);
  const head = text.slice(0, end);
  const lines = head
    .split('\n')
    .filter((line) => !line.startsWith('superseded-by:'))
    .map((line) => (line.startsWith('status:') ? 'status: superseded' : line));
  return `${[...lines, `superseded-by: ${by}`].join('\n')}${text.slice(end)}`;
}

export interface RecordInput {
  readonly workflow: Workflow;
  readonly recommendation: Recommendation;
  readonly assumptions: Assumptions;
  readonly figures: Figures;
  readonly date: string;
  readonly supersedes: string | undefined;
  readonly relative: (path: string) => string;
}

export function writeRecord(input: RecordInput): string {
  const { workflow, recommendation, date, supersedes } = input;
  const { advice, profile, answers } = recommendation;
  const front = [
    'awaitwise: 1',
    `workflow: ${workflow.id}`,
    `decision: ${advice}`,
    `profile: ${profile}`,
    'status: accepted',
    `date: ${date}`,
    `answers: ${Object.entries(answers)
      .map(([question, value]) => `${question}=${value}`)
      .join(', ')}`,
    ...(supersedes === undefined ? [] : [`supersedes: ${supersedes}`]),
  ];
  const sections = [
    `# ${capital(ADVICES[advice].label)} for \`${workflow.name}\``,
    `## Context and problem statement\n\n${context(input)}`,
    `## Considered options\n\n${options(recommendation)}`,
    `## Decision outcome\n\n${outcome(recommendation)}`,
    `### Consequences\n\n${consequences(recommendation, input.relative)}`,
    `## Evidence\n\n${evidence(input)}`,
    `## Figures\n\n${modelFigures(input)}`,
  ];
  return `${FENCE}\n${front.join('\n')}\n${FENCE}\n\n${sections.join('\n\n')}\n`;
}

function context({ workflow, relative }: RecordInput): string {
  const { kind, today, place, framework } = workflow;
  const by = framework ? `, which ${framework.name} calls as ${framework.role}` : '';
  return `\`${workflow.name}\` (${kind}, \`${at(place, relative)}\`)${by}, runs ${today === 'mixed' ? 'partly sync, partly async' : today} today. Should it be sync or async?`;
}

function options({ advice, possible, others }: Recommendation): string {
  const all = new Set<AdviceId>([advice, ...possible, ...others.map((other) => other.advice)]);
  return list(
    ADVICE.filter((one) => all.has(one) || one === 'sync' || one === 'async').map(
      (one) => `${capital(ADVICES[one].label)}: ${ADVICES[one].summary}`,
    ),
  );
}

function outcome({ label, profile, reasons, drawbacks, others }: Recommendation): string {
  const because = list(reasons.map(cited));
  const against = drawbacks.length > 0 ? `\n\nAgainst it:\n\n${list(drawbacks.map(cited))}` : '';
  const elsewhere = others.map((other) => `\`${other.profile}\` would say ${ADVICES[other.advice].label}`);
  const disagreement = elsewhere.length > 0 ? `\n\n${capital(elsewhere.join('; '))}.` : '';
  return `**${capital(label)}**, under the profile \`${profile}\`, because:\n\n${because}${against}${disagreement}`;
}

function consequences(
  { first, cost, obstacles }: Recommendation,
  relative: (path: string) => string,
): string {
  return list([
    ...first.map(cited),
    ...obstacles.map(
      ({ code, place, chain }) =>
        `Mend ${code} at \`${at(place, relative)}\`: ${chain.map((one) => `\`${one}\``).join(' → ')}`,
    ),
    `${String(cost.functions.length)} functions change${cost.functions.length === 0 ? '' : `: ${cost.functions.map(({ name }) => `\`${name}\``).join(', ')}`}`,
    ...cost.libraries.map(
      ({ library, alternatives: [best] }) =>
        `\`${library}\`${best ? ` gives way to \`${best.use}\`` : ' has no async counterpart that is known'}`,
    ),
  ]);
}

function evidence({ workflow, relative, recommendation }: RecordInput): string {
  const known = new Map(prefill(workflow).map((one) => [one.question, one]));
  const rows = QUESTIONS.flatMap(({ id, asks, choices }) => {
    const value = recommendation.answers[id];
    if (value === undefined) return [];
    const shown = known.get(id);
    const label = choices.find((choice) => choice.value === value)?.label ?? value;
    return [`| ${asks} | ${label} | ${shown?.value === value ? shown.source : 'said by a person'} |`];
  });
  const operations = workflow.operations.map(
    ({ kind, call, style, inLoop, independent, place }) =>
      `\`${call}\` (${[kind, style, ...(inLoop ? ['in a loop'] : []), ...(independent ? ['independent'] : [])].join(', ')}) at \`${at(place, relative)}\``,
  );
  const table = ['| question | answer | from |', '| --- | --- | --- |', ...rows].join('\n');
  return operations.length > 0 ? `${table}\n\n${list(operations)}` : table;
}

function modelFigures({ assumptions, figures: { ways, gain, worth } }: RecordInput): string {
  const rows = WAYS.map((way) => {
    const { latency, responseTime, throughput, memory } = ways[way];
    return `| ${way} | ${seconds(latency)} | ${seconds(responseTime)} | ${Number.isFinite(throughput) ? throughput.toPrecision(3) : 'unlimited'} | ${(memory / 1000).toFixed(0)} kB |`;
  });
  const waits = assumptions.waits.map(
    ({ kind, calls, seconds: each }) => `${String(calls)} × ${kind} at ${seconds(each)}`,
  );
  return [
    `Worked out from ${waits.join(', ') || 'no waiting'}, ${seconds(assumptions.computing)} of computing, ${String(assumptions.users)} users, ${String(assumptions.threads)} threads, at most ${String(assumptions.limit)} calls at once. Not measured.`,
    '',
    '| way | one run alone | each of the users waits | runs a second | memory |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `Overlapping its independent calls makes one run ${gain.toFixed(1)} times as fast: ${worth === 'none' ? 'no gain' : `a ${worth === 'some' ? 'small' : 'significant'} gain`}.`,
  ].join('\n');
}

function seconds(value: number): string {
  return value >= 1 ? `${value.toFixed(1)} s` : `${(value * 1000).toFixed(0)} ms`;
}

function cited({
  says,
  text,
  guidelines,
}: {
  readonly says?: string;
  readonly text?: string;
  readonly guidelines: readonly number[];
}): string {
  return `${says ?? text ?? ''} (guideline ${guidelines.join(', ')})`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function at({ path, line }: Place, relative: (path: string) => string): string {
  return `${relative(path)}:${String(line)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
