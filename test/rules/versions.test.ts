// What a framework does with a plain function depends on its version: a sync tool that blocks the loop with one is in a
// thread with the next. Told from the code to the finding, for every framework in which that has changed.
import assert from 'node:assert/strict';
import { packs } from '../../core/knowledge/data/index.ts';
import { findingsIn } from '../analyse.ts';

interface Change {
  readonly distribution: string;
  /** Code that registers `plain` and `coroutine`, both of which sleep. */
  readonly registers: string;
  /** By version: which of the two blocks the event loop. */
  readonly blocks: Readonly<Record<string, readonly string[]>>;
}

const BOTH = ['plain', 'coroutine'];
const ITSELF = ['coroutine'];

const CHANGES: readonly Change[] = [
  {
    distribution: 'mcp',
    registers:
      'from mcp.server.fastmcp import FastMCP\n\nframework = FastMCP("shop")\nregister = framework.tool()',
    blocks: { '1.9.4': BOTH, '1.20.0': BOTH, '2.0.0': ITSELF },
  },
  {
    distribution: 'fastmcp',
    registers: 'from fastmcp import FastMCP\n\nframework = FastMCP("shop")\nregister = framework.tool',
    blocks: { '2.13.0': BOTH, '3.0.0': ITSELF },
  },
  {
    distribution: 'openai-agents',
    registers: 'from agents import function_tool as register',
    blocks: { '0.7.1': BOTH, '0.8.0': ITSELF },
  },
  {
    distribution: 'aiohttp',
    registers: 'from aiohttp import web\n\nroutes = web.RouteTableDef()\nregister = routes.get("/")',
    blocks: { '3.13.2': BOTH, '4.0.0': ITSELF },
  },
  {
    distribution: 'aiogram',
    registers: 'from aiogram import Router\n\nrouter = Router()\nregister = router.message()',
    blocks: { '3.22.0': ITSELF },
  },
  {
    distribution: 'apscheduler',
    registers:
      'from apscheduler.schedulers.asyncio import AsyncIOScheduler\n\nscheduler = AsyncIOScheduler()\nregister = scheduler.scheduled_job("interval")',
    blocks: { '3.11.0': ITSELF },
  },
  {
    distribution: 'python-telegram-bot',
    registers:
      'from telegram.ext import CommandHandler\n\n\ndef register(handler):\n    CommandHandler("start", handler)\n    return handler',
    // Plain handlers are in threads in the one, and refused by the other.
    blocks: { '13.15': ITSELF, '20.0': ITSELF },
  },
];

describe('frameworks by version', () => {
  for (const { distribution, registers, blocks } of CHANGES) {
    for (const [version, expected] of Object.entries(blocks)) {
      it(`${distribution} ${version}: ${expected.join(' and ')} on the loop`, () => {
        assert.deepEqual(blocking(registers, distribution, version), expected);
      });
    }
  }

  it('are all of those of which the catalogue knows a change', () => {
    const changed = packs.filter(({ registers = [] }) =>
      registers.some(({ versions }) => versions !== undefined),
    );
    assert.deepEqual(
      CHANGES.map(({ distribution }) => distribution).sort(),
      changed.map(({ library, distribution }) => distribution ?? library).sort(),
    );
  });
});

/** Of the two functions, those that block the event loop when a framework of this version has them. */
function blocking(registers: string, distribution: string, version: string): string[] {
  const code = `import time

${registers}


@register
def plain():
    time.sleep(1)


@register
async def coroutine():
    time.sleep(1)
`;
  const found = findingsIn(
    new Map([['example.py', code]]),
    { select: ['AW101'] },
    { versions: new Map([[distribution, version]]) },
  );
  return found.map((finding) => finding.function);
}
