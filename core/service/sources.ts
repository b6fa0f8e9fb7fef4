/** The files of a project as the engine knows them: read once, summarised once, until somebody says that they changed. */
import type { FrontEnd, RewriteSubject } from '../model/front-end.ts';
import type { Rewriter } from '../model/rewriter.ts';
import { FileSummary } from '../model/summary.ts';
import type { FileSystem } from '../model/workspace.ts';

export interface SourceProblem {
  readonly path: string;
  readonly message: string;
}

interface Known {
  readonly summary: FileSummary;
  readonly problem: string | undefined;
}

export class Sources {
  readonly #files: FileSystem;
  readonly #frontEnd: FrontEnd;
  /** Undefined for a file that cannot be read. */
  readonly #known = new Map<string, Known | undefined>();
  /** Text of open editors, which goes before the disk. */
  readonly #overlays = new Map<string, string>();

  constructor(files: FileSystem, frontEnd: FrontEnd) {
    this.#files = files;
    this.#frontEnd = frontEnd;
  }

  /** New text for a file; undefined when it is the disk's again, or gone. */
  change(path: string, text: string | undefined): void {
    this.#known.delete(path);
    if (text === undefined) this.#overlays.delete(path);
    else this.#overlays.set(path, text);
  }

  summary(path: string): FileSummary | undefined {
    return this.#get(path)?.summary;
  }

  /** Why a file could not be read, or not wholly; undefined when it was. */
  problem(path: string): SourceProblem | undefined {
    const known = this.#get(path);
    if (!known) return { path, message: 'cannot be read' };
    return known.problem === undefined ? undefined : { path, message: known.problem };
  }

  /** The text as it was analysed. Not kept: only who prints it asks. */
  text(path: string): string {
    const content = this.#content(path);
    return content === undefined ? '' : this.#frontEnd.read(path, content).text;
  }

  /** What writes changes to a file. */
  rewriter(subject: Omit<RewriteSubject, 'text'>): Rewriter {
    return this.#frontEnd.rewriter({ ...subject, text: (path) => this.text(path) });
  }

  #content(path: string): Uint8Array | string | undefined {
    return this.#overlays.get(path) ?? this.#files.read(path);
  }

  #get(path: string): Known | undefined {
    if (this.#known.has(path)) return this.#known.get(path);
    const content = this.#content(path);
    const read = content === undefined ? undefined : this.#frontEnd.read(path, content);
    const known = read && { summary: new FileSummary(read.data), problem: read.problem };
    this.#known.set(path, known);
    return known;
  }
}
