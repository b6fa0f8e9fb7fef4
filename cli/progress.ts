/** A bar that tells how far a check has come: on a terminal only, when it takes long, and gone when it is through. */
import { Presets, SingleBar } from 'cli-progress';
import type { Output } from './terminal.ts';

/** What is through in so many milliseconds needs no bar. */
const PATIENCE = 400;

export class Progress {
  readonly #bar: SingleBar;
  readonly #steps: number;
  readonly #due: number;
  #done = 0;

  /** `label`: what there is to do, in words. */
  constructor(output: Output, steps: number, label: string, patience = PATIENCE) {
    this.#bar = new SingleBar(
      {
        // All that it asks of a stream is what an output has.
        stream: output as NodeJS.WritableStream,
        format: `{bar} {percentage} % of ${label}`,
        barsize: 24,
        clearOnComplete: true,
        // An interrupt has to end us, and must find the terminal as it was.
        gracefulExit: false,
        linewrap: true,
      },
      Presets.shades_classic,
    );
    this.#steps = steps;
    this.#due = performance.now() + patience;
  }

  advance(): void {
    this.#done += 1;
    if (this.#bar.isActive) this.#bar.update(this.#done);
    else if (performance.now() >= this.#due) this.#bar.start(this.#steps, this.#done);
  }

  finish(): void {
    this.#bar.stop();
  }
}
