// Mocha's own report, and beside it the counts in a file: output is for people, and a host that dies writes no counts.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountsReporter extends reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes: passed, failures: failed } = this.stats;
      writeFileSync(options.reporterOptions.counts, JSON.stringify({ passed, failed }));
    });
  }
};
