/** Takes changes, and gives out analyses: each of them one state of the project that never changes. */
import type { FrontEnd } from '../model/front-end.ts';
import type { OwnPacks } from '../knowledge/pack.ts';
import type { Settings } from '../model/settings.ts';
import type { Environment, FileSystem } from '../model/workspace.ts';
import type { Rule } from '../rules/rule.ts';
import { Analysis, type AnalysisInput } from './analysis.ts';
import { Sources } from './sources.ts';
import { type ReadStub, StubSource } from './stubs.ts';

export interface EngineOptions {
  /** Absolute path of the folder that is analysed, without a slash behind. */
  readonly root: string;
  readonly files: FileSystem;
  readonly environment: Environment;
  readonly settings: Settings;
  readonly stubs: ReadStub;
  /** The user's own packs, nearest first. */
  readonly packs?: OwnPacks;
  /** Told of the engine's own failures, never of the user's. */
  readonly log?: (message: string) => void;
}

export class AnalysisHost {
  readonly #options: EngineOptions;
  readonly #rules: readonly Rule[];
  readonly #sources: Sources;
  readonly #stubs: StubSource;
  #paths: readonly string[] = [];
  #analysis: Analysis | undefined;
  /** The analysis on which drafts build: the last that came to know everything, or the first of all. */
  #base: Analysis | undefined;
  /** What has changed since the base was looked at last. */
  #changed = new Set<string>();
  #draft: Analysis | undefined;

  constructor(options: EngineOptions, frontEnd: FrontEnd, rules: readonly Rule[]) {
    this.#options = options;
    this.#rules = rules;
    this.#sources = new Sources(options.files, frontEnd);
    this.#stubs = new StubSource(options.stubs, frontEnd);
  }

  /** The files to be checked; what they import is found by itself. */
  setFiles(paths: readonly string[]): void {
    if (paths.length === this.#paths.length && paths.every((path, index) => path === this.#paths[index]))
      return;
    this.#paths = paths;
    this.#analysis = this.#base = this.#draft = undefined;
  }

  /** A file has new text; undefined when what is on disk counts again. */
  change(path: string, text: string | undefined): void {
    this.#settle();
    this.#sources.change(path, text);
    this.#changed.add(path);
    this.#analysis = this.#draft = undefined;
  }

  /** The project as it is now. */
  analysis(): Analysis {
    this.#analysis ??= Analysis.whole(this.#input(this.#paths));
    return this.#analysis;
  }

  /**
   * What can be said of these files at once. Where the whole is not known as it is now, they are looked at with what was
   * known of the others before the last changes; or, in the beginning, by themselves.
   */
  draft(paths: readonly string[]): Analysis {
    this.#settle();
    if (this.#analysis && this.#analysis === this.#base) return this.#analysis;
    if (!this.#base) return (this.#draft = this.#base = Analysis.whole(this.#input(paths)));
    this.#draft ??= this.#base.after(this.#changed, paths);
    this.#changed = new Set();
    return this.#draft;
  }

  /** An analysis that came to know everything is what drafts build on. */
  #settle(): void {
    if (!this.#analysis?.isPrepared || this.#analysis === this.#base) return;
    this.#base = this.#analysis;
    this.#changed = new Set();
  }

  #input(paths: readonly string[]): AnalysisInput {
    const { root, files, environment, settings, packs, log } = this.#options;
    return {
      root,
      files,
      packageFolders: environment.packageFolders,
      pythonVersion: environment.pythonVersion,
      isVersionDeclared: environment.isVersionDeclared,
      versions: environment.versions,
      commands: environment.commands ?? [],
      paths,
      settings,
      packs: packs ?? [],
      rules: this.#rules,
      sources: this.#sources,
      stubs: this.#stubs,
      log: log ?? (() => undefined),
    };
  }
}
