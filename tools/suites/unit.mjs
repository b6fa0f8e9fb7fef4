// The suite of everything that runs in plain Node: test/**/*.test.ts through mocha.
import { runMocha } from './mocha.mjs';

/** @type {import('./suite.d.ts').Suite} */
export const unit = {
  name: 'unit',
  run: (args) => runMocha('test/**/*.test.ts', ['--ignore', 'test/{host,ui}/**', ...args]),
};
