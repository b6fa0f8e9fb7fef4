/** Takes changes, and gives out analyses: each of them one state of the project that never changes. */
import type { FrontEnd } from '../model/front-end.ts';
import type { OwnPacks } from '../knowledge/pack.ts';
import type { Settings } from '../model/settings.ts';
import type { Environment, FileSystem } from '../model/workspace.ts';
import type { Rule } from '../rules/rule.ts';
import { Analysis } from './analysis.ts';
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

  constructor(options: EngineOptions, frontEnd: FrontEnd, rules: readonly Rule[]) {
    this.#options = options;
    this.#rules = rules;
    this.#sources = new Sources(options.files, frontEnd);
    this.#stubs = new StubSource(options.stubs, frontEnd);
  }

  /** The files to be checked; what they import is found by itself. */
  setFiles(paths: readonly string[]): void {
    this.#paths = paths;
    this.#analysis = undefined;
  }

  /** A file has new text; undefined when what is on disk counts again. */
  change(path: string, text: string | undefined): void {
    this.#sources.change(path, text);
    this.#analysis = undefined;
  }

  /** The project as it is now. */
  analysis(): Analysis {
    const { root, files, environment, settings, packs, log } = this.#options;
    this.#analysis ??= new Analysis({
      root,
      files,
      packageFolders: environment.packageFolders,
      pythonVersion: environment.pythonVersion,
      versions: environment.versions,
      paths: this.#paths,
      settings,
      packs: packs ?? [],
      rules: this.#rules,
      sources: this.#sources,
      stubs: this.#stubs,
      log: log ?? (() => undefined),
    });
    return this.#analysis;
  }
}
