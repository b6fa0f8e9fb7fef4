/** The projects of a workspace that holds several: where the packages begin that they import from one another. */

/** What a project declares itself by. */
const DECLARATIONS = ['pyproject.toml', 'setup.py', 'setup.cfg'];

/** Folders that hold packages and are none. */
export const LAYOUTS = ['src', 'lib', 'python'];

/** A folder's entries, folders with a `/` behind. */
type Entries = (folder: string) => ReadonlySet<string> | undefined;

export class Projects {
  readonly #entries: Entries;
  readonly #paths: () => Iterable<string>;
  /** By name, the packages at the top of a project. */
  #packages: Map<string, Set<string>> | undefined;

  /** `paths` gives the files of the workspace. */
  constructor(entries: Entries, paths: () => Iterable<string>) {
    this.#entries = entries;
    this.#paths = paths;
  }

  /** Files have come or gone. */
  renew(): void {
    this.#packages = undefined;
  }

  /** The folder that holds a package, where just one project of the workspace has one of that name. */
  holderOf(name: string): string | undefined {
    this.#packages ??= this.#found();
    const [package_, ...others] = this.#packages.get(name) ?? [];
    return package_ === undefined || others.length > 0 ? undefined : above(package_);
  }

  /** The folder in which the dotted name of what is in `folder` begins, if that is within such a package. */
  around(folder: string): string | undefined {
    for (let at = folder; at !== ''; at = above(at)) {
      const holder = above(at);
      if (this.holderOf(at.slice(holder.length + 1)) === holder) return holder;
    }
    return undefined;
  }

  #found(): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    const seen = new Map<string, boolean>();
    for (const path of this.#paths()) {
      if (!path.endsWith(INIT)) continue;
      const package_ = path.slice(0, -INIT.length);
      const holder = above(package_);
      let holds = seen.get(holder);
      if (holds === undefined) seen.set(holder, (holds = this.#holdsPackages(holder)));
      if (!holds) continue;
      const name = package_.slice(holder.length + 1);
      const known = found.get(name);
      if (known) known.add(package_);
      else found.set(name, new Set([package_]));
    }
    return found;
  }

  /** It is the folder of a project, or its `src`. */
  #holdsPackages(folder: string): boolean {
    const names = this.#entries(folder);
    if (!names || names.has('__init__.py')) return false;
    if (declares(names)) return true;
    const isLayout = LAYOUTS.includes(folder.slice(above(folder).length + 1));
    return isLayout && declares(this.#entries(above(folder)));
  }
}

const INIT = '/__init__.py';

function declares(names: ReadonlySet<string> | undefined): boolean {
  return names !== undefined && DECLARATIONS.some((each) => names.has(each));
}

function above(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
