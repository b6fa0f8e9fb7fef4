// Packs the extension as users get it, for the suites that run it in VS Code.
import { join } from 'node:path';
import { root, runNpm, Stop } from '../run.mjs';

/** Where `npm run package` writes it. */
export const vsix = join(root, 'dist/awaitwise.vsix');

/** @type {Promise<void> | undefined} */
let packed;

/** Packs it once a run, however many suites ask. */
export function packExtension() {
  return (packed ??= pack());
}

async function pack() {
  const { code, output } = await runNpm(['run', '--silent', 'package'], { quiet: true });
  if (code !== 0) throw new Stop(`npm run package failed\n${output}`);
}
