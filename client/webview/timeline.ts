/** One run of a workflow, call by call: as it goes one by one, and as it would go at the same time. */
import type { VNode } from 'preact';
import type { Bar, Figures, Way } from '../../core/workflows/figures.ts';
import { h } from './dom.ts';
import { percent, ticks } from './scales.ts';
import { count, duration } from './units.ts';
import { OPERATIONS, WAYS } from './words.ts';

const LANE = 18;
const GAP = 3;
const AXIS = 20;
/** More lines than this are not drawn; the table has them all. */
const MOST_LANES = 20;

export interface Laid {
  readonly bar: Bar;
  /** From 0. */
  readonly lane: number;
}

/** Each call on the first line that is free when it begins. */
export function lanes(bars: readonly Bar[]): Laid[] {
  const busyUntil: number[] = [];
  return bars.map((bar) => {
    const free = busyUntil.findIndex((end) => end <= bar.start + 1e-9);
    const lane = free < 0 ? busyUntil.length : free;
    busyUntil[lane] = bar.end;
    return { bar, lane };
  });
}

export interface TimelineOptions {
  readonly figures: Figures;
  /** Which ways to draw, one below the other. */
  readonly ways: readonly Way[];
  /** What stands beside a way's name: `today`, `advised`. */
  readonly notes: Readonly<Partial<Record<Way, string>>>;
}

export function timelines({ figures: { timeline }, ways, notes }: TimelineOptions): VNode {
  const greatest = Math.max(...ways.flatMap((way) => timeline[way].map(({ end }) => end)), 0);
  return h(
    'div',
    { class: 'timelines' },
    ways.map((way) => figure(way, timeline[way], greatest, notes[way])),
  );
}

function figure(way: Way, bars: readonly Bar[], greatest: number, note: string | undefined): VNode {
  const end = Math.max(0, ...bars.map((bar) => bar.end));
  const title = `${WAYS[way]}${note === undefined ? '' : ` (${note})`}`;
  return h(
    'figure',
    {},
    h('figcaption', {}, h('strong', {}, title), `: ${count(bars.length, 'call')} in ${duration(end)}`),
    picture(way, bars, greatest),
    table(title, bars),
  );
}

function picture(way: Way, bars: readonly Bar[], greatest: number): VNode {
  const laid = lanes(bars).filter(({ lane }) => lane < MOST_LANES);
  const height = LANE * Math.max(1, ...laid.map(({ lane }) => lane + 1));
  const marks = ticks(greatest);
  const last = marks.at(-1) ?? greatest;
  return h(
    'svg',
    {
      class: 'timeline',
      role: 'img',
      'aria-label': describe(way, bars),
      width: '100%',
      height: height + AXIS,
    },
    marks.map((mark, index) => [
      h('line', { class: 'grid', x1: at(mark, last), x2: at(mark, last), y1: 0, y2: height }),
      h('text', { class: `tick ${edge(index, marks)}`, x: at(mark, last), y: height + 14 }, duration(mark)),
    ]),
    laid.map(({ bar, lane }) =>
      h(
        'rect',
        {
          class: `bar kind-${bar.kind}`,
          x: at(bar.start, last),
          width: at(bar.end - bar.start, last),
          y: lane * LANE,
          height: LANE - GAP,
        },
        h('title', {}, `${OPERATIONS[bar.kind]}: ${duration(bar.start)} to ${duration(bar.end)}`),
      ),
    ),
  );
}

function at(value: number, greatest: number): string {
  return `${String(percent(value, greatest))}%`;
}

/** The numbers at both ends stay inside. */
export function edge(index: number, all: readonly unknown[]): string {
  return index === 0 ? 'first' : index === all.length - 1 ? 'last' : '';
}

function describe(way: Way, bars: readonly Bar[]): string {
  const end = Math.max(0, ...bars.map((bar) => bar.end));
  return `${WAYS[way]}: ${count(bars.length, 'call')}, the last one ends after ${duration(end)}`;
}

function table(title: string, bars: readonly Bar[]): VNode {
  return h(
    'details',
    {},
    h('summary', {}, 'As a table'),
    h(
      'table',
      {},
      h('caption', {}, title),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['Call', 'Begins', 'Ends'].map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h(
        'tbody',
        {},
        bars.map((bar, index) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, `${String(index + 1)}. ${OPERATIONS[bar.kind]}`),
            h('td', {}, duration(bar.start)),
            h('td', {}, duration(bar.end)),
          ),
        ),
      ),
    ),
  );
}
