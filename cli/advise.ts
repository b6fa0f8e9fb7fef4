/** `awaitwise advise`: whether a workflow should be async, with reasons; and the decision on record. */
import {
  advise as adviseOn,
  ADVICES,
  type Answers,
  assumptionsFor,
  figures,
  possible,
  readAnswer,
  type Recommendation,
  rulings,
  step,
  type Workflow,
  writeRecord,
} from '../core/index.ts';
import { PROFILES, type Profile } from '../core/model/profile.ts';
import { absolute } from '../disk/file-system.ts';
import { advisePage, allowedAnswers } from './advise-page.ts';
import { ExitCode } from './exit-code.ts';
import { lookFrom } from './look.ts';
import { keepRecord } from './records.ts';
import { complain, type Terminal } from './terminal.ts';
import { asData } from './workflow-list.ts';
import { openFolder, type WorkflowOptions } from './workflows.ts';

export interface AdviseOptions extends WorkflowOptions {
  readonly project: string;
  readonly answer: readonly string[];
  readonly record?: string;
}

export function advise(name: string | undefined, options: AdviseOptions, terminal: Terminal): ExitCode {
  const answers = readAnswers(options.answer, terminal);
  if (!answers) return ExitCode.BadUse;
  if (name === undefined) return byAnswers(answers, options, terminal);
  const opened = openFolder(options.project, options, terminal);
  if (!opened) return ExitCode.BadUse;
  const { analysis, project, profile } = opened;
  const workflow = choose(name, analysis.workflows(), project.root, terminal);
  if (!workflow) return ExitCode.BadUse;

  const recommendation = adviseOn(workflow, answers, profile(workflow.place.path));
  const assumptions = assumptionsFor(workflow);
  const look = lookFrom(project.root, terminal);
  const input = {
    ...{ workflow, recommendation, assumptions, figures: figures(assumptions), relative: look.relative },
    date: new Date().toISOString().slice(0, 'yyyy-mm-dd'.length),
  };
  const { stdout } = terminal;
  switch (options.format) {
    case 'text':
      stdout.write(advisePage(workflow, recommendation, input.figures, look));
      break;
    case 'markdown':
      stdout.write(writeRecord({ ...input, supersedes: undefined }));
      break;
    case 'json': {
      const data = { ...asData({ workflow, recommendation }, look), assumptions, figures: input.figures };
      stdout.write(`${JSON.stringify({ version: 1, ...data }, undefined, 2)}\n`);
    }
  }
  if (options.record === undefined) return ExitCode.Clean;
  return keepRecord(absolute(terminal.cwd, options.record), input, terminal);
}

function readAnswers(written: readonly string[], terminal: Terminal): Answers | undefined {
  let answers: Answers = {};
  for (const pair of written) {
    const [question = '', value = ''] = pair.split('=');
    const answer = readAnswer(question, value);
    if (!answer) {
      complain('error', `--answer ${pair}: allowed are ${allowedAnswers()}`, terminal);
      return undefined;
    }
    answers = { ...answers, ...answer };
  }
  return answers;
}

/** For a workflow that is not written yet. */
function byAnswers(answers: Answers, options: AdviseOptions, terminal: Terminal): ExitCode {
  if (options.record !== undefined) {
    complain('error', '--record needs a workflow; `awaitwise workflows` lists them', terminal);
    return ExitCode.BadUse;
  }
  const profile: Profile = options.profile ?? 'hybrid';
  const all = rulings(answers);
  const ruling = all[profile];
  const next = step(answers);
  const recommendation: Recommendation = {
    ...ruling,
    ...ADVICES[ruling.advice],
    answers,
    next: next.kind === 'question' ? next.question : undefined,
    possible: [ruling.advice, ...possible(answers, profile).filter((one) => one !== ruling.advice)],
    others: PROFILES.map((one) => all[one]).filter(({ advice }) => advice !== ruling.advice),
    ...{ first: [], obstacles: [], cost: { functions: [], libraries: [] } },
  };
  terminal.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify({ version: 1, ...recommendation }, undefined, 2)}\n`
      : advisePage(undefined, recommendation, undefined, lookFrom(absolute(terminal.cwd, '.'), terminal)),
  );
  return ExitCode.Clean;
}

/** By id, by name, by the end of the id, or by `file.py:12`. */
function choose(
  written: string,
  all: readonly Workflow[],
  root: string,
  terminal: Terminal,
): Workflow | undefined {
  const { file, line } = /^(?<file>.+):(?<line>\d+)$/.exec(written)?.groups ?? {};
  const ways: readonly ((workflow: Workflow) => boolean)[] = [
    ({ id }) => id === written,
    ({ name }) => name === written,
    ({ id }) => id.endsWith(`/${written}`) || id.endsWith(`.${written}`),
    ({ place }) => place.line === Number(line) && place.path === `${root}/${file ?? ''}`,
  ];
  for (const way of ways) {
    const found = all.filter(way);
    if (found.length === 1) return found[0];
    if (found.length > 1) {
      complain('error', `"${written}" may be ${found.map(({ id }) => id).join(', ')}`, terminal);
      return undefined;
    }
  }
  complain('error', `there is no workflow "${written}"; \`awaitwise workflows\` lists them`, terminal);
  return undefined;
}
