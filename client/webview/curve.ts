/** How long a run takes the more calls or users there are, way by way: lines, and the same figures as a table. */
import type { VNode } from 'preact';
import { type CurvePoint, type Way, WAYS } from '../../core/workflows/figures.ts';
import { h } from './dom.ts';
import { byRank, percent, ticks } from './scales.ts';
import type { CurveChoice } from './state.ts';
import { edge } from './timeline.ts';
import { duration } from './units.ts';
import { WAYS as WAY_NAMES } from './words.ts';

const HEIGHT = 200;
const AXIS = 22;
const DOT = 3.5;

/** What is read off a point. */
const MEASURES = {
  byCalls: {
    of: (point: CurvePoint, way: Way) => point.ways[way].latency,
    title: 'Time of one run, by its independent calls',
    along: 'Calls',
  },
  byUsers: {
    of: (point: CurvePoint, way: Way) => point.ways[way].responseTime,
    title: 'Time that each user waits, by users at once',
    along: 'Users',
  },
} as const;

export function curve(choice: CurveChoice, points: readonly CurvePoint[]): VNode {
  const { title } = MEASURES[choice];
  return h(
    'figure',
    {},
    h('figcaption', {}, title),
    legend(),
    picture(choice, points),
    h('details', {}, h('summary', {}, 'As a table'), table(choice, points)),
  );
}

/** The lines differ by their dashes too. */
function legend(): VNode {
  return h(
    'ul',
    { class: 'legend', 'aria-hidden': 'true' },
    WAYS.map((way) =>
      h(
        'li',
        {},
        h(
          'svg',
          { width: 28, height: 10 },
          h('line', { class: `way way-${way}`, x1: 0, x2: 28, y1: 5, y2: 5 }),
        ),
        WAY_NAMES[way],
      ),
    ),
  );
}

function picture(choice: CurveChoice, points: readonly CurvePoint[]): VNode {
  const { of, along, title } = MEASURES[choice];
  const marks = ticks(Math.max(...points.flatMap((point) => WAYS.map((way) => of(point, way)))));
  const last = marks.at(-1) ?? 1;
  const x = (index: number) => byRank(index, points.length);
  const y = (value: number) => 100 - percent(value, last);
  return h(
    'div',
    { class: 'curve' },
    h(
      'div',
      { class: 'axis', 'aria-hidden': 'true', style: { height: `${String(HEIGHT)}px` } },
      marks.map((mark) => h('span', { style: { top: `${String(y(mark))}%` } }, duration(mark))),
    ),
    h(
      'svg',
      {
        class: 'plot',
        role: 'img',
        'aria-label': `${title}: ${describe(choice, points)}`,
        width: '100%',
        height: HEIGHT + AXIS,
      },
      marks.map((mark) => {
        const height = (y(mark) / 100) * HEIGHT;
        return h('line', { class: 'grid', x1: '0', x2: '100%', y1: height, y2: height });
      }),
      // Lines keep their width however the picture is stretched.
      h(
        'svg',
        {
          viewBox: '0 0 100 100',
          preserveAspectRatio: 'none',
          width: '100%',
          height: HEIGHT,
          overflow: 'visible',
        },
        WAYS.map((way) =>
          h('polyline', {
            class: `way way-${way}`,
            points: points
              .map((point, index) => `${String(x(index))},${String(y(of(point, way)))}`)
              .join(' '),
          }),
        ),
      ),
      points.map((point, index) => [
        WAYS.map((way) =>
          h(
            'circle',
            {
              class: `dot way-${way}`,
              cx: `${String(x(index))}%`,
              cy: (y(of(point, way)) / 100) * HEIGHT,
              r: DOT,
            },
            h('title', {}, `${along} ${String(point.at)}, ${WAY_NAMES[way]}: ${duration(of(point, way))}`),
          ),
        ),
        h(
          'text',
          { class: `tick ${edge(index, points)}`, x: `${String(x(index))}%`, y: HEIGHT + 16 },
          String(point.at),
        ),
      ]),
    ),
  );
}

/** Its ends in words. */
function describe(choice: CurveChoice, points: readonly CurvePoint[]): string {
  const { of, along } = MEASURES[choice];
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  return WAYS.map(
    (way) =>
      `${WAY_NAMES[way]} from ${duration(of(first, way))} to ${duration(of(last, way))} at ${String(last.at)} ${along.toLowerCase()}`,
  ).join('; ');
}

function table(choice: CurveChoice, points: readonly CurvePoint[]): VNode {
  const { of, along, title } = MEASURES[choice];
  const heads = [along, ...WAYS.map((way) => WAY_NAMES[way])];
  return h(
    'table',
    {},
    h('caption', {}, title),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      {},
      points.map((point) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, String(point.at)),
          WAYS.map((way) => h('td', {}, duration(of(point, way)))),
        ),
      ),
    ),
  );
}
