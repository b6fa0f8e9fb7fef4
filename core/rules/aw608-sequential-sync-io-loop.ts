/** Loops of sync code that wait for the network turn by turn. */
import type { SequentialLoop } from '../effects/sequential-loops.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<SequentialLoop>({
  code: 'AW608',
  name: 'sequential-sync-io-loop',
  since: '0.1.0',
  guideline: [3, 6, 10, 115],
  severity: { 'sync-default': 'warning', hybrid: 'hint', 'async-first': 'warning' },
  docs: {
    what: 'Reports loops and comprehensions in sync code that call the network once for each item, where no turn needs what another one got.',
    why: 'The waits add up: ten calls of a second each take ten seconds, and side by side about one.',
    instead:
      'With an async client, a bounded `gather`; in sync code, `ThreadPoolExecutor.map`. Put a bound on either, or the other side does.',
    limits:
      'The call must depend on the item, and on nothing that an earlier turn left. Loops that may end early, that pause between turns, that yield, and `while` loops are left alone. Code on the event loop is not meant: there each such call is reported itself.',
    example: {
      bad: python`
import requests


def sizes(urls):
    found = []
    for url in urls:
        found.append(len(requests.get(url, timeout=10).content))
    return found
`,
      good: python`
from concurrent.futures import ThreadPoolExecutor

import requests


def size(url):
    return len(requests.get(url, timeout=10).content)


def sizes(urls):
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(size, urls))
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.design.sequentialLoops(path)) {
      const related = [{ path, span: found.waitsAt, message: 'waits here, in each turn' }];
      yield { at: found.span, function: found.function, evidence: found, related };
    }
  },

  message: ({ work }) =>
    `Waits for \`${work}\` item by item, though none needs another: side by side they take as long as one`,
});
