// `npm start -- PATH [OPTIONS]`: sets up what is missing, then checks PATH, or the examples where no path is given.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, install } from './setup.mjs';
import { root, run, runMain, Stop } from './run.mjs';

/** The command line's exit code for "there are findings". */
const FINDINGS = 1;

/** Where the user stands: paths are meant from there, while npm runs scripts from the project's folder. */
const here = process.env['INIT_CWD'] ?? process.cwd();

await runMain(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== '--exit-code');
  await install();
  await build();
  const cli = join(root, 'dist/cli.js');
  if (!existsSync(cli)) throw new Stop('there is no command line to start: cli/main.ts is missing');

  const paths = namesPath(args) ? [] : [join(root, 'examples')];
  const { code } = await run(process.execPath, [cli, 'check', ...paths, ...args], { cwd: here });
  // npm greets a failing script with an error of its own, which findings do not deserve: they fail on request.
  return code === FINDINGS && !process.argv.includes('--exit-code') ? 0 : code;
});

/**
 * Whether the user named something to check: a path stands first, or is there on disk.
 * @param {readonly string[]} args
 */
function namesPath([first, ...rest]) {
  if (first !== undefined && !first.startsWith('-')) return true;
  return rest.some((arg) => !arg.startsWith('-') && existsSync(resolve(here, arg)));
}
