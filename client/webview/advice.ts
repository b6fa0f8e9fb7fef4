/** The advice: what to do about a workflow, why, what other profiles say, and what it costs. */
import type { VNode } from 'preact';
import type { Reason } from '../../core/workflows/reasons.ts';
import { ADVICE } from '../../core/workflows/rulings.ts';
import type { Actions } from './actions.ts';
import type { Consultation } from './consultation.ts';
import { h } from './dom.ts';
import { guidelineLinks, placeLink, prose } from './links.ts';
import { count } from './units.ts';
import { adviceLabel } from './words.ts';

/** The answer itself, and what can be done with it. */
export function verdict(consultation: Consultation, actions: Actions): VNode {
  const { recommendation, decision, open, detail } = consultation;
  const isOther = decision !== recommendation.advice;
  return h(
    'section',
    { class: 'advice', 'aria-labelledby': 'advice' },
    h('p', { class: 'quiet' }, open ? 'As far as is known' : 'Advice', `, by the profile ${detail.profile}`),
    h('h2', { id: 'advice', tabIndex: -1 }, adviceLabel(recommendation.advice)),
    h('p', {}, recommendation.summary),
    disagreement(consultation, actions),
    h(
      'div',
      { class: 'buttons' },
      h(
        'button',
        { type: 'button', class: 'primary', onClick: actions.record },
        isOther ? `Record “${adviceLabel(decision)}”` : 'Record Decision',
      ),
      h('button', { type: 'button', class: 'secondary', onClick: actions.copy }, 'Copy as Markdown'),
      h(
        'label',
        { class: 'decide' },
        'Decide for ',
        h(
          'select',
          {
            value: decision,
            onChange: ({ currentTarget: { value } }) => {
              actions.choose(ADVICE.find((one) => one === value && one !== recommendation.advice));
            },
          },
          ADVICE.map((one) =>
            h(
              'option',
              { value: one },
              one === recommendation.advice ? `${adviceLabel(one)} (advised)` : adviceLabel(one),
            ),
          ),
        ),
      ),
    ),
  );
}

/** Profiles that see it differently, each with why. */
function disagreement({ recommendation: { others } }: Consultation, actions: Actions): VNode | false {
  if (others.length === 0) return false;
  return h(
    'ul',
    { class: 'others' },
    others.map(({ profile, advice, reasons }) =>
      h(
        'li',
        {},
        h('strong', {}, profile),
        ` advises ${adviceLabel(advice)}. `,
        reasons.map((one) => says(one, actions)),
      ),
    ),
  );
}

export function why({ recommendation: { reasons, drawbacks } }: Consultation, actions: Actions): VNode {
  return h(
    'section',
    { 'aria-labelledby': 'why' },
    h('h2', { id: 'why' }, 'Why'),
    h(
      'ul',
      {},
      reasons.map((reason) => h('li', {}, says(reason, actions))),
    ),
    drawbacks.length > 0 && [
      h('h3', {}, 'What speaks against it'),
      h(
        'ul',
        {},
        drawbacks.map((reason) => h('li', {}, says(reason, actions))),
      ),
    ],
  );
}

function says({ says: text, guidelines }: Reason, actions: Actions): VNode {
  return h('span', {}, prose(text), ' ', guidelineLinks(guidelines, actions), ' ');
}

export function first({ recommendation: { first: steps } }: Consultation, actions: Actions): VNode | false {
  if (steps.length === 0) return false;
  return h(
    'section',
    { 'aria-labelledby': 'first' },
    h('h2', { id: 'first' }, 'What to do first'),
    h(
      'ol',
      {},
      steps.map(({ text, guidelines }) => h('li', {}, prose(text), ' ', guidelineLinks(guidelines, actions))),
    ),
  );
}

/** The findings that stand in the way. */
export function obstacles({ recommendation, detail }: Consultation, actions: Actions): VNode | false {
  const { obstacles: all } = recommendation;
  if (all.length === 0) return false;
  const { safe, unsafe } = detail.fixes;
  return h(
    'section',
    { 'aria-labelledby': 'obstacles' },
    h('h2', { id: 'obstacles' }, 'What blocks the event loop today'),
    h(
      'ul',
      { class: 'obstacles' },
      all.map(({ place, chain, code }) =>
        h(
          'li',
          {},
          placeLink(place, detail.root, actions),
          ' ',
          chain.map((name, index) => [index > 0 && ' → ', h('code', {}, name)]),
          h('span', { class: 'badge' }, code),
        ),
      ),
    ),
    safe + unsafe > 0 &&
      h(
        'div',
        { class: 'buttons' },
        h('button', { type: 'button', class: 'secondary', onClick: actions.fix }, fixLabel(safe, unsafe)),
      ),
  );
}

export function cost({ recommendation, detail }: Consultation, actions: Actions): VNode {
  const { functions, libraries } = recommendation.cost;
  return h(
    'section',
    { 'aria-labelledby': 'cost' },
    h('h2', { id: 'cost' }, 'What it costs'),
    functions.length === 0 && libraries.length === 0 && h('p', {}, 'Nothing: it goes that way already.'),
    libraries.length > 0 &&
      h(
        'ul',
        {},
        libraries.map(({ library, calls, alternatives: [best] }) =>
          h(
            'li',
            {},
            h('code', {}, library),
            best ? [' → ', h('code', {}, best.use), installed(best.installed)] : ' has no async API',
            `, ${count(calls, 'call')}`,
          ),
        ),
      ),
    functions.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, `${count(functions.length, 'function')} to change`),
        h(
          'ul',
          {},
          functions.map(({ name, place, because }) =>
            h('li', {}, placeLink(place, detail.root, actions, h('code', {}, name)), ` ${BECAUSE[because]}`),
          ),
        ),
      ),
  );
}

const BECAUSE = {
  waits: 'waits itself',
  between: 'stands between',
  caller: 'calls it from outside',
} as const;

function installed(isInstalled: boolean | undefined): string {
  return isInstalled === undefined ? '' : isInstalled ? ' (installed)' : ' (not installed)';
}

function fixLabel(safe: number, unsafe: number): string {
  const all = safe + unsafe;
  return `${unsafe > 0 ? 'Preview' : 'Apply'} ${String(all)} ${all === 1 ? 'Fix' : 'Fixes'}`;
}
