// What a suite in an extension host writes down, line by line, for those outside: its report, and in the end its counts.
import { readFileSync, writeFileSync } from 'node:fs';

const PERIOD_MS = 200;

/** One line of the file: something to show, or the last word. */
/** @typedef {{ say: string } | { passed: number, failed: number }} Entry */

export class Record {
  #shown = 0;

  /** @param {string} path */
  constructor(path) {
    this.path = path;
    writeFileSync(path, '');
  }

  /**
   * Shows the report as it grows until the run has ended, and answers the counts. A host that dies may be taken for a
   * success by VS Code: without counts, a run has failed.
   * @param {Promise<unknown>} ended
   * @returns {Promise<import('./suite.d.ts').Counts>}
   */
  async countsOnce(ended) {
    const timer = setInterval(() => this.#show(), PERIOD_MS);
    const complaint = await ended.then(
      () => undefined,
      (/** @type {Error} */ { message }) => message,
    );
    clearInterval(timer);
    this.#show();
    const counts = this.#entries().find((entry) => 'passed' in entry);
    if (counts && (counts.failed > 0 || complaint === undefined)) return counts;
    console.error(complaint ?? 'the extension host ended before the tests did');
    return { passed: counts?.passed ?? 0, failed: 1 };
  }

  #show() {
    const entries = this.#entries();
    for (const entry of entries.slice(this.#shown)) {
      if ('say' in entry) console.log(entry.say);
    }
    this.#shown = entries.length;
  }

  /** @returns {Entry[]} those whose line is complete */
  #entries() {
    const lines = readFileSync(this.path, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line));
  }
}
