// What blocks travels from callee to caller, by the shortest way, and stops at coroutines.
import assert from 'node:assert/strict';
import { reportedIn } from './graph.ts';

describe('reach', () => {
  const cases: readonly {
    readonly title: string;
    readonly graph: string;
    readonly reported: readonly string[];
  }[] = [
    {
      title: 'carries what blocks to the call in the coroutine',
      graph: 'handler* -> load -> read -> time.sleep!',
      reported: ['handler -> load -> read -> time.sleep'],
    },
    {
      title: 'goes the shortest way',
      graph: `
        handler* -> load -> parse -> read -> time.sleep!
                    load -> time.sleep!`,
      reported: ['handler -> load -> time.sleep'],
    },
    {
      title: 'stops at coroutines, which answer for themselves',
      graph: 'outer* -> inner* -> load -> time.sleep!',
      reported: ['inner -> load -> time.sleep'],
    },
    {
      title: 'comes to an end where a function calls itself',
      graph: `
        handler* -> again -> again
        again -> time.sleep!`,
      reported: ['handler -> again -> time.sleep'],
    },
    {
      title: 'finds the way out of a circle, from wherever it is entered',
      graph: `
        one* -> a -> b -> c -> a
        two* -> c
        b -> time.sleep!`,
      reported: ['one -> a -> b -> time.sleep', 'two -> c -> a -> b -> time.sleep'],
    },
    {
      title: 'knows a circle without a way out for harmless',
      graph: 'handler* -> a -> b -> a',
      reported: [],
    },
    {
      title: 'reports a call once, whatever is behind it, by the gravest',
      graph: `
        handler* -> load -> os.stat!
        load -> check -> time.sleep!`,
      reported: ['handler -> load -> check -> time.sleep'],
    },
    {
      title: 'reports nothing that no coroutine reaches',
      graph: 'main -> load -> time.sleep!',
      reported: [],
    },
    {
      title: 'reports each coroutine that enters',
      graph: `
        one* -> load -> time.sleep!
        two* -> load`,
      reported: ['one -> load -> time.sleep', 'two -> load -> time.sleep'],
    },
  ];
  for (const { title, graph, reported } of cases) {
    it(title, () => {
      assert.deepEqual(reportedIn(graph).sort(), [...reported].sort());
    });
  }

  it('agrees with a plain search on any graph', () => {
    const random = generator(20_260_801);
    for (let round = 0; round < 60; round++) {
      const edges = randomEdges(random);
      const graph = edges.map(([from, to]) => `${from} -> ${to}`).join('\n');
      const expected = searched(edges);
      const lengths = reportedIn(graph).map((path) => [
        path.split(' -> ', 2).join(' -> '),
        path.split(' -> ').length,
      ]);
      assert.deepEqual(Object.fromEntries(lengths), expected, graph);
    }
  });
});

type Edge = readonly [string, string];
const LEAF = 'time.sleep!';

/** Ten functions, some of them coroutines, and as many calls among them as come up. */
function randomEdges(random: () => number): Edge[] {
  const names = Array.from({ length: 10 }, (_, at) => (random() < 0.3 ? `f${at}*` : `f${at}`));
  const pick = () => names[Math.floor(random() * names.length)] ?? LEAF;
  return Array.from({ length: 14 }, () => [pick(), random() < 0.15 ? LEAF : pick()] as const);
}

/** By call on the loop, how many functions there are on the shortest way to the leaf. */
function searched(edges: readonly Edge[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [from, to] of edges) {
    const distance = from.endsWith('*') && !to.endsWith('*') ? distanceToLeaf(edges, to) : undefined;
    if (distance !== undefined) found[`${from} -> ${to}`.replaceAll(/[*!]/g, '')] = distance + 1;
  }
  return found;
}

function distanceToLeaf(edges: readonly Edge[], start: string): number | undefined {
  const seen = new Map([[start, 1]]);
  // A Map visits the entries added while it is walked, so it is its own queue.
  for (const [name, distance] of seen) {
    if (name === LEAF) return distance;
    for (const [from, to] of edges) {
      if (from === name && !to.endsWith('*') && !seen.has(to)) seen.set(to, distance + 1);
    }
  }
  return undefined;
}

/** Mulberry32: small, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}
