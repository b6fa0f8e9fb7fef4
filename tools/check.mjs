// `npm run check -- [STEP…]`: every check in turn, to the end even after a failure, each with its time.
import { install } from './setup.mjs';
import { runInstalled, runMain, runNpm, Stop } from './run.mjs';
import { runTests } from './test.mjs';

/** A step answers how many tests it counted, or passes or fails as a whole. */
const steps = {
  typecheck: () => script('typecheck'),
  lint: () => script('lint'),
  format: () => whole(runInstalled('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])),
  layers: () => script('layers'),
  unused: () => script('unused'),
  generate: () => script('generate', '--check'),
  test: () => runTests([]),
};

await runMain(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in steps));
  if (unknown !== undefined) {
    throw new Stop(`no step is called ${unknown}; there are ${Object.keys(steps).join(', ')}`);
  }
  await install();

  const total = { passed: 0, failed: 0 };
  const report = [];
  for (const [name, step] of Object.entries(steps)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const start = performance.now();
    const { passed, failed } = await step();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const line = `${failed > 0 ? '✗' : '✓'} ${name.padEnd(10)} ${seconds.padStart(6)} s`;
    console.log(line);
    report.push(line);
    total.passed += passed;
    total.failed += failed;
  }
  // Once more, all together: what a failing step had to say may be long.
  console.log(`\n${report.join('\n')}\n`);
  console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
  return total.failed > 0 ? 1 : 0;
});

/**
 * @param {string} name a script of package.json
 * @param {string[]} args
 */
function script(name, ...args) {
  return whole(runNpm(['run', '--silent', name, '--', ...args]));
}

/**
 * @param {Promise<{ code: number }>} ended
 * @returns {Promise<import('./suites/suite.d.ts').Counts>}
 */
async function whole(ended) {
  const { code } = await ended;
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}
