/** Burr applications that are built in one mode and run in the other, or with hooks of the other. */
import type { ModeMismatch } from '../effects/burr-modes.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<ModeMismatch>({
  code: 'AW807',
  name: 'burr-mode-mismatch',
  since: '0.1.0',
  guideline: [140, 141, 143, 144, 145, 146, 147, 148, 149, 150],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports runs of Burr applications whose hooks, builder and run are not all sync or all async.',
    why: 'Burr keeps two families of methods: `build`, `run`, `iterate` and `abuild`, `arun`, `aiterate`. An application from `abuild()` raises `ValueError` when it is run sync; that is an error. The rest is a warning, for it runs: sync hooks block the loop in an async run, and async hooks are ignored in a sync one.',
    instead:
      'Commit to one: sync hooks with `build()` and `run()`, or async hooks with `await abuild()` and `await arun()`. To keep a sync hook in an async application, make it async, or make sure that it does not wait.',
    limits:
      'The application is followed back to its builder through names, functions that return it, and the steps of the builder in one function. Where that way is lost, or hooks are handed on from elsewhere (`*hooks`), only what cannot be right is reported. Without hooks, that column counts as matching, and an async run of what `build` built is information only. Trackers and persisters are no hooks here; for persisters there is AW808. Runs that a test expects to raise are left out.',
    example: {
      bad: python`
from burr.core import ApplicationBuilder


async def answer(actions):
    application = await ApplicationBuilder().with_actions(*actions).abuild()
    return application.run(halt_after=["answer"])
`,
      good: python`
from burr.core import ApplicationBuilder


async def answer(actions):
    application = await ApplicationBuilder().with_actions(*actions).abuild()
    return await application.arun(halt_after=["answer"])
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.frameworks.burrModes(path)) {
      const related = [{ ...found.builtAt, message: 'built here' }];
      // Without hooks nothing in an async run blocks that `abuild` would not have as well.
      const mild = found.hooks === undefined && found.named.length === 0 ? 'information' : 'warning';
      const ceiling = found.fails ? {} : ({ ceiling: mild } as const);
      yield { at: found.span, function: found.function, evidence: found, related, ...ceiling };
    }
  },

  message({ run, hooks, builder, named, fails }) {
    const names = named.map((name) => `\`${name}\``).join(', ');
    if (fails)
      return hooks === 'sync'
        ? `Runs sync what \`abuild\` built, which raises ValueError: its hooks are sync, so \`build\` it`
        : `Runs sync what \`abuild\` built, which raises ValueError: \`await a${run}\``;
    if (hooks === 'sync' && builder === 'sync')
      return `Runs async what \`build\` built: its sync hooks block the loop (${names})`;
    if (hooks === 'sync')
      return `Runs async with sync hooks, which block the loop: make them async, or build and run sync (${names})`;
    if (builder === 'sync' && run.startsWith('a'))
      return `Runs async what \`build\` built: \`await abuild()\` is for that`;
    return `Ignores async hooks in a sync run: \`abuild\` and \`a${run}\` await them (${names})`;
  },
});
