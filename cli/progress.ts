/** A bar that tells how far a check has come: on a terminal only, when it takes long, and gone when it is through. */
import type { Output } from './terminal.ts';

/** What is through in so many milliseconds needs no bar. */
const PATIENCE = 400;
/** A terminal may be slower than the analysis, so the bar moves no more often than this. */
const PAUSE = 80;
const WIDTH = 24;

const ERASE_LINE = '\r\u001B[2K';

export class Progress {
  readonly #output: Output;
  readonly #steps: number;
  /** What there is to do, in words. */
  readonly #label: string;
  readonly #now: () => number;
  #done = 0;
  #nextDrawing: number;
  #isDrawn = false;

  constructor(output: Output, steps: number, label: string, now: () => number = Date.now) {
    this.#output = output;
    this.#steps = Math.max(1, steps);
    this.#label = label;
    this.#now = now;
    this.#nextDrawing = output.isTTY ? now() + PATIENCE : Infinity;
  }

  advance(): void {
    this.#done = Math.min(this.#done + 1, this.#steps);
    if (this.#now() < this.#nextDrawing) return;
    this.#nextDrawing = this.#now() + PAUSE;
    this.#isDrawn = true;
    const share = this.#done / this.#steps;
    const filled = Math.floor(WIDTH * share);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    this.#output.write(`${ERASE_LINE}${bar} ${Math.floor(100 * share)} % of ${this.#label}`);
  }

  finish(): void {
    if (this.#isDrawn) this.#output.write(ERASE_LINE);
    this.#isDrawn = false;
    this.#nextDrawing = Infinity;
  }
}
