/** Burr applications with a persister of the other mode than their builder. */
import type { PersisterMismatch } from '../effects/burr-modes.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<PersisterMismatch>({
  code: 'AW808',
  name: 'burr-persister-mismatch',
  since: '0.1.0',
  guideline: [151],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports `build()` of a Burr application with an async persister or initializer, and `abuild()` with a sync one.',
    why: 'Burr rejects both: `build()` and `abuild()` raise `ValueError`.',
    instead:
      'Take the persister of the same mode, or the other builder: `build()` with sync persisters, `await abuild()` with async ones.',
    limits:
      'A persister is told by the classes of Burr that it derives from; where Burr is not installed, one of its own by its name. What is handed in from elsewhere without a type is not judged.',
    example: {
      bad: python`
from burr.core import ApplicationBuilder
from burr.core.persistence import SQLitePersister


async def build(actions):
    persister = SQLitePersister("states.db")
    return await ApplicationBuilder().with_actions(*actions).with_state_persister(persister).abuild()
`,
      good: python`
from burr.core import ApplicationBuilder
from burr.integrations.persisters.b_aiosqlite import AsyncSQLitePersister


async def build(actions):
    persister = await AsyncSQLitePersister.from_values("states.db")
    return await ApplicationBuilder().with_actions(*actions).with_state_persister(persister).abuild()
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.frameworks.burrPersisters(path)) {
      yield { at: found.span, function: found.function, evidence: found };
    }
  },

  message: ({ builder, persister }) =>
    builder === 'sync'
      ? `Builds sync with an async persister, which raises ValueError: \`abuild\` takes \`${persister}\``
      : `Builds async with a sync persister, which raises ValueError: \`build\` takes \`${persister}\``,
});
