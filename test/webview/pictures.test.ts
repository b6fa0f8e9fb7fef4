// Pictures and their tables: both say the same, to the last figure.
import assert from 'node:assert/strict';
import { curve } from '../../client/webview/curve.ts';
import { ticks } from '../../client/webview/scales.ts';
import { lanes, timelines } from '../../client/webview/timeline.ts';
import { count, duration, memory, rate } from '../../client/webview/units.ts';
import { WAYS } from '../../core/workflows/figures.ts';
import { consultation, html, texts } from './consultations.ts';

const { figures } = consultation();

describe('the timeline', () => {
  const markup = html(timelines({ figures, ways: ['sync', 'async'], notes: { async: 'advised' } }));

  it('draws one bar for each call, and lists each of them', () => {
    const bars = figures.timeline.sync.length + figures.timeline.async.length;
    assert.equal(texts(markup, 'title').length, bars);
    assert.equal(texts(markup, 'td').length, 2 * bars);
  });

  it('has the figures of its bars in the table', () => {
    const drawn = texts(markup, 'title').map((title) => title.replace(/^.*: /, '').split(' to '));
    const cells = texts(markup, 'td');
    const listed = drawn.map((_, index) => cells.slice(2 * index, 2 * index + 2));
    assert.deepEqual(listed, drawn);
  });

  it('says in words what it shows', () => {
    const end = duration(Math.max(...figures.timeline.async.map((bar) => bar.end)));
    assert.ok(texts(markup, 'figcaption')[1]?.includes(`async (advised): 6 calls in ${end}`));
    assert.ok(markup.includes(`aria-label="async: 6 calls, the last one ends after ${end}"`));
  });

  it('puts calls that overlap on lines of their own, and others on the same', () => {
    const bars = [
      [0, 1],
      [0, 2],
      [1, 3],
    ].map(([start = 0, end = 0]) => ({ kind: 'network' as const, start, end }));
    assert.deepEqual(
      lanes(bars).map(({ lane }) => lane),
      [0, 1, 0],
    );
  });
});

describe('the curve', () => {
  for (const choice of ['byCalls', 'byUsers'] as const) {
    const points = figures[choice];
    const markup = html(curve(choice, points));

    it(`has the figures of its dots in the table, ${choice}`, () => {
      const drawn = texts(markup, 'title').map((title) => title.replace(/^.*: /, ''));
      assert.equal(drawn.length, points.length * WAYS.length);
      assert.deepEqual(texts(markup, 'td'), drawn);
    });

    it(`lies within the picture, ${choice}`, () => {
      const places = Array.from(markup.matchAll(/points="([^"]*)"/g), ([, list = '']) =>
        list.split(/[ ,]/).map(Number),
      );
      assert.equal(places.length, WAYS.length);
      for (const place of places.flat()) assert.ok(place >= 0 && place <= 100, String(place));
    });
  }

  it('rises with the number of calls, unless they overlap', () => {
    const [first, ...others] = figures.byCalls;
    for (const { at, ways } of others) {
      assert.ok(first && ways.sync.latency > first.ways.sync.latency * (at - 0.01));
      assert.ok(ways.async.latency < ways.sync.latency);
    }
  });
});

describe('scales and units', () => {
  it('mark round numbers up to the greatest value', () => {
    assert.deepEqual(ticks(5.2), [0, 2, 4, 6]);
    assert.deepEqual(ticks(0.4), [0, 0.1, 0.2, 0.3, 0.4]);
    assert.deepEqual(ticks(0), [0, 1]);
    for (const greatest of [0.0003, 1, 7, 99, 12345]) assert.ok((ticks(greatest).at(-1) ?? 0) >= greatest);
  });

  it('say as much as people want to know', () => {
    assert.deepEqual([0, 0.0004, 0.35, 0.9999, 2.5, 100, 150, 240, Infinity].map(duration), [
      '0 s',
      '< 1 ms',
      '350 ms',
      '1 s',
      '2.5 s',
      '100 s',
      '2 min 30 s',
      '4 min',
      '–',
    ]);
    assert.deepEqual([45_000, 1_250_000, 3e9].map(memory), ['45 kB', '1.25 MB', '3 GB']);
    assert.equal(rate(1.9608), '1.96 a second');
    assert.deepEqual([count(1, 'call'), count(2, 'call')], ['1 call', '2 calls']);
  });
});
