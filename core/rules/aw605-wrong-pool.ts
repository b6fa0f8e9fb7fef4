/** Work in threads that belongs into processes, or on an event loop. */
import type { WrongPool } from '../effects/pools.ts';
import { defineRule, python } from './rule.ts';

const MESSAGES: Record<WrongPool['kind'], (work: string) => string> = {
  holds: (work) => `Stops all threads: \`${work}\` holds the GIL, and only another process helps`,
  'fan-out': (work) =>
    `Gains nothing from more threads: \`${work}\` is Python code, and takes turns; use processes`,
  'by-hand': (work) =>
    `Builds a pool by hand: threads and a queue around \`${work}\`, which waits; gather, or an executor's \`map\``,
};

export default defineRule<WrongPool>({
  code: 'AW605',
  name: 'wrong-pool',
  since: '0.1.0',
  guideline: [53, 81, 94, 96, 97],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports CPU-bound calls in threads that hold the GIL all the while, CPU-bound Python code that is spread over threads in a loop, and threads with a queue that are set up by hand to wait for the network.',
    why: 'While a call holds the GIL no other thread runs, the one with the event loop included: moving it to a thread changes nothing. Python code in several threads takes turns and is done no sooner. And what a hand-made pool does, `gather` on async calls or `ThreadPoolExecutor.map` do with errors, limits and results in order.',
    instead:
      'A `ProcessPoolExecutor` that is made once, for work on the CPU; async calls and `gather` for what waits.',
    limits:
      'Whether a call holds the GIL is in the catalogue, measured; what it does not know is left alone. One call of Python code in a thread is fine, as the loop gets its turn. The last two are information, not warnings.',
    example: {
      bad: python`
import asyncio

import pymupdf


async def text(page: pymupdf.Page):
    return await asyncio.to_thread(page.get_text)
`,
      good: python`
import asyncio
from concurrent.futures import ProcessPoolExecutor

import pymupdf

pool = ProcessPoolExecutor()


def text_of(path):
    return pymupdf.open(path)[0].get_text()


async def text(path):
    return await asyncio.get_running_loop().run_in_executor(pool, text_of, path)
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.design.wrongPools(path)) {
      const ceiling = found.kind === 'holds' ? {} : { ceiling: 'information' as const };
      yield { at: found.span, function: found.function, evidence: found, ...ceiling };
    }
  },

  message: ({ kind, work }) => MESSAGES[kind](work),
});
