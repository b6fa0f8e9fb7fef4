/** What is asked, and what is known already: each answer with where it comes from, and a way to give another. */
import type { VNode } from 'preact';
import { isAsked, type Question, type QuestionId, QUESTIONS } from '../../core/workflows/questions.ts';
import type { Actions } from './actions.ts';
import type { Consultation } from './consultation.ts';
import { h } from './dom.ts';
import { link, placeLink, prose } from './links.ts';
import type { State } from './state.ts';

/** Links to the code that one answer shows. */
const MOST_PLACES = 3;

/** The next question that matters. */
export function openQuestion({ open }: Consultation, actions: Actions): VNode | false {
  if (!open) return false;
  return h(
    'section',
    { class: 'question', 'aria-labelledby': 'open-question' },
    h('h2', { id: 'open-question', tabIndex: -1 }, open.asks),
    h('p', { class: 'quiet' }, open.help),
    choices(open, undefined, actions),
  );
}

function choices(
  { id, asks, choices: all }: Question,
  current: string | undefined,
  { answer }: Actions,
): VNode {
  return h(
    'div',
    { class: 'choices', role: 'group', 'aria-label': asks },
    all.map(({ value, label }) =>
      h(
        'button',
        {
          type: 'button',
          class: 'choice',
          ...(current !== undefined && { 'aria-pressed': value === current }),
          onClick: () => {
            answer(id, value);
          },
        },
        label,
      ),
    ),
  );
}

/** What decides, question by question. */
export function answers(consultation: Consultation, { editing }: State, actions: Actions): VNode {
  const settled = QUESTIONS.filter(
    (question) => consultation.answers[question.id] !== undefined && isAsked(question, consultation.answers),
  );
  return h(
    'section',
    { 'aria-labelledby': 'answers' },
    h('h2', { id: 'answers' }, 'What this rests on'),
    h(
      'ul',
      { class: 'answers' },
      settled.map((question) => answer(question, consultation, question.id === editing, actions)),
      consultation.aside && unanswered(consultation.aside, consultation, editing, actions),
    ),
  );
}

function answer(question: Question, consultation: Consultation, isEdited: boolean, actions: Actions): VNode {
  const { id, asks, choices: all } = question;
  const value = consultation.answers[id];
  return h(
    'li',
    { key: id },
    h('p', { class: 'quiet' }, asks),
    isEdited
      ? choices(question, value, actions)
      : h('p', {}, h('strong', {}, all.find((choice) => choice.value === value)?.label)),
    source(question, consultation, actions),
    ' ',
    editButton(question, isEdited, 'Change', actions),
  );
}

/** It would change nothing here, and need not be answered. */
function unanswered(
  question: Question,
  { detail: { profile } }: Consultation,
  editing: QuestionId | undefined,
  actions: Actions,
): VNode {
  const { id, asks } = question;
  const isEdited = id === editing;
  return h(
    'li',
    { key: id },
    h('p', { class: 'quiet' }, asks),
    isEdited && choices(question, undefined, actions),
    h(
      'span',
      { class: 'source' },
      `Not answered; by the profile ${profile} the advice is the same either way. `,
    ),
    editButton(question, isEdited, 'Answer', actions),
  );
}

function editButton({ id, asks }: Question, isEdited: boolean, label: string, { edit }: Actions): VNode {
  return h(
    'button',
    {
      type: 'button',
      class: 'link',
      'aria-label': `${isEdited ? 'Leave it' : label}: ${asks}`,
      onClick: () => {
        edit(isEdited ? undefined : id);
      },
    },
    isEdited ? 'Leave it' : label,
  );
}

/** The code, with links into it; or the person who said so. */
function source(
  { id, choices: all }: Question,
  { known, given, detail }: Consultation,
  actions: Actions,
): VNode {
  const shown = known.find(({ question }) => question === id);
  const isGiven = given[id] !== undefined;
  if (!isGiven) {
    const places = (shown?.places ?? []).slice(0, MOST_PLACES);
    return h(
      'span',
      { class: 'source' },
      prose(`From the code: ${shown?.source ?? ''}`),
      places.map((place) => [' ', placeLink(place, detail.root, actions)]),
    );
  }
  const wasShown = shown && shown.value !== given[id];
  return h(
    'span',
    { class: 'source' },
    'You said so. ',
    wasShown && `The code shows: ${all.find(({ value }) => value === shown.value)?.label ?? ''}. `,
    link(
      () => {
        actions.answer(id, undefined);
      },
      wasShown ? 'Take what the code shows' : 'Take it back',
    ),
  );
}
