/** Lets the engine look at projects, and looks up every place that it speaks of. What it has read it keeps until told. */
import { type Analysis, AnalysisHost, best, type Fixed, fixAll } from '../core/index.ts';
import type { Fix } from '../core/model/finding.ts';
import type { FileSystem } from '../core/model/workspace.ts';
import { nodeFileSystem } from '../disk/file-system.ts';
import type { Project } from '../disk/project.ts';
import { readStub } from '../disk/stubs.ts';
import type { Progress } from './progress.ts';
import { Places, type ReportedFinding } from './report.ts';

export interface Inspection {
  readonly findings: readonly ReportedFinding[];
  /** Files that could not be read, or not wholly. */
  readonly unread: readonly { readonly path: string; readonly message: string }[];
  /** What went wrong in the engine itself. */
  readonly failures: readonly string[];
}

/** A project's engine, good for as long as its settings and environment are these. */
interface Kept {
  readonly host: AnalysisHost;
  readonly made: string;
}

export class Inspector {
  /** Bytes that stand in for what is on disk, by path. */
  readonly #given: ReadonlyMap<string, Uint8Array>;
  readonly #kept = new Map<string, Kept>();
  #failures: string[] = [];
  #read: (path: string) => void = () => undefined;

  constructor(given: ReadonlyMap<string, Uint8Array>) {
    this.#given = given;
  }

  /** Each file is counted twice: when it is read, and when it is looked into. */
  inspect(project: Project, progress: Progress): Inspection {
    const wanted = new Set(project.files);
    const unmet = new Set(project.files);
    this.#read = (path) => {
      if (unmet.delete(path)) progress.advance();
    };
    this.#failures = [];
    const analysis = this.open(project);
    const places = new Places(analysis);
    const findings = project.files.flatMap((path) => {
      const found = analysis.findings(path);
      progress.advance();
      return found.flatMap((finding) => places.report(finding, () => mends(analysis.fixes(finding))) ?? []);
    });
    return {
      findings,
      unread: analysis.problems().filter(({ path }) => wanted.has(path)),
      failures: this.#failures,
    };
  }

  /** A project as it is now. */
  open(project: Project): Analysis {
    const host = this.#hostOf(project);
    host.setFiles([...project.files, ...project.around]);
    return host.analysis();
  }

  /** Fixes what can be fixed, in memory: from now on files are taken to be so, until they are forgotten. */
  fix(project: Project, wanted: { readonly unsafe: boolean }): Fixed[] {
    const host = this.#hostOf(project);
    host.setFiles([...project.files, ...project.around]);
    return fixAll(
      host,
      // A notebook is JSON around its code.
      project.files.filter((path) => !path.endsWith('.ipynb')),
      best(wanted),
    );
  }

  /** Files have been changed, made or deleted. */
  forget(paths: readonly string[]): void {
    for (const { host } of this.#kept.values()) for (const path of paths) host.change(path, undefined);
  }

  #hostOf({ root, environment, settings, packs }: Project): AnalysisHost {
    const made = JSON.stringify([settings, packs, { ...environment, versions: [...environment.versions] }]);
    const kept = this.#kept.get(root);
    if (kept?.made === made) return kept.host;
    const files: FileSystem = {
      ...nodeFileSystem,
      read: (path) => {
        this.#read(path);
        return this.#given.get(path) ?? nodeFileSystem.read(path);
      },
    };
    const log = (message: string) => this.#failures.push(message);
    const host = new AnalysisHost({ root, files, environment, settings, packs, stubs: readStub, log });
    this.#kept.set(root, { host, made });
    return host;
  }
}

/** Fixes that change the code, and not what is said of it. */
function mends(fixes: readonly Fix[]): Fix[] {
  return fixes.filter(({ kind }) => kind !== 'suppression');
}
