/** Imports of sync libraries that code on the loop uses, where an async library does the same. */
import type { SyncImport } from '../effects/sync-imports.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<SyncImport>({
  code: 'AW701',
  name: 'async-alternative-exists',
  since: '0.1.0',
  guideline: [56, 91, 92],
  severity: { 'sync-default': 'hint', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports imports of sync network and database libraries that code on the event loop calls, when there is an async library for the same: `requests` and `httpx`, `psycopg2` and `asyncpg`.',
    why: 'Each such call is reported where it stands. One by one they can be moved to threads; where a file has many, an async library is the shorter way, and takes no thread for each call that waits.',
    instead:
      'Use the async library in the coroutines. Not all names and defaults are alike: compare timeouts, redirects and errors before you swap.',
    limits:
      'Advice, once a file, at the import. Only for calls in this very file; a library that has an async twin of its own is left to AW703. Where the project uses the async library already, a session that is used in coroutines alone, with timeouts and in ways that mean the same to both, can be made of it by the fix of the blocking call.',
    example: {
      bad: python`
import asyncio

import requests


async def load(url):
    return await asyncio.gather(asyncio.to_thread(requests.get, url), check(url))


async def check(url):
    return requests.head(url).ok  # awaitwise: ignore[AW102]
`,
      good: python`
import httpx


async def check(url):
    async with httpx.AsyncClient() as client:
        return (await client.head(url)).is_success
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.design.syncImports(path)) {
      const related = [{ path, span: found.usedAt, message: 'blocks the event loop here' }];
      yield { at: found.span, function: found.function, evidence: found, related };
    }
  },

  message: ({ module, instead }) =>
    `Imports \`${module}\`, which blocks: ${instead.map((name) => `\`${name}\``).join(' or ')} can be awaited`,
});
