/** Checks what has changed, open files first, in pieces between which the editor is answered. */
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { DiagnosticMode } from './editor-settings.ts';
import type { Folder } from './folder.ts';
import type { OpenFiles } from './open-files.ts';
import type { Progress } from './progress.ts';
import { Reporter } from './reports.ts';
import type { ShownReports } from './shown.ts';

/** After a change, how long to wait for the next one. */
const PAUSE_MS = 50;
/** How long a request may have to wait for us. */
const PIECE_MS = 25;
/** What a look at a whole folder may cost at every change; what costs more waits until nobody types. */
const CHEAP_MS = 250;
const IDLE_MS = 700;
/** So many files are always cheap enough. */
const FEW_FILES = 300;

export interface CheckerOptions {
  readonly open: OpenFiles;
  readonly shown: ShownReports;
  readonly mode: () => DiagnosticMode;
  readonly progress: (title: string) => Progress;
  /** Told when it starts and when it has ended. */
  readonly busy: (isBusy: boolean) => void;
  readonly log: (message: string) => void;
}

export class Checker {
  readonly #options: CheckerOptions;
  readonly #waiting = new Set<Folder>();
  /** Counts the changes of a folder: work for an older state is dropped. */
  readonly #changes = new Map<Folder, number>();
  /** What it took to check a folder as a whole, in milliseconds. */
  readonly #costs = new Map<Folder, number>();
  #isRunning = false;

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  /** Something in a folder has changed. */
  touch(folder: Folder): void {
    this.#changes.set(folder, (this.#changes.get(folder) ?? 0) + 1);
    this.#waiting.add(folder);
    if (!this.#isRunning) void this.#run();
  }

  /** A folder is no more: what was shown of it goes. */
  forget(folder: Folder): void {
    this.#waiting.delete(folder);
    this.#changes.delete(folder);
    this.#costs.delete(folder);
    for (const path of this.#options.shown.paths())
      if (folder.contains(path)) this.#options.shown.clear(path);
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    this.#options.busy(true);
    for (let [folder] = this.#waiting; folder; [folder] = this.#waiting) {
      await setTimeout(PAUSE_MS);
      this.#waiting.delete(folder);
      try {
        await this.#check(folder);
      } catch (error) {
        this.#options.log(
          `a check failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
    }
    this.#isRunning = false;
    this.#options.busy(false);
  }

  async #check(folder: Folder): Promise<void> {
    const { open, shown, mode } = this.#options;
    const change = this.#changes.get(folder);
    const isOutdated = () => this.#changes.get(folder) !== change;
    const opened = open.all().flatMap(({ path }) => (folder.files.has(path) ? path : []));

    if (folder.files.size > FEW_FILES && (this.#costs.get(folder) ?? Infinity) > CHEAP_MS) {
      this.#show(folder, opened, opened);
      await setTimeout(IDLE_MS);
      if (isOutdated()) return;
    }
    const files = [...folder.files];
    const read = (path: string) => folder.analysis().summary(path);
    if (!(await this.#inPieces(`Reading ${folder.name}`, files, read, isOutdated))) return;
    const start = performance.now();
    this.#show(folder, opened, files);
    this.#costs.set(folder, performance.now() - start);

    const others = mode() === 'workspace' ? files.filter((path) => !opened.includes(path)) : [];
    const reporter = new Reporter(folder.analysis(), open);
    const show = (path: string) => {
      shown.show(path, reporter.report(path), false);
    };
    if (!(await this.#inPieces(`Checking ${folder.name}`, others, show, isOutdated))) return;
    const wanted = new Set([...opened, ...others]);
    for (const path of shown.paths()) if (folder.contains(path) && !wanted.has(path)) shown.clear(path);
  }

  /** Shows the open files, as far as these files tell. */
  #show(folder: Folder, opened: readonly string[], files: readonly string[]): void {
    const { open, shown, mode } = this.#options;
    const reporter = new Reporter(folder.analysis(files), open);
    for (const path of opened) shown.show(path, reporter.report(path), mode() === 'off');
  }

  /** Answers whether it came to the end. */
  async #inPieces(
    title: string,
    paths: readonly string[],
    step: (path: string) => void,
    isOutdated: () => boolean,
  ): Promise<boolean> {
    const progress = this.#options.progress(title);
    let pause = performance.now() + PIECE_MS;
    try {
      for (const [index, path] of paths.entries()) {
        step(path);
        if (performance.now() < pause) continue;
        progress.report(index / paths.length);
        await setImmediate();
        if (isOutdated() || progress.isCancelled) return false;
        pause = performance.now() + PIECE_MS;
      }
      return true;
    } finally {
      progress.done();
    }
  }
}
