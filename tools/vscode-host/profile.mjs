// A VS Code of its own for one run: its settings, extensions and home, and a copy of the workspace, in a folder that goes.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Quiet, alone and always the same. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export class Profile {
  #folder = mkdtempSync(join(tmpdir(), `awaitwise-vscode-${process.pid}-`));

  userData = this.#place('data');
  extensions = this.#place('extensions');
  server = this.#place('server');
  home = this.#place('home');
  workspace = this.#place('workspace');

  /**
   * @param {string} workspace the folder to copy
   * @param {Readonly<Record<string, unknown>>} [settings] the user's
   */
  constructor(workspace, settings = {}) {
    removeLeftovers();
    cpSync(workspace, this.workspace, { recursive: true });
    mkdirSync(join(this.userData, 'User'));
    writeFileSync(join(this.userData, 'User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  }

  /** @param {string} name of a further folder or file */
  path(name) {
    return join(this.#folder, name);
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** @param {string} name */
  #place(name) {
    mkdirSync(this.path(name));
    return this.path(name);
  }
}

/** A run that was killed could not remove its profile; the number of its process tells that it is gone. */
function removeLeftovers() {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^awaitwise-vscode-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
