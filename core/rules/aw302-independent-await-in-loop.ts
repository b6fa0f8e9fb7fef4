/** Loops that wait for each of their turns although no turn needs another. */
import type { AwaitInLoop } from '../effects/sequential-awaits.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<AwaitInLoop>({
  code: 'AW302',
  name: 'independent-await-in-loop',
  since: '0.1.0',
  guideline: [10, 115],
  severity: { 'sync-default': 'hint', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports `for` loops and comprehensions that await something read for each item, where no turn needs what another one gave.',
    why: 'A hundred requests of 200 ms take 20 seconds one after the other, and 2 seconds ten at a time.',
    instead:
      'Gather them, with a bound: a coroutine for one item that holds an `asyncio.Semaphore`, and `asyncio.gather` over all items.',
    limits:
      'Decided as for AW301, so only reading counts whose every step is known. Loops are left alone that may end early, that await anything else (a pause, a write, the next page), that store something in an object or hand out values as they go, and those over a few values that are written out; tests too.',
    example: {
      bad: python`
import httpx


async def pages(client: httpx.AsyncClient, urls):
    texts = []
    for url in urls:
        response = await client.get(url)
        texts.append(response.text)
    return texts
`,
      good: python`
import asyncio

import httpx


async def page(client: httpx.AsyncClient, url, semaphore):
    async with semaphore:
        response = await client.get(url)
    return response.text


async def pages(client: httpx.AsyncClient, urls):
    semaphore = asyncio.Semaphore(10)
    return await asyncio.gather(*[page(client, url, semaphore) for url in urls])
`,
    },
  },

  *detect({ path, facts }) {
    for (const loop of facts.concurrency.awaitsInLoops(path))
      yield { at: loop.span, function: loop.function, evidence: loop, kind: loop.reads.kind };
  },

  message: ({ reads: { way } }) =>
    `Waits for one item after the other: no turn needs what another one got from ${way.map((name) => `\`${name}\``).join(' → ')}`,

  fixes: ({ span }, rewriter) => rewriter.gatherLoop(span),
});
