/** From answers to advice: which question is open next, and what each guidance profile says in the end. */
import { type Profile, PROFILES } from '../model/profile.ts';
import { type Answers, holds, isAsked, type Question, QUESTIONS } from './questions.ts';
import { type Reason, reason } from './reasons.ts';
import { type AdviceId, DRAWBACKS, type Row, RULINGS } from './rulings.ts';

/** What one profile advises, and why. */
export interface Ruling {
  readonly profile: Profile;
  readonly advice: AdviceId;
  /** What decided. */
  readonly reasons: readonly Reason[];
  /** What speaks against it all the same. */
  readonly drawbacks: readonly Reason[];
}

export type Step =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'advice'; readonly rulings: Readonly<Record<Profile, Ruling>> };

/** The next question whose answer can still change what somebody advises; the advice, when there is none. */
export function step(given: Answers): Step {
  const answers = asked(given);
  const open = QUESTIONS.find((question) => isOpen(question, answers) && matters(question, answers));
  if (open) return { kind: 'question', question: open };
  const [settled = answers] = completions(answers);
  return { kind: 'advice', rulings: rulings(settled) };
}

/** What a profile may still come to advise, by the answers that are missing; one, when it is settled. */
export function possible(given: Answers, profile: Profile): AdviceId[] {
  return [...new Set(completions(asked(given)).map((answers) => deciding(profile, answers).advice))];
}

/** All full sets of answers. */
export function paths(): Answers[] {
  return completions({});
}

/** What the profiles make of answers; questions that were not answered count as unknown. */
export function rulings(answers: Answers): Readonly<Record<Profile, Ruling>> {
  const of = (profile: Profile): Ruling => {
    const { advice, because } = deciding(profile, answers);
    return {
      profile,
      advice,
      reasons: because.map(reason),
      drawbacks: DRAWBACKS.filter(({ when, of: meant }) => meant.includes(advice) && holds(when, answers))
        .map(({ is }) => is)
        .filter((id) => !because.includes(id))
        .map(reason),
    };
  };
  return { 'sync-default': of('sync-default'), hybrid: of('hybrid'), 'async-first': of('async-first') };
}

/** The row of a profile's table that decides. */
export function deciding(profile: Profile, answers: Answers): Row {
  const row = RULINGS[profile].find(({ when }) => holds(when, answers));
  if (!row) throw new RangeError(`no ruling of ${profile}`);
  return row;
}

function isOpen(question: Question, answers: Answers): boolean {
  return answers[question.id] === undefined && isAsked(question, answers);
}

/** Whether another answer to a question would change the advice, with all other answers left as they are. */
function matters({ id, choices }: Question, answers: Answers): boolean {
  const others = choices.slice(1).map(({ value }) => value);
  return completions({ ...answers, [id]: choices[0]?.value }).some((one) => {
    const outcome = advised(one);
    return others.some((value) =>
      completions(asked({ ...one, [id]: value })).some((other) => advised(other) !== outcome),
    );
  });
}

/** Without the answers to questions that do not arise. */
function asked(answers: Answers): Answers {
  let kept: Answers = {};
  for (const question of QUESTIONS) {
    const answer = answers[question.id];
    if (answer !== undefined && isAsked(question, kept)) kept = { ...kept, [question.id]: answer };
  }
  return kept;
}

function advised(answers: Answers): string {
  return PROFILES.map((profile) => deciding(profile, answers).advice).join(' ');
}

/** All ways to answer the questions that are open. */
function completions(answers: Answers): Answers[] {
  const open = QUESTIONS.find((question) => isOpen(question, answers));
  if (!open) return [answers];
  return open.choices.flatMap(({ value }) => completions({ ...answers, [open.id]: value }));
}
