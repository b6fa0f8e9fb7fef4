/** Comments that silence findings where there are none. */
import { defineRule, python, type SuppressionUse } from './rule.ts';

export default defineRule<SuppressionUse>({
  code: 'AW901',
  name: 'unused-suppression',
  since: '0.1.0',
  guideline: [],
  severity: { 'sync-default': 'hint', hybrid: 'hint', 'async-first': 'hint' },
  isAboutSuppressions: true,
  docs: {
    what: 'Reports comments that silence rules which report nothing there, or not in the whole file.',
    why: 'The reason for such a comment is gone, and what comes in its place tomorrow would be silenced unseen.',
    instead: 'Remove the comment, or the codes in it that are of no use.',
    limits:
      'What a rule finds counts also when settings hide it, so a comment is not called unused because a rule is off. Only a comment that names this rule silences it.',
    example: {
      bad: python`
import asyncio


async def poll():
    await asyncio.sleep(1)  # awaitwise: ignore[AW101]
`,
      good: python`
import time


async def poll():
    time.sleep(0.001)  # awaitwise: ignore[AW101] as short as the timer can be
`,
    },
  },

  *detect({ suppressions }) {
    for (const use of suppressions) if (use.idle) yield { at: use.at, function: '', evidence: use };
  },

  message({ idle, wholeFile }) {
    const where = wholeFile ? 'in this file' : 'here';
    const codes = idle?.codes ?? [];
    if (codes.length === 0) return `Silences nothing: no rule reports anything ${where}`;
    return `Silences nothing: ${codes.join(', ')} ${codes.length === 1 ? 'reports' : 'report'} nothing ${where}`;
  },

  fixes: ({ idle }) =>
    idle
      ? [
          {
            id: 'remove-suppression',
            title: 'Remove what silences nothing',
            safe: true,
            edits: [idle.mended],
          },
        ]
      : [],
});
