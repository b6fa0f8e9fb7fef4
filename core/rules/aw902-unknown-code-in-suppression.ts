/** Comments that name rules which do not exist. */
import { BLOCKING_KINDS } from '../model/blocking-kind.ts';
import { defineRule, python, type UnknownName } from './rule.ts';

export default defineRule<UnknownName>({
  code: 'AW902',
  name: 'unknown-code-in-suppression',
  since: '0.1.0',
  guideline: [],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  isAboutSuppressions: true,
  docs: {
    what:
      'Reports comments that are to silence a rule which does not exist, or that say of a function that it blocks in a way ' +
      'which does not exist.',
    why: 'Such a comment does nothing, while its reader believes that it does.',
    instead:
      'Write the code or the name of a rule; `awaitwise rules` lists them all. The ways of blocking are ' +
      `${BLOCKING_KINDS.map((kind) => `\`${kind}\``).join(', ')}.`,
    limits: 'Upper and lower case are the same here, and what follows the bracket is for the reader.',
    example: {
      bad: python`
def settle():  # awaitwise: ignore[AW1O1]
    return None
`,
      good: python`
import time


async def settle():
    time.sleep(0.001)  # awaitwise: ignore[blocking-sleep]
`,
    },
  },

  *detect({ suppressions }) {
    for (const { at, unknown } of suppressions)
      for (const name of unknown) yield { at, function: '', evidence: name };
  },

  message: ({ of, name, meant }) =>
    `Names a ${of === 'rule' ? 'rule' : 'way of blocking'} that does not exist: ${name}` +
    (meant ? `; did you mean ${meant.name}?` : ''),

  fixes: ({ of, meant }) =>
    meant ? [{ id: `name-${of}`, title: `Write ${meant.name}`, safe: false, edits: [meant.mended] }] : [],
});
