/** `--watch`: checks, and checks again whenever something has changed that may matter. */
import { once } from 'node:events';
import { posix } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import chokidar from 'chokidar';
import { CONFIGURATION_FILES } from '../disk/configuration.ts';
import { isOurs, isPython } from '../disk/discover.ts';
import { isPackFile } from '../disk/own-packs.ts';
import { slashed, stat, upwards } from '../disk/file-system.ts';
import type { Survey } from './survey.ts';
import { coloursFor, type Terminal } from './terminal.ts';

/** A change seldom comes alone: so many milliseconds are waited for the next. */
const QUIET = 100;

const CLEAR = '\u001B[2J\u001B[3J\u001B[H';

/** Goes on until it is interrupted. */
export async function watch(
  survey: Survey,
  terminal: Terminal,
  check: () => Promise<unknown>,
): Promise<never> {
  const { stdout, stderr, env } = terminal;
  const roots = survey.roots();
  // Settings may lie around the projects.
  const around = roots
    .flatMap(upwards)
    .flatMap((folder) => CONFIGURATION_FILES.map((name) => posix.join(folder, name)));
  const watcher = chokidar.watch([...roots, ...around.filter(stat)], {
    ignoreInitial: true,
    ignored: (path, stats) =>
      !roots.includes(slashed(path)) && stats?.isDirectory() === true && !isOurs(slashed(path)),
  });
  const changed = new Set<string>();
  watcher.on('all', (event, path) => {
    if (event === 'unlinkDir' || matters(path)) changed.add(slashed(path));
  });
  await once(watcher, 'ready');
  for (;;) {
    if (stdout.isTTY) stdout.write(CLEAR);
    await check();
    stderr.write(`${coloursFor(stderr, env).dim('Waiting for changes; Ctrl-C ends.')}\n`);
    while (changed.size === 0) await once(watcher, 'all');
    await setTimeout(QUIET);
    survey.forget([...changed]);
    changed.clear();
  }
}

/** Python, also that which is only imported; settings and packs; and what decides which files count. */
function matters(path: string): boolean {
  const name = posix.basename(slashed(path));
  return (
    isPython(name) ||
    name.endsWith('.pyi') ||
    isPackFile(name) ||
    ['.gitignore', ...CONFIGURATION_FILES].includes(name)
  );
}
