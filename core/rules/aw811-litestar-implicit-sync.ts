/** Sync handlers that run on the loop because nobody said where they should. */
import type { FrameworkFunction } from '../effects/framework-facts.ts';
import { defineRule, python } from './rule.ts';

interface Evidence extends FrameworkFunction {
  readonly unsaid: string;
}

export default defineRule<Evidence>({
  code: 'AW811',
  name: 'litestar-implicit-sync',
  since: '0.1.0',
  guideline: [],
  severity: { 'sync-default': 'information', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports sync handlers and dependencies of Litestar that do not say `sync_to_thread=`.',
    why: 'Litestar runs them on the event loop, and warns at start-up, for one that blocks stops every request.',
    instead:
      '`sync_to_thread=True` for what blocks, `sync_to_thread=False` for what is done at once; or `async def`.',
    limits:
      'Any value that is given counts as said, also one that is worked out. What blocks in such a handler is reported as well, where it stands.',
    example: {
      bad: python`
from litestar import get


@get("/health")
def health() -> str:
    return "ok"
`,
      good: python`
from litestar import get


@get("/health", sync_to_thread=False)
def health() -> str:
    return "ok"
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.frameworks.unsaid(path)) {
      const { unsaid = '' } = found;
      yield { at: found.span, function: found.function, evidence: { ...found, unsaid } };
    }
  },

  message: ({ framework, role, function: name, unsaid }) =>
    `Runs the ${role} \`${name}\` on the loop of ${framework} without saying so: \`${unsaid}=\` is missing`,
});
