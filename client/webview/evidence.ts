/** What the code does, call by call, with links into it. */
import type { VNode } from 'preact';
import type { Operation } from '../../core/workflows/workflow.ts';
import type { Actions } from './actions.ts';
import type { Consultation } from './consultation.ts';
import { h } from './dom.ts';
import { placeLink } from './links.ts';
import { count } from './units.ts';
import { OPERATIONS, STYLES } from './words.ts';

/** So many are shown at once. */
const MOST = 100;

export function evidence({ detail: { workflow, root } }: Consultation, actions: Actions): VNode {
  const { operations, unresolved } = workflow;
  return h(
    'section',
    { 'aria-labelledby': 'evidence' },
    h('h2', { id: 'evidence' }, 'What the code does'),
    operations.length === 0
      ? h('p', {}, 'Nothing was found in it that waits or computes for long.')
      : h(
          'div',
          { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'Calls' },
          h(
            'table',
            { class: 'evidence' },
            h(
              'thead',
              {},
              h(
                'tr',
                {},
                ['Call', 'Kind', 'Today', 'Where'].map((head) => h('th', { scope: 'col' }, head)),
              ),
            ),
            h(
              'tbody',
              {},
              operations.slice(0, MOST).map((one) => row(one, root, actions)),
            ),
          ),
        ),
    operations.length > MOST && h('p', { class: 'quiet' }, `${String(operations.length - MOST)} more`),
    unresolved > 0 &&
      h(
        'p',
        { class: 'quiet' },
        `${count(unresolved, 'call')} could not be followed: what they do is not counted here.`,
      ),
  );
}

function row(operation: Operation, root: string, actions: Actions): VNode {
  const { call, kind, style, inLoop, independent, place, function: name } = operation;
  const notes = [STYLES[style], inLoop && 'in a loop', independent && 'independent'].filter(
    (note) => note !== false,
  );
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('code', {}, call)),
    h('td', {}, OPERATIONS[kind]),
    h('td', {}, notes.join(', ')),
    h('td', {}, placeLink(place, root, actions), name === '' ? '' : ` in ${name}`),
  );
}
