/** What the figures rest on: every number of it can be changed. */
import type { VNode } from 'preact';
import { LATENCIES, type Wait } from '../../core/workflows/figures.ts';
import type { Actions } from './actions.ts';
import type { Consultation } from './consultation.ts';
import { h } from './dom.ts';
import { type FigureChanges, waitKey } from './drafts.ts';
import { guidelineLinks } from './links.ts';
import { duration } from './units.ts';
import { OPERATIONS } from './words.ts';

/** The line of the guidelines that reports latencies. */
const REPORTED = 59;

interface Field {
  readonly label: string;
  readonly unit?: string;
  readonly value: number;
  readonly least: number;
  /** It counts things. */
  readonly isWhole?: boolean;
  readonly set: (value: number) => void;
}

export function assumptions({ assumptions: now, draft }: Consultation, actions: Actions): VNode {
  const { figures } = draft;
  const change = (changes: FigureChanges) => {
    actions.setFigures({ ...figures, ...changes });
  };
  const changeWait = (wait: Wait, changes: Partial<Wait>) => {
    const key = waitKey(wait);
    change({ waits: { ...figures.waits, [key]: { ...figures.waits?.[key], ...changes } } });
  };
  const fields: Field[] = [
    {
      label: 'Users at once',
      value: now.users,
      least: 1,
      isWhole: true,
      set: (users) => {
        change({ users });
      },
    },
    {
      label: 'Computing in one run',
      unit: 'ms',
      value: milliseconds(now.computing),
      least: 0,
      set: (value) => {
        change({ computing: value / 1000 });
      },
    },
    {
      label: 'Processes',
      value: now.processes,
      least: 1,
      isWhole: true,
      set: (processes) => {
        change({ processes });
      },
    },
    {
      label: 'Threads in each pool',
      value: now.threads,
      least: 1,
      isWhole: true,
      set: (threads) => {
        change({ threads });
      },
    },
    {
      label: 'Calls of one run at once, at most',
      value: now.limit,
      least: 1,
      isWhole: true,
      set: (limit) => {
        change({ limit });
      },
    },
  ];
  return h(
    'details',
    { class: 'assumptions' },
    h('summary', {}, 'What the figures rest on'),
    h(
      'p',
      { class: 'quiet' },
      'The calls are those of the code; how long they take is what is reported of their kind (',
      guidelineLinks([REPORTED], actions),
      '). Put in your own numbers.',
    ),
    now.waits.map((wait) =>
      waitFields(wait, (changes) => {
        changeWait(wait, changes);
      }),
    ),
    h('div', { class: 'fields' }, fields.map(field)),
    Object.keys(figures).length > 0 &&
      h(
        'div',
        { class: 'buttons' },
        h(
          'button',
          {
            type: 'button',
            class: 'secondary',
            onClick: () => {
              actions.setFigures({});
            },
          },
          'Reset',
        ),
      ),
  );
}

function waitFields(wait: Wait, change: (changes: Partial<Wait>) => void): VNode {
  const [from, to] = LATENCIES[wait.kind];
  return h(
    'fieldset',
    { key: waitKey(wait) },
    h(
      'legend',
      {},
      `${OPERATIONS[wait.kind]}, ${wait.independent ? 'independent of each other' : 'one after the other'}`,
    ),
    h(
      'div',
      { class: 'fields' },
      field({
        label: 'Calls',
        value: wait.calls,
        least: 0,
        isWhole: true,
        set: (calls) => {
          change({ calls });
        },
      }),
      field({
        label: `Each takes (${duration(from)} to ${duration(to)} reported)`,
        unit: 'ms',
        value: milliseconds(wait.seconds),
        least: 0,
        set: (value) => {
          change({ seconds: value / 1000 });
        },
      }),
    ),
  );
}

function field({ label, unit, value, least, isWhole = false, set }: Field): VNode {
  return h(
    'label',
    { class: 'field' },
    h('span', {}, unit === undefined ? label : `${label}, ${unit}`),
    h('input', {
      type: 'number',
      min: least,
      step: isWhole ? 1 : 'any',
      value,
      onInput: ({ currentTarget: input }) => {
        const typed = input.valueAsNumber;
        // What is half typed changes nothing.
        if (input.validity.valid && Number.isFinite(typed)) set(typed);
      },
    }),
  );
}

function milliseconds(seconds: number): number {
  return Number((seconds * 1000).toPrecision(6));
}
