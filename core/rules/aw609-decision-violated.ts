/** Functions that are sync though async was decided, or the other way round. */
import type { BrokenDecision } from '../effects/decided.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<BrokenDecision>({
  code: 'AW609',
  name: 'decision-violated',
  since: '0.1.0',
  guideline: [1, 85, 87, 113, 118],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports functions that are plain `def`s though it was decided that they are async, and coroutines though it was decided that they are sync.',
    why: 'A decision that nobody keeps is worse than none: the next one who calls the function relies on it, and a mixture of both costs more than either.',
    instead:
      'Bring the function into line with what was decided, or change the decision: `awaitwise advise WORKFLOW --record docs/decisions` writes a new one that takes the place of the old.',
    limits:
      'A decision is a record in `docs/decisions` (or where the setting `decisions` says), or a comment on the function: `# awaitwise: decided sync`. A plain function that starts an event loop or gives back a coroutine counts as async. Only the colour of the function where a workflow begins is looked at: what blocks behind a coroutine is reported by AW101 to AW110. Decisions on scripts, notebooks and graphs bind nobody yet.',
    example: {
      bad: python`
# awaitwise: decided sync: one call, and nobody waits beside it
async def report(): ...
`,
      good: python`
# awaitwise: decided sync: one call, and nobody waits beside it
def report(): ...
`,
    },
  },

  *detect({ path, facts, decisions }) {
    for (const broken of facts.brokenDecisions(path, decisions)) {
      yield { at: broken.span, function: broken.function, evidence: broken };
    }
  },

  message: ({ function: name, colour, source }) =>
    `Breaks a decision: \`${name}\` is ${colour === 'async' ? 'sync' : 'async'}, and ${source} says ${colour}`,
});
