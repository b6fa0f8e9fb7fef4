/** The page: the list of workflows on one side, the one that is looked at on the other. */
import type { VNode } from 'preact';
import type { Actions } from './actions.ts';
import { cost, first, obstacles, verdict, why } from './advice.ts';
import type { Consultation } from './consultation.ts';
import { h } from './dom.ts';
import { evidence } from './evidence.ts';
import { link, placeLink } from './links.ts';
import { list } from './list.ts';
import { numbers } from './numbers.ts';
import { answers, openQuestion } from './questions.ts';
import type { State } from './state.ts';
import { KINDS, RUNS_ON, TODAY } from './words.ts';

export function app(state: State, consultation: Consultation | undefined, actions: Actions): VNode {
  const { workflows, selected, said } = state;
  const isEmpty = workflows?.length === 0 && !state.isPartial;
  return h(
    'div',
    { class: `app${selected ? ' has-selection' : ''}` },
    h('p', { class: 'visually-hidden', role: 'status' }, said),
    notice(state, actions),
    workflows === undefined
      ? h('main', {}, h('p', { class: 'quiet' }, 'Looking for workflows …'))
      : isEmpty
        ? nothing()
        : [list(state, actions), detail(state, consultation, actions)],
  );
}

/** What is odd about what is shown. */
function notice({ server, isPartial, workflows }: State, { restart }: Actions): VNode | false {
  if (server === 'crashed' || server === 'stopped') {
    return h(
      'div',
      { class: 'notice' },
      'The server does not run: what you see is how things were. ',
      link(restart, 'Restart it'),
    );
  }
  if (workflows === undefined) return false;
  if (server === 'starting') return h('div', { class: 'notice' }, 'The server is starting again.');
  return isPartial && h('div', { class: 'notice' }, 'Files are still being read: there may be more.');
}

function nothing(): VNode {
  return h(
    'main',
    { class: 'empty' },
    h('h1', {}, 'No workflow was found'),
    h(
      'p',
      {},
      'A workflow is a way into your program: an HTTP endpoint, a command, a script with ',
      h('code', {}, '__main__'),
      ', a notebook, a job, an agent’s tool. Open a folder that has one, and it will be listed here.',
    ),
  );
}

function detail(state: State, consultation: Consultation | undefined, actions: Actions): VNode {
  const { selected, isGone } = state;
  if (!selected) {
    return h(
      'main',
      { class: 'empty' },
      h('h1', {}, 'Should this be async?'),
      h('p', {}, 'Choose a workflow: what the code shows is filled in, and a question or two remain.'),
    );
  }
  return h(
    'main',
    {},
    h('div', { class: 'back' }, link(actions.leave, '← All workflows')),
    isGone && h('div', { class: 'notice' }, 'This workflow is no more.'),
    consultation
      ? workflowPage(consultation, state, actions)
      : !isGone && h('p', { class: 'quiet' }, 'Reading …'),
  );
}

function workflowPage(consultation: Consultation, state: State, actions: Actions): VNode {
  const { workflow, root } = consultation.detail;
  const { name, kind, place, today, runsOn, framework } = workflow;
  const pool = framework?.pool;
  return h(
    'article',
    {},
    h('h1', { tabIndex: -1 }, name),
    h(
      'p',
      { class: 'quiet' },
      `${framework ? `${framework.name} ${framework.role}` : KINDS[kind]}, `,
      placeLink(place, root, actions),
      `. Today ${TODAY[today]}, ${RUNS_ON[runsOn]}`,
      runsOn === 'worker' && pool && ` of the pool of ${pool.name} (${pool.size})`,
      '.',
    ),
    openQuestion(consultation, actions),
    verdict(consultation, actions),
    why(consultation, actions),
    first(consultation, actions),
    obstacles(consultation, actions),
    cost(consultation, actions),
    numbers(consultation, state, actions),
    answers(consultation, state, actions),
    evidence(consultation, actions),
  );
}
