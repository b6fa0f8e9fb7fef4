// The suite inside a real extension host: test/host/*.test.ts against the extension as it is packed.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, run, Stop } from '../run.mjs';
import { installChromium } from '../vscode-host/chromium.mjs';
import { install } from '../vscode-host/install.mjs';
import { Profile } from '../vscode-host/profile.mjs';
import { Record } from './record.mjs';
import { packExtension, vsix } from './vsix.mjs';

const STAND_IN = join(root, 'tools/vscode-host/code.mjs');
/** Where the bundled tests go: from there, they find mocha. */
const bundles = join(root, 'dist/test/host');

/** @type {import('./suite.d.ts').Suite} */
export const host = {
  name: 'host',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { grep: { type: 'string', default: '' } } });
    const vscode = await findVsCode();
    await Promise.all([packExtension(), bundleTests()]);
    const profile = new Profile(join(root, 'test/host/workspace'));
    const record = new Record(profile.path('record.jsonl'));
    try {
      const extension = await unpackExtension(profile.path('vsix'));
      const { runTests } = await import('@vscode/test-electron');
      const ended = runTests({
        ...vscode,
        extensionDevelopmentPath: extension,
        extensionTestsPath: join(bundles, 'index.js'),
        extensionTestsEnv: { AWAITWISE_RECORD: record.path, AWAITWISE_GREP: values.grep },
        launchArgs: [
          profile.workspace,
          `--user-data-dir=${profile.userData}`,
          `--extensions-dir=${profile.extensions}`,
        ],
      });
      return await record.countsOnce(ended);
    } finally {
      profile.remove();
    }
  },
};

/** A VS Code of the user's, a version to download, or the one that needs neither a desktop nor a network. */
async function findVsCode() {
  const { VSCODE_PATH: path, VSCODE_VERSION: version } = process.env;
  if (path) return { vscodeExecutablePath: path };
  if (version) return { version };
  await Promise.all([install(), installChromium()]);
  return { vscodeExecutablePath: STAND_IN };
}

async function bundleTests() {
  // A test whose file is gone is gone.
  rmSync(bundles, { recursive: true, force: true });
  const [esbuild, { glob }] = await Promise.all([import('esbuild'), import('tinyglobby')]);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/host/index.ts', ...(await glob('test/host/*.test.ts', { cwd: root }))],
    outdir: bundles,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/**
 * The packed extension's folder. Python, which the tests need anyway, knows how to unpack.
 * @param {string} folder
 */
async function unpackExtension(folder) {
  const args = ['-m', 'zipfile', '-e', vsix, folder];
  const { code, output } = await run(process.env['PYTHON'] ?? 'python3', args, { quiet: true });
  if (code !== 0) throw new Stop(`${vsix} could not be unpacked\n${output}`);
  return join(folder, 'extension');
}
