/** A folder of Python as the engine has it: its settings, its environment, its files, and what is typed into them. */
import { AnalysisHost, decisionsFolder, rules, type Analysis } from '../core/index.ts';
import { absolute, nodeFileSystem, realPath, stat } from '../disk/file-system.ts';
import { openProject, type Project } from '../disk/project.ts';
import { readStub } from '../disk/stubs.ts';
import { KnownFindings } from './known-findings.ts';
import { isLibrary, uriOf } from './paths.ts';
import type { EnvironmentStatus } from './protocol.ts';

/** The one setting of a folder that the engine does not know: what is shown is the editor's affair. */
const BASELINE = 'baseline';

export interface FolderOptions {
  readonly name: string;
  /** Absolute, without a slash behind. */
  readonly root: string;
  /** It is no workspace: only what is open counts. */
  readonly isLoose: boolean;
  /** The editor's settings, as they stand in its own files. */
  readonly written: unknown;
  /** The engine's own failures. */
  readonly log: (message: string) => void;
}

export class Folder {
  readonly name: string;
  readonly root: string;
  readonly isLoose: boolean;
  readonly #log: (message: string) => void;
  /** What is typed, by path. */
  readonly #typed = new Map<string, string>();
  #written: unknown;
  #interpreter: string | undefined;
  #project: Project;
  #host: AnalysisHost;
  /** Files to be checked: those of the project, and what is open beside them. */
  #files: ReadonlySet<string> = new Set();
  #known: KnownFindings;
  #latest: Analysis | undefined;

  constructor({ name, root, isLoose, written, log }: FolderOptions) {
    this.name = name;
    this.root = root;
    this.isLoose = isLoose;
    this.#log = log;
    this.#written = written;
    this.#project = this.#open();
    this.#known = new KnownFindings(this.#baseline());
    this.#host = this.#newHost();
    this.#findFiles();
  }

  get uri(): string {
    return uriOf(this.root);
  }

  get project(): Project {
    return this.#project;
  }

  get files(): ReadonlySet<string> {
    return this.#files;
  }

  /** What is wrong with settings and environment; one line each. */
  get problems(): readonly string[] {
    const { badSettings, environment } = this.#project;
    const { problem } = this.#known;
    return [
      ...badSettings,
      ...(problem === undefined ? [] : [problem]),
      ...environment.problems.map(({ path, message }) => `${path}: ${message}`),
    ];
  }

  get environment(): EnvironmentStatus {
    const { origin = null, pythonVersion } = this.#project.environment;
    return { folder: this.name, origin, pythonVersion: pythonVersion?.join('.') ?? null };
  }

  /** What of the findings is not to be shown. */
  get known(): KnownFindings {
    return this.#known;
  }

  /** The folder of decision records. */
  get decisions(): string {
    return decisionsFolder(this.root, this.#project.settings);
  }

  contains(path: string): boolean {
    return path.startsWith(`${this.root}/`);
  }

  /** Takes the editor's settings anew. */
  configure(written: unknown): void {
    this.#written = written;
    this.reload();
  }

  /** Takes the interpreter that was chosen in the editor, which counts where no setting names one; answers whether it is new. */
  choose(interpreter: string | undefined): boolean {
    if (interpreter === this.#interpreter) return false;
    this.#interpreter = interpreter;
    this.reload();
    return true;
  }

  /** Reads settings, environment and files anew. */
  reload(): void {
    this.#project = this.#open();
    this.#known = new KnownFindings(this.#baseline());
    this.#host = this.#newHost();
    this.#findFiles();
  }

  /** Files came or went, and nothing else. */
  relist(): void {
    this.#project = { ...this.#project, files: this.#open().files };
    this.#findFiles();
  }

  /** New text for a file; undefined when it is the disk's again, or gone. */
  change(path: string, text: string | undefined): void {
    const wasTyped = this.#typed.has(path);
    if (text === undefined) this.#typed.delete(path);
    else this.#typed.set(path, text);
    this.#host.change(path, text);
    if (wasTyped !== this.#typed.has(path)) this.#findFiles();
  }

  /** A path is gone, with all that lay below it; answers whether any of it was ours. */
  forget(path: string): boolean {
    const gone = this.#project.files.filter((file) => file.startsWith(`${path}/`));
    for (const file of gone) if (!this.isTyped(file)) this.#host.change(file, undefined);
    return gone.length > 0;
  }

  isTyped(path: string): boolean {
    return this.#typed.has(path);
  }

  /** The project as it is now. */
  analysis(): Analysis {
    return (this.#latest = this.#host.analysis());
  }

  /** What can be said of these files at once, with what was known of the others. */
  draft(files: readonly string[]): Analysis {
    return (this.#latest = this.#host.draft(files));
  }

  /** The analysis that was asked for last; what it says of a file that has not changed since holds. */
  get latest(): Analysis | undefined {
    return this.#latest;
  }

  /** Where the editor's settings say that the baseline is. */
  #baseline(): string | undefined {
    const { [BASELINE]: baseline } = asTable(this.#written);
    return typeof baseline === 'string' && baseline !== '' ? absolute(this.root, baseline) : undefined;
  }

  #open(): Project {
    const { [BASELINE]: _, ...table } = asTable(this.#written);
    return openProject({
      root: this.root,
      files: this.isLoose ? [] : undefined,
      configuration: undefined,
      editor: { name: 'the settings of the editor', folder: this.root, table },
      wish: {},
      place: {},
      interpreter: this.#interpreter,
      variables: process.env,
      rules,
      nameOf: (path) => (this.contains(path) ? path.slice(this.root.length + 1) : path),
    });
  }

  #newHost(): AnalysisHost {
    const { root, environment, settings, packs } = this.#project;
    const host = new AnalysisHost({
      root,
      files: nodeFileSystem,
      environment,
      settings,
      packs,
      stubs: readStub,
      log: this.#log,
    });
    for (const [path, text] of this.#typed) host.change(path, text);
    return host;
  }

  #findFiles(): void {
    const files = new Set(this.#project.files);
    for (const path of this.#typed.keys()) if (this.#isOurs(path, files)) files.add(path);
    this.#files = files;
    this.#host.setFiles([...files]);
  }

  /** Whether an open file is to be checked: not what is left out of the project on purpose, nor the code of others. */
  #isOurs(path: string, known: ReadonlySet<string>): boolean {
    if (this.isLoose) return !isLibrary(path);
    return known.has(path) || known.has(realPath(path)) || (stat(path) === undefined && !isLibrary(path));
  }
}

function asTable(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
