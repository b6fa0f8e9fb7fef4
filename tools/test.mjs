// `npm test -- [SUITE…] [OPTIONS]`: sets up what is missing, runs the suites, and ends with "N passed, M failed".
import { pathToFileURL } from 'node:url';
import { Stop } from './run.mjs';
import { build, findPython, install } from './setup.mjs';
import { host } from './suites/host.mjs';
import { ui } from './suites/ui.mjs';
import { unit } from './suites/unit.mjs';

/** In plain Node, inside a real VS Code, and in front of one. */
const suites = [unit, host, ui];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed } = await runTests(process.argv.slice(2));
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

/**
 * Options go to the suites that are named, or to the unit tests: `npm test -- --grep AW101`.
 * @param {readonly string[]} args
 * @returns {Promise<import('./suites/suite.d.ts').Counts>}
 */
export async function runTests(args) {
  const named = suites.filter(({ name }) => args.includes(name));
  const options = args.filter((arg) => !named.some(({ name }) => name === arg));
  const chosen = named.length > 0 ? named : options.length > 0 ? [unit] : suites;
  const total = { passed: 0, failed: 0 };
  try {
    if (process.env['UPDATE'] && process.env['CI'])
      throw new Stop('UPDATE redraws fixtures: not where CI is set');
    await install();
    await build();
    process.env['PYTHON'] = await findPython();
    for (const suite of chosen) {
      const { passed, failed } = await suite.run(options);
      total.passed += passed;
      total.failed += failed;
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`awaitwise: ${error.message}`);
    total.failed += 1;
  }
  return total;
}
