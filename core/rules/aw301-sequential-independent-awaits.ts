/** Awaits in a row that could run at once. */
import type { SequentialAwaits } from '../effects/sequential-awaits.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<SequentialAwaits>({
  code: 'AW301',
  name: 'sequential-independent-awaits',
  since: '0.1.0',
  guideline: [6, 65, 70, 72, 109],
  severity: { 'sync-default': 'hint', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports awaits that follow one another although each only reads something, and none needs what another one gives.',
    why: 'One after the other they take as long as all of them together. At once they take as long as the slowest.',
    instead:
      'Start them together: in an `asyncio.TaskGroup` (Python 3.11), or with `asyncio.gather`. When one fails, the group ends the others.',
    limits:
      'Reported only where everything behind each await is known to be reading: requests by GET, queries through a pool, questions to a model, files read by the loop or in a worker. What writes, stores something in an object, shares a database connection or session, stands in a transaction or under a lock, or is thrown away is left alone, as its order may matter. So is anything with a call, a branch or an early end in between, and tests. That a server asks not to be asked twice at once is written nowhere, and not seen.',
    example: {
      bad: python`
import httpx


async def overview(client: httpx.AsyncClient):
    weather = await client.get("https://example.com/weather")
    news = await client.get("https://example.com/news")
    return weather.json(), news.json()
`,
      good: python`
import asyncio

import httpx


async def overview(client: httpx.AsyncClient):
    async with asyncio.TaskGroup() as group:
        weather = group.create_task(client.get("https://example.com/weather"))
        news = group.create_task(client.get("https://example.com/news"))
    return weather.result().json(), news.result().json()
`,
    },
  },

  *detect({ path, facts }) {
    for (const row of facts.concurrency.sequentialAwaits(path)) {
      const related = row.others.map((span) => ({ path, span, message: 'needs nothing of the one before' }));
      yield { at: row.span, function: row.function, evidence: row, kind: row.reads[0]?.kind ?? '', related };
    }
  },

  message: ({ reads }) =>
    `${String(reads.length)} waits in a row that could be one: ${reads.map(({ way }) => `\`${way[0] ?? ''}\``).join(', ')} need nothing of one another`,

  fixes: ({ span, others }, rewriter) => rewriter.atOnce([span, ...others]),
});
