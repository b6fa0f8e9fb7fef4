/** Workflows with their verdicts, for people, programs and documents. */
import { advise, ADVICES, type Recommendation, type Workflow } from '../core/index.ts';
import type { Profile } from '../core/model/profile.ts';
import type { Look } from './formats/format.ts';
import { counted, printable } from './terminal.ts';

export interface Listed {
  readonly workflow: Workflow;
  readonly recommendation: Recommendation;
}

export function listed(workflows: readonly Workflow[], profile: (path: string) => Profile): Listed[] {
  return workflows.map((workflow) => ({
    workflow,
    recommendation: advise(workflow, {}, profile(workflow.place.path)),
  }));
}

export function asText(all: readonly Listed[], { shown, colours: { bold, dim, yellow } }: Look): string {
  const rows = all.map(({ workflow, recommendation }) => ({
    kind: workflow.kind,
    name: printable(workflow.name),
    today: workflow.today,
    verdict: verdict(recommendation),
    rest: `${printable(shown(workflow.place.path))}:${String(workflow.place.line)}`,
    blocks: workflow.obstacles.length,
  }));
  const width = (key: 'kind' | 'name' | 'today' | 'verdict') =>
    Math.max(0, ...rows.map((row) => row[key].length));
  const [kind, name, today, advice] = [width('kind'), width('name'), width('today'), width('verdict')];
  const lines = rows.map(
    (row) =>
      `${dim(row.kind.padEnd(kind))}  ${bold(row.name.padEnd(name))}  ${row.today.padEnd(today)} → ${row.verdict.padEnd(advice)}  ${dim(row.rest)}` +
      (row.blocks > 0 ? `  ${yellow(`${String(row.blocks)} on the loop`)}` : ''),
  );
  return `${[...lines, `${counted(all.length, 'workflow')}.`].join('\n')}\n`;
}

export function asMarkdown(all: readonly Listed[], { relative }: Look): string {
  const rows = all.map(
    ({ workflow: { name, kind, today, place, obstacles }, recommendation }) =>
      `| \`${name}\` | ${kind} | ${today} | ${verdict(recommendation)} | ${String(obstacles.length)} | ${relative(place.path)}:${String(place.line)} |`,
  );
  return [
    '| workflow | kind | today | advice | blocks the loop | where |',
    '| --- | --- | --- | --- | --: | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** One word when it is settled; else what it may be, and what that hangs on. */
function verdict({ possible, next }: Recommendation): string {
  const labels = possible.map((advice) => ADVICES[advice].label);
  if (labels.length === 1) return labels.join('');
  return `${labels.slice(0, 2).join(' or ')}${labels.length > 2 ? ' …' : ''} (${next?.id ?? ''}?)`;
}

/** Plain data, with paths as the project has them. */
export function asData({ workflow, recommendation }: Listed, { relative }: Look): object {
  const { reasons, drawbacks, others, cost, answers, next, possible, first, advice, profile } =
    recommendation;
  return relativePaths(
    {
      ...workflow,
      advice: { advice, profile, possible, answers, next: next?.id, reasons, drawbacks, others, first, cost },
    },
    relative,
  );
}

function relativePaths(data: unknown, relative: (path: string) => string): object {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) =>
      key === 'path' && typeof value === 'string' ? relative(value) : value,
    ),
  ) as object;
}
