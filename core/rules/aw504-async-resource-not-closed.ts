/** Sessions, pools and files that are opened and left. */
import type { OpenResource } from '../effects/open-resources.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<OpenResource>({
  code: 'AW504',
  name: 'async-resource-not-closed',
  since: '0.1.0',
  guideline: [99],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports what has to be closed by awaiting (`aiohttp.ClientSession`, `httpx.AsyncClient`, a connection or pool of asyncpg, a Redis client, a file of aiofiles) and is opened, used and left, also when a function of the project gives it back open.',
    why: 'Closing has to be awaited, so no finaliser can do it: connections stay open until the process ends, and asyncio complains of unclosed transports.',
    instead: 'Open it with `async with`. Where it lives longer, close it in `finally` or on shutdown.',
    limits:
      'Silent as soon as it is stored, returned, handed on, or read by a function inside, and when anything closes it on any path.',
    example: {
      bad: python`
import aiohttp


async def load(url):
    session = aiohttp.ClientSession()
    response = await session.get(url)
    return await response.text()
`,
      good: python`
import aiohttp


async def load(url):
    async with aiohttp.ClientSession() as session:
        response = await session.get(url)
        return await response.text()
`,
    },
  },

  detect: ({ path, facts }) => spots(facts.resources.leftOpen(path)),

  message: ({ opener, close }) => `Leaves open what \`${opener}\` opened: nothing awaits its \`${close}\``,
});
