/** Clients that are built anew for every request. */
import type { ClientPerCall } from '../effects/clients-per-call.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<ClientPerCall>({
  code: 'AW310',
  name: 'client-per-call',
  since: '0.1.0',
  guideline: [31, 99],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports clients that keep connections (`aiohttp.ClientSession`, `httpx.AsyncClient`, `requests.Session`, LLM and database clients) and are built in a function that a framework calls for each request or event, or in the body of a `for`.',
    why: 'A client keeps connections for the next call. Built for one call, it pays for name look-up, TCP and TLS each time, reads certificates while the loop stands still, and under load runs out of ports.',
    instead:
      'Build one in the start-up of the application (lifespan, `on_startup`, a module), share it, and close it on shutdown. Around a loop, build it once before.',
    limits:
      'In a handler it is information, in a loop a warning. Silent when the client is built from what the request or the turn brings (a token, a proxy, a host), when it is stored, returned or handed on, in a `while`, and in functions that are called once, such as start-up. Functions that a handler calls are not looked at.',
    example: {
      bad: python`
import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/quote")
async def quote():
    async with httpx.AsyncClient() as client:
        response = await client.get("https://example.com/quote")
    return response.json()
`,
      good: python`
import contextlib

import httpx
from fastapi import FastAPI, Request


@contextlib.asynccontextmanager
async def lifespan(app):
    async with httpx.AsyncClient() as client:
        yield {"client": client}


app = FastAPI(lifespan=lifespan)


@app.get("/quote")
async def quote(request: Request):
    response = await request.state.client.get("https://example.com/quote")
    return response.json()
`,
    },
  },

  *detect({ path, facts }) {
    for (const detection of spots(facts.resources.clientsPerCall(path))) {
      const ceiling = detection.evidence.role === undefined ? {} : { ceiling: 'information' as const };
      yield { ...detection, ...ceiling };
    }
  },

  message: ({ client, role }) =>
    role === undefined
      ? `Builds \`${client}\` in every turn: its connections are gone before the next one`
      : `Builds \`${client}\` for each call of this ${role}: its connections are never used again`,
});
