/** Which files of a folder are Python to be checked: not those of others, nor what git or the settings leave out. */
import { posix } from 'node:path';
import { METADATA_FILES } from './commands.ts';
import { CONFIGURATION_FILES } from './configuration.ts';
import { entries, realPath, stat, type Entry, type PathProblem } from './file-system.ts';
import { isPackFile } from './own-packs.ts';
import { gitignore, gitignoreAbove, leavesOut, type Patterns } from './gitignore.ts';

export interface Discovery {
  /** Absolute, sorted. */
  readonly files: readonly string[];
  /** Folders below the root that may have settings of their own. */
  readonly configured: readonly string[];
  /** Pack files, outermost first. */
  readonly packs: readonly string[];
  /** What describes a project to Python's tools, below the root and in it. */
  readonly metadata: readonly string[];
  readonly problems: readonly PathProblem[];
}

export interface DiscoveryOptions {
  readonly excluded: (path: string) => boolean;
  readonly respectGitignore: boolean;
}

/** Folders whose Python is not the project's own. */
const NOT_OURS = new Set(
  (
    '.git .hg .svn .bzr node_modules site-packages dist-packages __pycache__ __pypackages__ .venv .env .direnv .conda ' +
    '.tox .nox .eggs .mypy_cache .ruff_cache .pytest_cache .pytype .hypothesis .ipynb_checkpoints .pyenv .pixi ' +
    '.vscode .vscode-test .idea .cache'
  ).split(' '),
);

/** Names under which tools leave things, but which a package may have too. */
const OURS_IF_PACKAGE = new Set(['build', 'dist', '_build', 'venv', 'env', 'buck-out']);

export function isPython(path: string): boolean {
  return /\.(py|pyw|ipynb)$/i.test(path);
}

export function discover(root: string, options: DiscoveryOptions): Discovery {
  const walk = new Walk(options);
  walk.visit({ path: root, git: options.respectGitignore ? gitignoreAbove(root) : [], above: [] });
  walk.followLinks();
  walk.files.sort();
  walk.packs.sort(outermostFirst);
  return walk;
}

function outermostFirst(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || a.localeCompare(b);
}

interface Folder {
  readonly path: string;
  /** What git says of it. */
  readonly git: readonly Patterns[];
  /** Where the folders around it really are; none around the root. */
  readonly above: readonly string[];
}

class Walk implements Discovery {
  readonly files: string[] = [];
  readonly configured: string[] = [];
  readonly packs: string[] = [];
  readonly metadata: string[] = [];
  readonly problems: PathProblem[] = [];
  readonly #options: DiscoveryOptions;
  /** Where the visited folders really are, with the path by which each was met. */
  readonly #visited = new Map<string, string>();
  /** Links are followed last, so that what can be met without them is met by its own path. */
  readonly #links: (() => void)[] = [];

  constructor(options: DiscoveryOptions) {
    this.#options = options;
  }

  visit(folder: Folder): void {
    const { path, above } = folder;
    const found = entries(path);
    if (!found) {
      this.problems.push({ path, message: 'the folder cannot be read' });
      return;
    }
    const has = (name: string) => found.some((entry) => entry.name === name);
    if (above.length > 0 && isElsewhere(posix.basename(path), has)) return;

    const real = realPath(path);
    const before = this.#visited.get(real);
    if (before !== undefined) {
      // Two ways to one folder are common; a way without an end deserves a word.
      if (above.includes(real)) this.problems.push({ path, message: `the link leads back to ${before}` });
      return;
    }
    this.#visited.set(real, path);
    if (above.length > 0 && CONFIGURATION_FILES.some(has)) this.configured.push(path);
    const filesThat = (fits: (name: string) => boolean) =>
      found.filter(({ name }) => fits(name)).map(({ name }) => posix.join(path, name));
    this.packs.push(...filesThat(isPackFile));
    this.metadata.push(...filesThat((name) => METADATA_FILES.has(name)));

    const git =
      this.#options.respectGitignore && has('.gitignore') ? [...folder.git, ...gitignore(path)] : folder.git;
    for (const entry of found)
      this.#meet(entry, { path: posix.join(path, entry.name), git, above: [...above, real] });
  }

  followLinks(): void {
    for (let follow = this.#links.shift(); follow; follow = this.#links.shift()) follow();
  }

  #meet(entry: Entry, met: Folder): void {
    if (entry.kind === 'loop')
      this.problems.push({ path: met.path, message: 'the link leads back to itself' });
    const isFolder = entry.kind === 'folder';
    if (isFolder ? NOT_OURS.has(entry.name) : !isPython(entry.name)) return;
    if (leavesOut(met.git, isFolder ? `${met.path}/` : met.path) || this.#options.excluded(met.path)) return;
    const take = () => {
      if (isFolder) this.visit(met);
      else this.#takeFile(entry, met.path);
    };
    if (entry.isLink) this.#links.push(take);
    else take();
  }

  #takeFile({ kind, isLink }: Entry, path: string): void {
    if (kind === 'other') {
      this.problems.push({ path, message: isLink ? 'the link leads nowhere' : 'it is no plain file' });
      return;
    }
    // What lies in a visited folder has been met there.
    const target = isLink ? realPath(path) : '';
    if (kind === 'file' && (!this.#visited.has(posix.dirname(target)) || !isPython(target)))
      this.files.push(path);
  }
}

/** Whether a folder may hold Python to be checked. */
export function isOurs(folder: string): boolean {
  const name = posix.basename(folder);
  return (
    !NOT_OURS.has(name) && !isElsewhere(name, (inside) => stat(posix.join(folder, inside)) !== undefined)
  );
}

/** Whether a folder is an environment, or something that a tool has left. */
function isElsewhere(name: string, has: (name: string) => boolean): boolean {
  return has('pyvenv.cfg') || has('conda-meta') || (OURS_IF_PACKAGE.has(name) && !has('__init__.py'));
}
