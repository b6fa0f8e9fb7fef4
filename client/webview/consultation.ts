/** All that the page works out for the workflow that it shows: what is known, what is open, the advice, the figures. */
import { type Assumptions, assumptionsFor, type Figures, figures } from '../../core/workflows/figures.ts';
import { prefill, type Prefilled } from '../../core/workflows/prefill.ts';
import type { Answers, Question } from '../../core/workflows/questions.ts';
import { advise, type Recommendation } from '../../core/workflows/recommendation.ts';
import type { AdviceId } from '../../core/workflows/rulings.ts';
import type { WorkflowDetail } from '../../server/protocol.ts';
import { adjusted, type Draft, draftOf, type Drafts, givenAnswers, nameOf } from './drafts.ts';

export interface Consultation {
  readonly detail: WorkflowDetail;
  readonly draft: Draft;
  /** What the code shows. */
  readonly known: readonly Prefilled[];
  /** What a person said. */
  readonly given: Answers;
  readonly answers: Answers;
  /** The question on which the advice hangs; undefined when it is settled. */
  readonly open: Question | undefined;
  /** One that only bears on what other profiles say. */
  readonly aside: Question | undefined;
  readonly recommendation: Recommendation;
  /** What would be written down: the advice, or what was chosen in its place. */
  readonly decision: AdviceId;
  readonly assumptions: Assumptions;
  readonly figures: Figures;
}

export function consult(detail: WorkflowDetail, drafts: Drafts): Consultation {
  const { workflow, profile } = detail;
  const name = nameOf(detail);
  const draft = draftOf(drafts, name);
  const known = prefill(workflow);
  const given = givenAnswers(drafts, name);
  const recommendation = advise(workflow, given, profile);
  const isSettled = recommendation.possible.length === 1;
  const assumptions = adjusted(assumptionsFor(workflow), draft.figures);
  return {
    detail,
    draft,
    known,
    given,
    answers: recommendation.answers,
    open: isSettled ? undefined : recommendation.next,
    aside: isSettled ? recommendation.next : undefined,
    recommendation,
    decision: draft.chosen ?? recommendation.advice,
    assumptions,
    figures: figures(assumptions),
  };
}
