// Packs the extension as users get it, for the suites that run it in VS Code.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNpm, Stop } from '../run.mjs';

/** Where `npm run package` writes it. */
export const vsix = join(root, 'dist/awaitwise.vsix');

/** What a download may take. */
const MOST_BYTES = 1_500_000;

/** @type {Promise<void> | undefined} */
let packed;

/** Packs it once a run, however many suites ask. */
export function packExtension() {
  return (packed ??= pack());
}

async function pack() {
  const { code, output } = await runNpm(['run', '--silent', 'package'], { quiet: true });
  if (code !== 0) throw new Stop(`npm run package failed\n${output}`);
  const { size } = statSync(vsix);
  if (size > MOST_BYTES) throw new Stop(`${vsix} has ${String(size)} bytes: more than ${String(MOST_BYTES)}`);
}
