/** The advice for one workflow, with all that belongs to it: reasons, what to do first, what stands in the way, the cost. */
import { type Profile, PROFILES } from '../model/profile.ts';
import { type Action, type Advice, ADVICES, firstSteps } from './advice.ts';
import { possible, rulings, type Ruling, step } from './decision.ts';
import { answersOf, prefill } from './prefill.ts';
import type { Answers, Question } from './questions.ts';
import { reason } from './reasons.ts';
import type { AdviceId } from './rulings.ts';
import type { Obstacle, SyncLibrary, TouchedFunction, Workflow } from './workflow.ts';

export interface Recommendation extends Ruling, Advice {
  /** All that it was decided by: what the code shows, and what somebody said. */
  readonly answers: Answers;
  /** The question that is to be answered next; undefined when it is settled. */
  readonly next: Question | undefined;
  /** What the profile may still come to, this advice first. */
  readonly possible: readonly AdviceId[];
  /** Profiles that advise something else. */
  readonly others: readonly Ruling[];
  readonly first: readonly Action[];
  /** What blocks the event loop today, and has to go whatever is decided. */
  readonly obstacles: readonly Obstacle[];
  readonly cost: Cost;
}

/** What following the advice touches; nothing, where the workflow is that way already. */
export interface Cost {
  readonly functions: readonly TouchedFunction[];
  readonly libraries: readonly SyncLibrary[];
}

const NO_COST: Cost = { functions: [], libraries: [] };

/** What to do about a workflow under a profile. `given` answers win over what the code shows. */
export function advise(workflow: Workflow, given: Answers, profile: Profile): Recommendation {
  const answers = answersOf(prefill(workflow), given);
  const all = rulings(answers);
  const next = step(answers);
  const ruling = all[profile];
  return {
    ...ruling,
    ...ADVICES[ruling.advice],
    answers,
    next: next.kind === 'question' ? next.question : undefined,
    possible: [ruling.advice, ...possible(answers, profile).filter((one) => one !== ruling.advice)],
    others: PROFILES.map((other) => all[other]).filter(({ advice }) => advice !== ruling.advice),
    first: firstSteps(ruling.advice, answers, workflow.today),
    obstacles: workflow.obstacles,
    cost: costOf(workflow, ruling.advice),
  };
}

/** The same, for people who decide otherwise: what spoke for the advice now speaks against theirs. */
export function decideFor(workflow: Workflow, advised: Recommendation, advice: AdviceId): Recommendation {
  if (advice === advised.advice) return advised;
  const { profile, reasons, drawbacks, answers } = advised;
  const like = advised.others.find((other) => other.advice === advice);
  return {
    ...advised,
    ...ADVICES[advice],
    advice,
    reasons: like?.reasons ?? [reason('people-know-better')],
    drawbacks: [...(like?.drawbacks ?? []), ...reasons],
    others: [
      { profile, advice: advised.advice, reasons, drawbacks },
      ...advised.others.filter((other) => other.advice !== advice),
    ],
    first: firstSteps(advice, answers, workflow.today),
    cost: costOf(workflow, advice),
  };
}

const ASYNC: ReadonlySet<AdviceId> = new Set<AdviceId>(['async', 'hybrid']);

function costOf({ today, touched, libraries }: Workflow, advice: AdviceId): Cost {
  if (ASYNC.has(advice)) {
    // Under a hybrid, libraries that block stay where they are and move to a worker.
    return { functions: touched, libraries: advice === 'async' ? libraries : [] };
  }
  return today === 'sync' ? NO_COST : { functions: touched, libraries: [] };
}
