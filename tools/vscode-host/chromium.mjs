// Finds a Chromium to show the workbench in; as root on Debian, installs one where there is none.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, Stop } from '../run.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chromium-headless-shell',
];
/** Debian's packages; without a font, screenshots are empty boxes. */
const PACKAGES = ['chromium', 'fonts-dejavu-core'];

/** The path of a Chromium; CHROMIUM_PATH names one that is not on the path. */
export function findChromium() {
  const folders = process.env['PATH']?.split(delimiter) ?? [];
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env['CHROMIUM_PATH'] ?? '', ...paths].find(isExecutable);
}

/** Installs a Chromium where there is none. */
export async function installChromium() {
  if (findChromium()) return;
  if (process.getuid?.() === 0 && (await run('apt-get', ['--version'], { quiet: true })).code === 0) {
    console.error('Installing Chromium …');
    await run('apt-get', ['update'], { quiet: true });
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], { quiet: true });
  }
  if (!findChromium()) {
    throw new Stop(
      'the tests in VS Code need Chromium: install it, or set CHROMIUM_PATH, and run them again',
    );
  }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}
