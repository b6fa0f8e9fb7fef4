// Brings a fresh clone to where it can run: packages, bundles, Python. What is already there is left alone.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, runNpm, Stop } from './run.mjs';

/** What the bundles are made of. */
const sources = ['core', 'disk', 'cli', 'server', 'client', 'package-lock.json', 'tools/build.mjs'];
const stamp = join(root, 'dist/.stamp');

/** Installs the packages unless those of this very package-lock.json are there. */
export async function install() {
  const installed = statSync(join(root, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (installed && installed.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  console.error('Installing packages …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runNpm(args, { quiet: true });
  if (code !== 0) throw new Stop(`npm ${args.join(' ')} failed\n${output}`);
}

/** Builds the bundles unless they are of these very sources. */
export async function build() {
  const current = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
  const { code, output } = await run(process.execPath, ['tools/build.mjs'], { quiet: true });
  if (code !== 0) throw new Stop(`the build failed\n${output}`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, current);
}

/** Answers the command of a Python 3; as root on Debian, installs one where there is none. */
export async function findPython() {
  const present = await firstPython();
  if (present) return present;
  if (process.getuid?.() === 0 && (await run('apt-get', ['--version'], { quiet: true })).code === 0) {
    console.error('Installing Python …');
    await run('apt-get', ['update'], { quiet: true });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'python3'], { quiet: true });
  }
  const installed = await firstPython();
  if (!installed) throw new Stop('the tests compare with Python: install python3 and run them again');
  return installed;
}

async function firstPython() {
  const isPython3 = ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))'];
  for (const name of [process.env['PYTHON'], 'python3', 'python']) {
    if (name && (await run(name, isPython3, { quiet: true })).code === 0) return name;
  }
  return undefined;
}

/** A digest of every source's path, size and time of change: also notices a deleted file. */
function fingerprint() {
  const digest = createHash('sha256');
  for (const path of sources.flatMap(filesIn).sort()) {
    const { size, mtimeMs } = statSync(join(root, path));
    digest.update(`${path} ${String(size)} ${String(mtimeMs)}\n`);
  }
  return digest.digest('hex');
}

/**
 * @param {string} source a file or a folder, seen from the project's folder
 * @returns {string[]}
 */
function filesIn(source) {
  const stats = statSync(join(root, source), { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? [source] : [];
  return readdirSync(join(root, source)).flatMap((name) => filesIn(join(source, name)));
}
