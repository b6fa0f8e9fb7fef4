/** Objects of an event loop that are made before there is one. */
import type { ImportTimeLoop } from '../effects/import-time-loops.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

const WHY: Readonly<Record<ImportTimeLoop['kind'], string>> = {
  loop: 'the loop that it gives is not the one that will run',
  future: 'it belongs to a loop that will not run',
  session: 'it belongs to the loop of its first use, and nobody closes it',
  primitive: 'before Python 3.10 it belongs to a loop that may not be the one that will run',
};

export default defineRule<ImportTimeLoop>({
  code: 'AW406',
  name: 'loop-bound-object-at-import',
  since: '0.1.0',
  guideline: [103],
  severity: { 'sync-default': 'information', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports what belongs to an event loop and is made when a module is imported: `asyncio.get_event_loop()`, futures and tasks, `aiohttp.ClientSession()`, and before Python 3.10 also `asyncio.Lock()`, `Event()`, `Queue()` and their like.',
    why: '`asyncio.run` and web servers make a loop of their own. What was made for another one fails with "attached to a different loop" or waits for ever, often only under load or in the second test.',
    instead:
      'Make it in the start-up of the application (lifespan, `on_startup`, `main`), or where it is first needed in a coroutine.',
    limits:
      'Module level and class bodies count, not `if __name__ == "__main__"` and not files that start a loop at module level themselves. `httpx.AsyncClient` finds its loop when it is used, and so do the primitives from Python 3.10 on.',
    example: {
      bad: python`
import aiohttp

session = aiohttp.ClientSession()
`,
      good: python`
import contextlib

import aiohttp


@contextlib.asynccontextmanager
async def lifespan(app):
    async with aiohttp.ClientSession() as session:
        app.state.session = session
        yield
`,
    },
  },

  detect: ({ path, facts }) => spots(facts.loops.atImport(path)),

  message: ({ callee, kind }) => `Calls \`${callee}\` at import: ${WHY[kind]}`,
});
