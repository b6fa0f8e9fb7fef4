/** What it would bring, in numbers: before and after, the curve, and what the figures rest on. */
import type { VNode } from 'preact';
import { type Way, WAYS } from '../../core/workflows/figures.ts';
import type { AdviceId } from '../../core/workflows/rulings.ts';
import type { Actions } from './actions.ts';
import { assumptions } from './assumptions.ts';
import type { Consultation } from './consultation.ts';
import { curve } from './curve.ts';
import { h } from './dom.ts';
import type { CurveChoice, State } from './state.ts';
import { timelines } from './timeline.ts';
import { count, duration, memory, rate, times } from './units.ts';
import { WAYS as WAY_NAMES } from './words.ts';

/** The way that each advice goes. */
const WAY_OF: Readonly<Record<AdviceId, Way>> = {
  sync: 'sync',
  async: 'async',
  hybrid: 'async',
  'sync-job': 'sync',
  'sync-threads': 'threads',
  process: 'sync',
};

const CURVES: Readonly<Record<CurveChoice, string>> = {
  byCalls: 'Calls in one run',
  byUsers: 'Users at once',
};

export function numbers(consultation: Consultation, state: State, actions: Actions): VNode {
  const { figures, assumptions: from, decision } = consultation;
  const advised = WAY_OF[decision];
  const after = advised === 'sync' ? 'async' : advised;
  const hasWaits = from.waits.some(({ calls, seconds }) => calls * seconds > 0);
  return h(
    'section',
    { 'aria-labelledby': 'numbers' },
    h('h2', { id: 'numbers' }, 'In numbers'),
    hasWaits
      ? [
          h('p', {}, gain(consultation)),
          timelines({
            figures,
            ways: ['sync', after],
            notes: { [advised]: decision === consultation.recommendation.advice ? 'advised' : 'chosen' },
          }),
          waysTable(consultation),
          curveChoice(state, actions),
          curve(state.curve, figures[state.curve]),
        ]
      : h('p', {}, 'Nothing that is known of it waits, so nothing could overlap.'),
    assumptions(consultation, actions),
  );
}

/** The gain is as large as what can be under way at once. */
function gain({ figures, assumptions: { waits } }: Consultation): string {
  const apart = waits.filter(({ independent }) => independent).reduce((sum, { calls }) => sum + calls, 0);
  const factor = times(figures.gain);
  switch (figures.worth) {
    case 'none':
      return `Async makes one run no faster: ${apart > 1 ? 'its calls are too short to matter' : 'no two of its calls could be under way at once'}.`;
    case 'some':
      return `Async makes one run ${factor} as fast: ${count(apart, 'call')} could be under way at once.`;
    case 'significant':
      return `Async makes one run ${factor} as fast, which is significant: ${count(apart, 'call')} could be under way at once.`;
  }
}

function waysTable({ figures: { ways }, assumptions: { users } }: Consultation): VNode {
  const heads = ['', 'One run alone', `Wait with ${count(users, 'user')}`, 'Runs', 'Memory of runs'];
  return h(
    'div',
    { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'The ways compared' },
    h(
      'table',
      {},
      h('caption', {}, 'The ways compared'),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((head) => (head === '' ? h('td', {}) : h('th', { scope: 'col' }, head))),
        ),
      ),
      h(
        'tbody',
        {},
        WAYS.map((way) => {
          const { latency, responseTime, throughput, memory: bytes } = ways[way];
          const cells = [duration(latency), duration(responseTime), rate(throughput), memory(bytes)];
          return h(
            'tr',
            {},
            h('th', { scope: 'row' }, WAY_NAMES[way]),
            cells.map((cell) => h('td', {}, cell)),
          );
        }),
      ),
    ),
  );
}

function curveChoice({ curve: chosen }: State, { setCurve }: Actions): VNode {
  return h(
    'div',
    { class: 'buttons', role: 'group', 'aria-label': 'What the curve runs along' },
    (Object.keys(CURVES) as CurveChoice[]).map((choice) =>
      h(
        'button',
        {
          type: 'button',
          class: 'chip',
          'aria-pressed': choice === chosen,
          onClick: () => {
            setCurve(choice);
          },
        },
        CURVES[choice],
      ),
    ),
  );
}
