/** Imports of libraries that have had their day. */
import type { SupersededImport } from '../effects/superseded-imports.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<SupersededImport>({
  code: 'AW702',
  name: 'superseded-library',
  since: '0.1.0',
  guideline: [92],
  severity: { 'sync-default': 'hint', hybrid: 'hint', 'async-first': 'hint' },
  docs: {
    what: 'Reports imports of async libraries that their authors have renamed, merged into another one or given up.',
    why: 'No more fixes come, and new versions of Python or of the server break them sooner or later.',
    instead: 'Move to what took its place; the message names it, and since when.',
    limits:
      'The table is dated and names its sources. Where the replacement is part of Python, the rule speaks only when the oldest Python that the project says it runs on has it. An import that a `try` or a version check guards is left alone. Once a file for each library. The fix moves imports whose names are known to be the same in the new place.',
    example: {
      bad: python`
from motor.motor_asyncio import AsyncIOMotorClient

client = AsyncIOMotorClient()
`,
      good: python`
from pymongo import AsyncMongoClient

client = AsyncMongoClient()
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.design.superseded(path)) {
      yield { at: found.span, function: found.function, evidence: found };
    }
  },

  message: ({ module, by, date }) =>
    `Imports \`${module}\`, which has been superseded by \`${by}\` since ${date}`,

  fixes: ({ moved, isOlder }, rewriter) => (moved ? rewriter.moveImports(moved, isOlder()) : []),
});
