/** What a person has said about workflows and not written down yet: kept by the page, and across panels by the extension. */
import type { Assumptions, Wait } from '../../core/workflows/figures.ts';
import type { Answers, QuestionId } from '../../core/workflows/questions.ts';
import type { AdviceId } from '../../core/workflows/rulings.ts';
import type { GivenAnswers, WorkflowKey } from '../../server/protocol.ts';

export interface Draft {
  readonly answers: Answers;
  readonly figures: FigureChanges;
  /** What was chosen in place of the advice. */
  readonly chosen: AdviceId | undefined;
}

export interface Drafts {
  /** Answers that hold for all workflows alike. */
  readonly everywhere: Answers;
  readonly byWorkflow: Readonly<Record<string, Draft>>;
}

type Plain = Omit<Assumptions, 'waits'>;

export interface FigureChanges extends Partial<Plain> {
  readonly waits?: Readonly<Record<string, Partial<Pick<Wait, 'calls' | 'seconds'>>>>;
}

export const NO_DRAFT: Draft = { answers: {}, figures: {}, chosen: undefined };
export const NO_DRAFTS: Drafts = { everywhere: {}, byWorkflow: {} };

/** One word for a workflow. */
export function nameOf({ folder, id }: WorkflowKey): string {
  return `${folder}#${id}`;
}

function keyOf(name: string): WorkflowKey {
  const at = name.indexOf('#');
  return { folder: name.slice(0, at), id: name.slice(at + 1) };
}

/** They say something about people, not about code. */
const EVERYWHERE: ReadonlySet<QuestionId> = new Set<QuestionId>(['team']);

export function draftOf({ byWorkflow }: Drafts, workflow: string): Draft {
  return byWorkflow[workflow] ?? NO_DRAFT;
}

/** All that was said which bears on a workflow. */
export function givenAnswers(drafts: Drafts, workflow: string): Answers {
  return { ...drafts.everywhere, ...draftOf(drafts, workflow).answers };
}

/** What was said about each workflow, to be judged elsewhere. */
export function allGiven({ everywhere, byWorkflow }: Drafts): GivenAnswers {
  return {
    everywhere,
    byWorkflow: Object.entries(byWorkflow).map(([name, { answers }]) => ({ ...keyOf(name), answers })),
  };
}

export function withDraft(drafts: Drafts, workflow: string, change: Partial<Draft>): Drafts {
  const draft = { ...draftOf(drafts, workflow), ...change };
  return { ...drafts, byWorkflow: { ...drafts.byWorkflow, [workflow]: draft } };
}

/** An answer; undefined takes it back. */
export function withAnswer(
  drafts: Drafts,
  workflow: string,
  question: QuestionId,
  value: string | undefined,
): Drafts {
  const { everywhere } = drafts;
  if (EVERYWHERE.has(question)) return { ...drafts, everywhere: answered(everywhere, question, value) };
  const { answers } = draftOf(drafts, workflow);
  return withDraft(drafts, workflow, { answers: answered(answers, question, value), chosen: undefined });
}

function answered(answers: Answers, question: QuestionId, value: string | undefined): Answers {
  const others = Object.entries(answers).filter(([id]) => id !== question);
  return Object.fromEntries(value === undefined ? others : [...others, [question, value]]);
}

/** The calls of a workflow that are changed together. */
export function waitKey({ kind, independent }: Wait): string {
  return `${kind} ${independent ? 'independent' : 'dependent'}`;
}

/** Assumptions with what was changed by hand. */
export function adjusted(
  assumptions: Assumptions,
  { waits: changes = {}, ...plain }: FigureChanges,
): Assumptions {
  const waits = assumptions.waits.map((wait) => ({ ...wait, ...changes[waitKey(wait)] }));
  return { ...assumptions, ...plain, waits };
}
