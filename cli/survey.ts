/** Looks at all that was named: opens each project, has it inspected, and gathers what went wrong on the way. */
import { buffer } from 'node:stream/consumers';
import type { Fixed } from '../core/index.ts';
import type { FileSettings } from '../core/model/settings.ts';
import { absolute } from '../disk/file-system.ts';
import type { Project } from '../disk/project.ts';
import { fixesWanted } from './fix.ts';
import { Inspector } from './inspector.ts';
import { openTarget } from './open.ts';
import type { CheckOptions } from './options.ts';
import { Progress } from './progress.ts';
import { byPlace, type Problem, type Report, type ReportedFinding } from './report.ts';
import { findTargets, rootOfFile, type Target, type Targets } from './targets.ts';
import { counted, type Terminal } from './terminal.ts';

/** Stands for standard input among the paths. */
export const STDIN = '-';
const STDIN_NAME = 'stdin.py';

/** An inspector counts each file so often. */
const PASSES = 2;

const SHOWN_FAILURES = 3;

export class Survey {
  readonly #paths: readonly string[];
  readonly #options: CheckOptions;
  readonly #wish: Partial<FileSettings>;
  readonly #terminal: Terminal;
  readonly #cwd: string;
  /** What was handed in on standard input, by the path it goes by. */
  readonly #given = new Map<string, Uint8Array>();
  readonly #inspector = new Inspector(this.#given);
  /** Of one run. */
  #problems: Problem[] = [];
  /** Files that were named one by one. */
  #named: ReadonlySet<string> = new Set();
  /** What was fixed, in memory, before findings were looked for. */
  fixed: readonly Fixed[] = [];
  /** The folder that paths in JSON begin at: the one that was checked, or the current one when there were several. */
  base: string;

  constructor(
    paths: readonly string[],
    options: CheckOptions,
    wish: Partial<FileSettings>,
    terminal: Terminal,
  ) {
    this.#paths = paths;
    this.#options = options;
    this.#wish = wish;
    this.#terminal = terminal;
    this.#cwd = absolute(terminal.cwd, '.');
    this.base = this.#cwd;
  }

  /** The folders of the projects. */
  roots(): string[] {
    return this.#findTargets().targets.map(({ root }) => root);
  }

  /** Files have been changed, made or deleted since the last run. */
  forget(paths: readonly string[]): void {
    this.#inspector.forget(paths);
  }

  async run(): Promise<Report> {
    this.#problems = [];
    const { targets, problems } = this.#findTargets();
    for (const problem of problems) this.#blame(problem);
    const all = this.#paths.includes(STDIN) ? [...targets, await this.#readStandardInput()] : targets;
    this.#named = new Set(all.flatMap(({ files }) => files ?? []));
    const [only] = all;
    if (only && all.every(({ root }) => root === only.root)) this.base = only.root;

    const projects = this.#open(all);
    const files = projects.flatMap((project) => project.files);
    const progress = new Progress(
      this.#terminal.stderr,
      PASSES * files.length,
      counted(files.length, 'file'),
    );
    const wanted = fixesWanted(this.#options);
    this.fixed = wanted ? projects.flatMap((project) => this.#inspector.fix(project, wanted)) : [];
    const findings = projects.flatMap((project) => this.#inspect(project, progress));
    progress.finish();
    return { findings: findings.sort(byPlace), problems: this.#problems, files };
  }

  #findTargets(): Targets {
    return findTargets(
      this.#paths.filter((path) => path !== STDIN),
      this.#cwd,
    );
  }

  async #readStandardInput(): Promise<Target> {
    const path = absolute(this.#cwd, this.#options.stdinFilename ?? STDIN_NAME);
    this.#given.set(path, await buffer(this.#terminal.stdin));
    return { root: rootOfFile(path), files: [path] };
  }

  /** Opens the projects; a file that belongs to two is checked in the first. */
  #open(targets: readonly Target[]): Project[] {
    const seen = new Set<string>();
    return targets.map((target) => {
      const project = this.#openOne(target);
      const files = project.files.filter((path) => !seen.has(path));
      for (const path of files) seen.add(path);
      return { ...project, files };
    });
  }

  #openOne({ root, files }: Target): Project {
    const project = openTarget({ root, files }, this.#options, this.#terminal, this.#wish);
    for (const message of project.badSettings) this.#blame({ path: undefined, message });
    for (const problem of project.environment.problems) this.#blame(problem);
    for (const problem of project.problems) this.#problems.push({ ...problem, isError: false });
    if (project.files.length === 0) {
      this.#blame({ path: root, message: 'there are no Python files to check in it' });
    }
    return project;
  }

  /** What holds for several projects, such as a file of settings above them, is complained of once. */
  #blame({ path, message }: Omit<Problem, 'isError'>): void {
    const isKnown = this.#problems.some((known) => known.path === path && known.message === message);
    if (!isKnown) this.#problems.push({ path, message, isError: true });
  }

  #inspect(project: Project, progress: Progress): readonly ReportedFinding[] {
    const { findings, unread, failures } = this.#inspector.inspect(project, progress);
    for (const problem of unread) this.#problems.push({ ...problem, isError: this.#named.has(problem.path) });
    this.#admit(failures);
    return findings;
  }

  /** Failures of our own; one cause may show in every file, so a few of them do. */
  #admit(failures: readonly string[]): void {
    const isDebug = Boolean(this.#terminal.env.AWAITWISE_DEBUG);
    const shown = isDebug ? failures : failures.slice(0, SHOWN_FAILURES);
    const say = (message: string) => {
      this.#blame({ path: undefined, message: `in awaitwise itself: ${message}` });
    };
    for (const failure of shown) say(isDebug ? failure : (failure.split('\n', 1)[0] ?? ''));
    const more = failures.length - shown.length;
    if (more > 0) say(`${String(more)} more failures, which AWAITWISE_DEBUG=1 shows`);
  }
}
