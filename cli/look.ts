/** How things are to look: for whoever reads them, where they stand. */
import { rules } from '../core/index.ts';
import { absolute } from '../disk/file-system.ts';
import type { Look } from './formats/format.ts';
import { shownFrom } from './paths.ts';
import { coloursFor, PLAIN, type Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

const DEFAULT_COLUMNS = 100;

/** `base`: the folder that paths for programs begin at. */
export function lookFrom(base: string, { stdout, env, cwd: here }: Terminal, isFile = false): Look {
  const cwd = absolute(here, '.');
  return {
    shown: shownFrom(cwd),
    relative: shownFrom(base),
    cwd,
    colours: isFile ? PLAIN : coloursFor(stdout, env),
    columns: stdout.columns ?? DEFAULT_COLUMNS,
    version: VERSION,
    rules,
  };
}
