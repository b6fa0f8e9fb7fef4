// Checks the types of every room against its own tsconfig.json, two rooms at a time.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, runInstalled } from './run.mjs';

const AT_A_TIME = 2;
/** What the compiler says of a room that nobody has moved into yet. */
const NO_INPUTS = 'TS18003';

const waiting = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$|dist$)/.test(entry.name))
  .flatMap(({ name }) =>
    readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((path) => join(name, path)),
  )
  .filter((path) => /[\\/]tsconfig\.json$/.test(path))
  .sort();

let failed = false;
async function work() {
  for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
    const cache = `node_modules/.cache/tsc/${project.replaceAll(/[\\/]/g, '-')}.tsbuildinfo`;
    const args = ['-p', project, '--pretty', '--incremental', '--tsBuildInfoFile', cache];
    const { code, output } = await runInstalled('typescript/bin/tsc', args, { quiet: true });
    if (code === 0 || output.includes(NO_INPUTS)) continue;
    failed = true;
    console.log(output);
  }
}
await Promise.all(Array.from({ length: AT_A_TIME }, work));
process.exitCode = failed ? 1 : 0;
