/** Checks what has changed, open files first, in pieces between which the editor is answered. */
import type { Analysis } from '../core/index.ts';
import type { DiagnosticMode } from './editor-settings.ts';
import type { Folder } from './folder.ts';
import type { OpenFiles } from './open-files.ts';
import { pause } from './pause.ts';
import type { Progress } from './progress.ts';
import { Reporter } from './reports.ts';
import type { ShownReports } from './shown.ts';

/** After a change, how long to wait for the next one. */
const PAUSE_MS = 30;
/** How long a request may have to wait for us. */
const PIECE_MS = 25;
/** What a look at a whole folder may cost at every change; what costs more waits until nobody types. */
const CHEAP_MS = 250;
const IDLE_MS = 700;
const LONG_MS = 5_000;
/** So many files are looked at as a whole at once, as long as nobody knows what that costs. */
const FEW_FILES = 300;

export interface CheckerOptions {
  readonly open: OpenFiles;
  readonly shown: ShownReports;
  readonly mode: () => DiagnosticMode;
  readonly progress: (title: string) => Progress;
  /** Told when it starts and when it has ended. */
  readonly busy: (isBusy: boolean) => void;
  /** Told when open files have been shown anew. */
  readonly showed: () => void;
  /** Given a folder and the analysis of it when every file has been read. */
  readonly read: (folder: Folder, analysis: Analysis) => void;
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
  /** Ends a wait for nobody to type. */
  #wake: () => void = () => undefined;

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  /** Something in a folder has changed. */
  touch(folder: Folder): void {
    this.#changes.set(folder, (this.#changes.get(folder) ?? 0) + 1);
    this.#waiting.add(folder);
    this.#wake();
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
      await pause(PAUSE_MS);
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

    const cost = this.#costs.get(folder);
    const isCheap = cost === undefined ? folder.files.size <= FEW_FILES : cost <= CHEAP_MS;
    if (cost !== undefined || !isCheap) this.#show(folder, folder.draft(opened), opened);
    if (!isCheap) {
      await this.#untilIdle(folder);
      if (isOutdated()) return;
    }
    const start = performance.now();
    const steps = folder.analysis().prepare();
    if (!(await this.#inPieces(`Reading ${folder.name}`, folder.files.size, steps, isOutdated))) return;
    this.#costs.set(folder, performance.now() - start);
    this.#show(folder, folder.analysis(), opened);
    this.#options.read(folder, folder.analysis());

    const others = mode() === 'workspace' ? [...folder.files].filter((path) => !opened.includes(path)) : [];
    const showing = this.#showing(folder, others);
    if (!(await this.#inPieces(`Checking ${folder.name}`, others.length, showing, isOutdated))) return;
    const wanted = new Set([...opened, ...others]);
    for (const path of shown.paths()) if (folder.contains(path) && !wanted.has(path)) shown.clear(path);
  }

  /** Waits until nobody has typed for a while: the longer, the more is to be done then. */
  async #untilIdle(folder: Folder): Promise<void> {
    const delay = Math.max(IDLE_MS, Math.min(this.#costs.get(folder) ?? 0, LONG_MS));
    await Promise.race([pause(delay), new Promise<void>((resolve) => (this.#wake = resolve))]);
  }

  /** Shows closed files, one a step. */
  *#showing(folder: Folder, paths: readonly string[]): Generator<void> {
    const reporter = new Reporter(folder.analysis(), this.#options.open, folder.known);
    for (const path of paths) {
      this.#options.shown.show(path, reporter.report(path), false);
      yield;
    }
  }

  /** Shows the open files. */
  #show(folder: Folder, analysis: Analysis, opened: readonly string[]): void {
    const { open, shown, mode } = this.#options;
    const reporter = new Reporter(analysis, open, folder.known);
    for (const path of opened) shown.show(path, reporter.report(path), mode() === 'off');
    this.#options.showed();
  }

  /** Answers whether it came to the end. */
  async #inPieces(
    title: string,
    count: number,
    steps: Iterable<void>,
    isOutdated: () => boolean,
  ): Promise<boolean> {
    const progress = this.#options.progress(title);
    let done = 0;
    let end = performance.now() + PIECE_MS;
    try {
      for (const _ of steps) {
        done++;
        if (performance.now() < end) continue;
        progress.report(Math.min(done / count, 1));
        await pause(0);
        if (isOutdated() || progress.isCancelled) return false;
        end = performance.now() + PIECE_MS;
      }
      return true;
    } finally {
      progress.done();
    }
  }
}
