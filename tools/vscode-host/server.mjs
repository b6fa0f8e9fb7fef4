// Starts the VS Code server on a profile, for one run, and ends it with everything that it started.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { run, Stop } from '../run.mjs';
import { installed } from './install.mjs';

const LIFELINE = join(import.meta.dirname, 'lifeline.mjs');
const READY = /Extension host agent listening on (\d+)/;
const START_LIMIT_MS = 60_000;

/** What it is told of the profile: four folders, and that nobody is there to accept a licence. */
const profileArgs = (/** @type {Places} */ { server, userData, extensions }) => [
  ...['--accept-server-license-terms', '--disable-telemetry', '--server-data-dir', server],
  ...['--user-data-dir', userData, '--extensions-dir', extensions],
];

/**
 * @typedef {{ server: string, userData: string, extensions: string, home: string }} Places
 *
 * @typedef {object} Server
 * @property {string} authority host and port
 * @property {() => string} output all that it has said
 * @property {() => Promise<void>} stop
 */

/**
 * @param {Places} places
 * @param {readonly string[]} [args] further ones
 * @returns {Promise<Server>}
 */
export async function startServer(places, args = []) {
  const command = [
    ...[LIFELINE, installed.node, installed.server, '--host', '127.0.0.1', '--port', '0'],
    ...['--without-connection-token', ...profileArgs(places), ...args],
  ];
  const child = spawn(process.execPath, command, {
    cwd: places.home,
    env: environment(places),
    detached: true,
    stdio: 'pipe',
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.stdin.destroy();
    await ended;
  };

  let output = '';
  /** @type {Promise<string>} */
  const port = new Promise((resolve, reject) => {
    const listen = (/** @type {unknown} */ chunk) => {
      output += String(chunk);
      const [, ready] = READY.exec(output) ?? [];
      if (ready !== undefined) resolve(ready);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const fail = (/** @type {string} */ why) => () => {
      reject(new Stop(`the VS Code server ${why}\n${output}`));
    };
    void ended.then(fail('ended before it was ready'));
    setTimeout(fail('did not start in time'), START_LIMIT_MS).unref();
  });
  try {
    return { authority: `127.0.0.1:${await port}`, output: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Installs a packaged extension into a profile.
 * @param {Places} places
 * @param {string} vsix
 */
export async function installExtension(places, vsix) {
  const args = [installed.server, ...profileArgs(places), '--install-extension', vsix];
  const { code, output } = await run(installed.node, args, { quiet: true, env: environment(places) });
  if (code !== 0) throw new Stop(`VS Code did not install ${vsix}\n${output}`);
}

/**
 * Nothing of a VS Code around us, no marketplace, and no settings of the user's home.
 * @param {Places} places
 */
function environment({ home }) {
  const ours = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|XDG_|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(ours), HOME: home, EXTENSIONS_GALLERY: 'null' };
}
