// The suite that sees what users see: test/ui/*.test.ts drives a workbench in which the packed extension is installed.
import { installChromium } from '../vscode-host/chromium.mjs';
import { install } from '../vscode-host/install.mjs';
import { runMocha } from './mocha.mjs';
import { packExtension } from './vsix.mjs';

/** @type {import('./suite.d.ts').Suite} */
export const ui = {
  name: 'ui',
  async run(args) {
    await Promise.all([install(), installChromium(), packExtension()]);
    return runMocha('test/ui/*.test.ts', ['--timeout', '60000', ...args]);
  },
};
