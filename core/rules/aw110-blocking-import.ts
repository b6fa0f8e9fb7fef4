/** Modules that are loaded in code on the event loop. */
import type { BlockingCall } from '../effects/facts.ts';
import type { FirstImport } from '../effects/first-imports.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

type Loading =
  | { readonly by: 'call'; readonly call: BlockingCall }
  | { readonly by: 'statement'; readonly statement: FirstImport };

export default defineRule<Loading>({
  code: 'AW110',
  name: 'blocking-import',
  since: '0.1.0',
  guideline: [124],
  severity: { 'sync-default': 'hint', hybrid: 'hint', 'async-first': 'information' },
  docs: {
    what: 'Reports code on the event loop that loads modules: `importlib.import_module`, what runs or reloads a module every time, also behind other functions, and `import` statements in a coroutine for a module that nothing imports earlier.',
    why: 'The first import of a module reads its file, and those of all that it imports, and runs them. For a large library that takes seconds, and the event loop stands still.',
    instead:
      'Import at the top of the file. What is to be loaded late for a reason, such as a plug-in, is loaded in a worker thread.',
    limits:
      'Only the first import costs anything, so `import_module` is reported in the coroutine itself, and not behind functions, which mostly load something once. An `import` statement is reported when no file of the project imports the module at its top level; the standard library is left out, and so are tests. That a package imports the module for its own use is not seen, nor are `import` statements in the plain functions that a coroutine calls. An import is offered to be moved to the top where the module is found, does not import the file in its turn, and nothing decides whether it is imported; where a comment says why it is late, it stays.',
    example: {
      bad: python`
import importlib


async def load_plugin(name):
    return importlib.import_module(f"plugins.{name}")
`,
      good: python`
import asyncio
import importlib


async def load_plugin(name):
    return await asyncio.to_thread(importlib.import_module, f"plugins.{name}")
`,
    },
  },

  *detect(file) {
    for (const { evidence, ...detection } of blockingCalls(file, ['import'])) {
      if (isFarOff(evidence)) continue;
      yield { ...detection, evidence: { by: 'call', call: evidence } };
    }
    for (const statement of file.facts.firstImports(file.path)) {
      const { span, function: name } = statement;
      yield { at: span, function: name, kind: 'import', evidence: { by: 'statement', statement } };
    }
  },

  message: (loading) =>
    loading.by === 'call'
      ? `Blocks the event loop: ${chainText(loading.call)} loads a module`
      : `Blocks the event loop: nothing imports \`${loading.statement.module}\` earlier, so it is loaded here`,

  fixes: (loading, rewriter) =>
    loading.by === 'call'
      ? blockingFixes(loading.call, rewriter)
      : rewriter.importEarlier({ ...loading.statement, notAtTop: loading.statement.notAtTop() }),
});

/**
 * What is loaded at the first use of something else is mostly there by now: a library's back end, what a cached function
 * finds. Only where the coroutine itself loads by name does it look like work that comes up again.
 */
function isFarOff({ record, via }: BlockingCall): boolean {
  return record.when === 'first-call' && via !== 'direct';
}
