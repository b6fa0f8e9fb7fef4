/** Event loops that a cell of a notebook starts. */
import type { NestedLoop } from '../effects/nested-loops.ts';
import { nestedLoops } from './detections.ts';
import { chainText, defineRule, nestedLoopFixes, python } from './rule.ts';

export default defineRule<NestedLoop>({
  code: 'AW405',
  name: 'asyncio-run-in-notebook',
  since: '0.1.0',
  guideline: [12],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports calls at the top level of a notebook that start an event loop, directly or through the functions they call: `asyncio.run`, `run_until_complete`.',
    why: 'Jupyter runs its cells on the thread of a running event loop. Another one cannot start there: the cell raises `RuntimeError`.',
    instead: 'Write `await main()` as it is: the top level of a cell may await.',
    limits:
      'Every file that ends in `.ipynb` is taken for a notebook that runs on a loop. Where `nest_asyncio.apply()` is called, AW404 has the word. Loops that coroutines of the notebook start are AW401.',
    example: {
      bad: python`
# notebook
import asyncio


async def main(): ...


asyncio.run(main())
`,
      good: python`
# notebook
async def main(): ...


await main()
`,
    },
  },

  detect: ({ path, facts }) => nestedLoops(facts.loops.inNotebook(path)),

  message: (loop) => `Starts an event loop on the notebook's own: ${chainText(loop)} raises RuntimeError`,

  fixes: nestedLoopFixes,
});
