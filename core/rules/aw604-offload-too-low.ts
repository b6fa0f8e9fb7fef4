/** Hops to a thread that could be one. */
import type { LowOffload } from '../effects/low-offloads.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<LowOffload>({
  code: 'AW604',
  name: 'offload-too-low',
  since: '0.1.0',
  guideline: [125],
  severity: { 'sync-default': 'hint', hybrid: 'hint', 'async-first': 'information' },
  docs: {
    what: 'Reports two or more hops to a thread that follow one another, and hops in each turn of a loop, where one hop around all of it would do.',
    why: 'Each hop wakes a thread and comes back: some 26 to 103 µs, and a place where other tasks change what the next step relies on.',
    instead: 'Put the steps into one sync function, the highest that makes sense, and offload that.',
    limits:
      'Only where nothing else stands between the hops: no other `await`, no `return` or `raise`, no attribute that is set, and no call but those of plain containers. Hops to a pool of their own, in `while` loops, and those that are gathered are left alone.',
    example: {
      bad: python`
import asyncio
import shutil


async def publish(source, target):
    await asyncio.to_thread(shutil.rmtree, target)
    await asyncio.to_thread(shutil.copytree, source, target)
`,
      good: python`
import asyncio
import shutil


def replace(source, target):
    shutil.rmtree(target)
    shutil.copytree(source, target)


async def publish(source, target):
    await asyncio.to_thread(replace, source, target)
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.design.lowOffloads(path)) {
      const related = found.hops.slice(1).map(({ span }) => ({ path, span, message: 'and here' }));
      yield { at: found.span, function: found.function, evidence: found, related };
    }
  },

  message: ({ inLoop, hops }) =>
    inLoop
      ? 'Hops to a thread in each turn of the loop: one hop around the loop would do'
      : `Hops to a thread ${String(hops.length)} times in a row: one function that does all of it takes one`,

  fixes: ({ hops, inLoop }, rewriter) => rewriter.mergeOffloads(hops, inLoop),
});
