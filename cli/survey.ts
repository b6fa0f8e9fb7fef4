/** One look at all that was named: opens each project, has it inspected, and gathers what went wrong on the way. */
import { buffer } from 'node:stream/consumers';
import { placedGlob, rules } from '../core/index.ts';
import type { FileSettings } from '../core/model/settings.ts';
import { absolute } from '../disk/file-system.ts';
import { openProject, type Project } from '../disk/project.ts';
import { inspect } from './inspect.ts';
import type { CheckOptions } from './options.ts';
import { shownFrom } from './paths.ts';
import { Progress } from './progress.ts';
import { byPlace, type Problem, type Report, type ReportedFinding } from './report.ts';
import { findTargets, rootOfFile, type Target } from './targets.ts';
import { counted, type Terminal } from './terminal.ts';

/** Stands for standard input among the paths. */
const STDIN = '-';
const STDIN_NAME = 'stdin.py';

export class Survey {
  readonly #options: CheckOptions;
  readonly #wish: Partial<FileSettings>;
  readonly #terminal: Terminal;
  readonly #cwd: string;
  readonly #problems: Problem[] = [];
  /** Files that were named one by one. */
  readonly #named = new Set<string>();
  /** What was handed in on standard input, by the path it goes by. */
  readonly #given = new Map<string, Uint8Array>();
  /** The folder that paths in JSON begin at: the one that was checked, or the current one when there were several. */
  base: string;

  constructor(options: CheckOptions, wish: Partial<FileSettings>, terminal: Terminal) {
    this.#options = options;
    this.#wish = wish;
    this.#terminal = terminal;
    this.#cwd = absolute(terminal.cwd, '.');
    this.base = this.#cwd;
  }

  async run(paths: readonly string[]): Promise<Report> {
    const { targets, problems } = findTargets(
      paths.filter((path) => path !== STDIN),
      this.#cwd,
    );
    for (const problem of problems) this.#blame(problem);
    const all = paths.includes(STDIN) ? [...targets, await this.#readStandardInput()] : targets;
    for (const path of all.flatMap(({ files }) => files ?? [])) this.#named.add(path);
    const [only] = all;
    if (only && all.every(({ root }) => root === only.root)) this.base = only.root;

    const projects = this.#open(all);
    const files = projects.reduce((sum, project) => sum + project.files.length, 0);
    // Each file is read, and then looked into.
    const progress = new Progress(this.#terminal.stderr, 2 * files, counted(files, 'file'));
    const findings = projects.flatMap((project) => this.#inspect(project, progress));
    progress.finish();
    return { findings: findings.sort(byPlace), problems: this.#problems, files };
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
    const { exclude, python, sitePackages, config } = this.#options;
    const here = (path: string) => absolute(this.#cwd, path);
    const project = openProject({
      root,
      files,
      configuration: config === undefined ? undefined : here(config),
      wish: this.#wish,
      place: {
        exclude: (exclude ?? []).map((glob) => placedGlob(glob, this.#cwd)),
        // What is asked for now goes before folders that settings name.
        ...(python !== undefined && { python: here(python), sitePackages: [] }),
        ...(sitePackages && { sitePackages: sitePackages.map(here) }),
      },
      variables: this.#terminal.env,
      rules,
      nameOf: shownFrom(this.#cwd),
    });
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
    const { findings, unread, failures } = inspect(project, this.#given, progress);
    for (const problem of unread) this.#problems.push({ ...problem, isError: this.#named.has(problem.path) });
    for (const message of failures) {
      const [line = ''] = this.#terminal.env.AWAITWISE_DEBUG ? [message] : message.split('\n');
      this.#blame({ path: undefined, message: `in awaitwise itself: ${line}` });
    }
    return findings;
  }
}
