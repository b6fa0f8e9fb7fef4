/** Fan-outs without a bound. */
import type { UnboundedFanOut } from '../effects/unbounded-fan-outs.ts';
import { defineRule, python } from './rule.ts';

const DOES: Readonly<Record<string, string>> = {
  network: 'uses the network',
  file: 'reads or writes files',
  'fs-metadata': 'looks at files',
  subprocess: 'starts a process',
};

export default defineRule<UnboundedFanOut>({
  code: 'AW303',
  name: 'unbounded-fan-out',
  since: '0.1.0',
  guideline: [11, 65, 114],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports coroutines that are started for every item of a collection at once, where each uses the network, files or a process, and nothing limits how many there are.',
    why: 'Ten requests at once are fast. Ten thousand run out of sockets and memory, are refused by the server on the other side, or time out while they wait for one another. How long the collection is shows in production.',
    instead:
      'Let the coroutine hold an `asyncio.Semaphore` while it works, or start a fixed number of workers that take items from an `asyncio.Queue`.',
    limits:
      'Collections that are written out, sliced, counted out by a `range` of a number, batches that a loop around takes, and coroutines behind which a semaphore, limiter or lock is held are bounded. So are calls of a method of each item, as of objects that the program itself has made. Databases are left to their connection pools, and worker threads to their executor. What a coroutine of an unknown library does is not known, and not reported. An HTTP client may have a limit of its own on connections (100 in aiohttp and httpx); that bounds the sockets, not the tasks.',
    example: {
      bad: python`
import asyncio

import httpx


async def fetch_all(urls):
    async with httpx.AsyncClient() as client:
        return await asyncio.gather(*[client.get(url) for url in urls])
`,
      good: python`
import asyncio

import httpx


async def fetch(client, url, semaphore):
    async with semaphore:
        return await client.get(url)


async def fetch_all(urls):
    semaphore = asyncio.Semaphore(10)
    async with httpx.AsyncClient() as client:
        return await asyncio.gather(*[fetch(client, url, semaphore) for url in urls])
`,
    },
  },

  *detect({ path, facts }) {
    for (const fanOut of facts.concurrency.unboundedFanOuts(path))
      yield { at: fanOut.span, function: fanOut.function, evidence: fanOut, kind: fanOut.io.kind };
  },

  message: ({ by, io: { kind, way } }) =>
    `\`${by}\` starts as many at once as there are items, and each ${DOES[kind] ?? 'waits'} (${way.map((name) => `\`${name}\``).join(' → ')})`,

  fixes: ({ element }, rewriter) => rewriter.boundFanOut(element),
});
