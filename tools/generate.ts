// `npm run generate`: writes the generated files; with `--check`, only names those that are stale.
import { parseArgs } from 'node:util';
import { root, runMain } from './run.mjs';
import { staleFiles } from './generate/registry.ts';

void runMain(async () => {
  const { values: flags } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const stale = await staleFiles(root, { write: !flags.check });
  for (const path of stale) {
    console.log(flags.check ? `${path} is stale: run \`npm run generate\`` : `wrote ${path}`);
  }
  return flags.check && stale.length > 0 ? 1 : 0;
});
