/** Sync functions that block, that only coroutines call, and that could await instead. */
import type { SyncCallee } from '../effects/sync-callees.ts';
import { chainText, defineRule, python } from './rule.ts';

export default defineRule<SyncCallee>({
  code: 'AW603',
  name: 'sync-callee-only-used-from-coroutines',
  since: '0.1.0',
  guideline: [131],
  severity: { 'sync-default': 'off', hybrid: 'information', 'async-first': 'warning' },
  docs: {
    what: 'Reports sync functions that block and that only coroutines call, where what blocks in them has an async alternative.',
    why: 'Each of the calls stops the event loop, and nobody needs the function to be sync.',
    instead: 'Make it `async def`, await the async alternative in it, and await its calls.',
    limits:
      'Every use in the project must be a call in a coroutine: one that is offloaded, handed on, or made in plain code keeps the function as it is, and so do decorators, base classes and subclasses that declare the method. Functions that only reach files are left alone, since threads are the remedy for those.',
    example: {
      bad: python`
import time


def settle():
    time.sleep(1)


async def restart():
    settle()  # awaitwise: ignore[AW101]
`,
      good: python`
import asyncio


async def settle():
    await asyncio.sleep(1)


async def restart():
    await settle()
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.design.syncCallees(path)) {
      const { span, function: name, kind, chain } = found;
      yield { at: span, function: name, evidence: found, kind, chain };
    }
  },

  message: (callee) =>
    `Blocks, and only coroutines call it: \`${callee.function}\` could await \`${callee.instead}\` in the place of ${chainText(callee)}`,
});
