/** Plain functions that wrap what a library offers as coroutines. */
import type { Bridge } from '../effects/bridges.ts';
import { spots } from './detections.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<Bridge & { readonly sdk: string }>({
  code: 'AW407',
  name: 'sync-bridge-over-async-sdk',
  since: '0.1.0',
  guideline: [9],
  severity: { 'sync-default': 'hint', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports plain functions in the middle of a program that start an event loop to wait for a coroutine of a library: an MCP client, an async LLM or database client.',
    why: 'The library is async, and the bridge gives that away: one call at a time, a new loop and new connections each, errors wrapped in those of the bridge, and an error when a coroutine calls it.',
    instead:
      'Use the library as it is: make the function async and await. Where callers have to stay sync, take the sync client of the library, if it has one.',
    limits:
      'As for AW403, what is or may be an entry point is left out. The coroutine is followed through two of your own.',
    example: {
      bad: python`
import asyncio

import mcp


async def call(session: mcp.ClientSession, name):
    return await session.call_tool(name)


def call_tool(session: mcp.ClientSession, name):
    return asyncio.run(call(session, name))


def answer(session):
    return call_tool(session, "search")
`,
      good: python`
import mcp


async def call_tool(session: mcp.ClientSession, name):
    return await session.call_tool(name)


async def answer(session):
    return await call_tool(session, "search")
`,
    },
  },

  *detect({ path, facts }) {
    for (const bridge of facts.loops.bridges(path)) {
      const { sdk } = bridge;
      if (sdk !== undefined) yield* spots([{ ...bridge, sdk }]);
    }
  },

  message: ({ sdk, starter }) =>
    `Waits by \`${starter}\` for what \`${sdk}\` offers as a coroutine: await it, and let callers await`,
});
