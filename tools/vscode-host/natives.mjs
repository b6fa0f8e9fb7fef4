// Makes the VS Code server run without a compiler: the two native modules that come as sources get plain stand-ins.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The same calls as the native logger's, writing to the same files. */
const LOGGER = `
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = LEVELS.indexOf('info');
    this.isRaw = false;
    mkdirSync(dirname(file), { recursive: true });
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.isRaw = true; }
  setPattern() {}
  flush() {}
  drop() {}
}
LEVELS.forEach((name, level) => {
  Logger.prototype[name] = function (message) {
    if (level < this.level) return;
    const line = this.isRaw ? message : new Date().toISOString() + ' [' + name + '] ' + message + '\\n';
    try { appendFileSync(this.file, line); } catch { /* The profile is being removed. */ }
  };
});

const create = async (name, file) => new Logger(file);
module.exports = {
  Logger, version: 0, createRotatingLogger: create, createAsyncRotatingLogger: create,
  setLevel() {}, setFlushOn() {}, shutdown() {},
};
`;

/** It ends an extension host whose server died; here, the lifeline does. */
const WATCHDOG = 'exports.start = () => true;\n';

/** Large, and nothing that a test needs. */
const SUPERFLUOUS = ['@github/copilot-sdk-linux-x64', '@microsoft/mxc-sdk'];

/** @param {string} vscode the server's folder, its packages installed */
export function replaceNatives(vscode) {
  const modules = join(vscode, 'node_modules');
  standIn(join(modules, '@vscode/spdlog'), LOGGER);
  standIn(join(modules, '@vscode/native-watchdog'), WATCHDOG);
  for (const name of SUPERFLUOUS) rmSync(join(modules, name), { recursive: true, force: true });

  const ripgrep = join(modules, '@vscode/ripgrep-universal/bin');
  for (const platform of readdirSync(ripgrep)) {
    if (platform !== `${process.platform}-${process.arch}`)
      rmSync(join(ripgrep, platform), { recursive: true });
  }
}

/**
 * @param {string} folder the package's
 * @param {string} code
 */
function standIn(folder, code) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  delete manifest.exports;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, main: 'stand-in.js' }));
  writeFileSync(join(folder, 'stand-in.js'), code);
}
