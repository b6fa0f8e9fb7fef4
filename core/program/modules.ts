/** Which file an import means: workspace roots, `src` layouts, namespace packages, installed packages, stubs. */
import type { FileSummary } from '../model/summary.ts';
import type { FileSystem } from '../model/workspace.ts';
import { LAYOUTS, Projects } from './projects.ts';

/** Where a module comes from: reported on, followed into, or known by its signatures alone. */
export type Origin = 'workspace' | 'package' | 'stub';

export interface Module {
  readonly id: number;
  readonly kind: 'module';
  /** Dotted, as other modules import it. */
  readonly name: string;
  /** Absolute path; for stubs a name that no file has. */
  readonly path: string;
  readonly origin: Origin;
  readonly isPackage: boolean;
  readonly summary: FileSummary;
}

/** A package without `__init__.py`: only its parts can be imported. */
export interface Namespace {
  readonly id: number;
  readonly kind: 'namespace';
  readonly name: string;
  readonly folder: string;
  readonly origin: Origin;
}

export interface ModuleSources {
  readonly files: FileSystem;
  /** Absolute path of the folder that is analysed, without a slash behind. */
  readonly root: string;
  readonly packageFolders: readonly string[];
  /** The summary of a file; undefined when it cannot be read. */
  summary(path: string): FileSummary | undefined;
  /** The summary of a standard library module's stub; undefined when there is no such module. */
  stub(name: string): { readonly summary: FileSummary; readonly isPackage: boolean } | undefined;
}

const STUB_SCHEME = 'stub:';

export class Modules {
  readonly #sources: ModuleSources;
  readonly #projects: Projects;
  readonly #byPath = new Map<string, Module | undefined>();
  readonly #stubs = new Map<string, Module | undefined>();
  readonly #namespaces = new Map<string, Namespace>();
  readonly #listings = new Map<string, ReadonlySet<string> | undefined>();
  readonly #absolute = new Map<string, Map<string, Module | Namespace | undefined>>();
  readonly #searchPaths = new Map<string, readonly string[]>();
  readonly #stubsBeside = new Map<Module, Module | undefined>();
  #count = 0;

  /** `paths` gives the files of the workspace. */
  constructor(sources: ModuleSources, paths: () => Iterable<string> = () => []) {
    this.#sources = sources;
    this.#projects = new Projects((folder) => this.#entries(folder), paths);
  }

  /** The module in a file; undefined when it cannot be read. */
  at(path: string): Module | undefined {
    if (this.#byPath.has(path)) return this.#byPath.get(path);
    const summary = this.#sources.summary(path);
    const module: Module | undefined = summary && {
      id: this.#count++,
      kind: 'module',
      name: this.#nameOf(path),
      path,
      origin: this.#originOf(path),
      isPackage: path.endsWith('/__init__.py') || path.endsWith('/__init__.pyi'),
      summary,
    };
    this.#byPath.set(path, module);
    return module;
  }

  /** Makes new modules of these files when they are asked for; those that were given out stay what they were. */
  renew(paths: Iterable<string>): void {
    for (const path of paths) this.#byPath.delete(path);
    this.#absolute.clear();
    this.#projects.renew();
  }

  /** The module that `import name` means in `from`, with `level` dots in front. */
  resolve(from: Module, level: number, name: string): Module | Namespace | undefined {
    if (level > 0) return this.#relative(from, level, name);
    if (isStandard(from)) return this.stub(name) ?? this.#search('', name, this.#sources.packageFolders);
    const folder = folderOf(from.path);
    let known = this.#absolute.get(folder);
    if (!known) this.#absolute.set(folder, (known = new Map<string, Module | Namespace | undefined>()));
    if (known.has(name)) return known.get(name);
    const found = this.#resolveAbsolute(folder, name);
    known.set(name, found);
    return found;
  }

  /** A part of a package or namespace: `child(os, 'path')`. */
  child(parent: Module | Namespace, name: string): Module | Namespace | undefined {
    if (parent.kind === 'namespace') return this.#in(parent.folder, name, parent.name);
    if (isStandard(parent)) return parent.isPackage ? this.stub(`${parent.name}.${name}`) : undefined;
    return parent.isPackage ? this.#in(folderOf(parent.path), name, parent.name) : undefined;
  }

  /** A module of the standard library. */
  stub(name: string): Module | undefined {
    if (this.#stubs.has(name)) return this.#stubs.get(name);
    const found = this.#sources.stub(name);
    const module: Module | undefined = found && {
      id: this.#count++,
      kind: 'module',
      name,
      path: STUB_SCHEME + name,
      origin: 'stub',
      ...found,
    };
    this.#stubs.set(name, module);
    return module;
  }

  /** What says the types of a module that has its own code: `x.pyi` beside `x.py`, and `pkg-stubs`. */
  stubOf(module: Module): Module | undefined {
    if (module.origin === 'stub' || !module.path.endsWith('.py')) return undefined;
    if (this.#stubsBeside.has(module)) return this.#stubsBeside.get(module);
    const file = lastPart(module.path);
    const isBeside = this.#has(folderOf(module.path), `${file}i`);
    const stub = isBeside ? this.at(`${module.path}i`) : this.#stubPackage(module.name);
    this.#stubsBeside.set(module, stub);
    return stub;
  }

  /** The code that a stub tells of. */
  sourceOf(stub: Module): Module | undefined {
    if (isStandard(stub)) return undefined;
    const path = stub.path.replace(STUBS_FOLDER, '$1/').replace(/\.pyi$/, '.py');
    return this.#has(folderOf(path), lastPart(path)) ? this.at(path) : undefined;
  }

  /** PEP 561: `pkg-stubs/x.pyi` tells of `pkg.x`. */
  #stubPackage(name: string): Module | undefined {
    const [top = '', ...rest] = name.split('.');
    for (const folder of this.#sources.packageFolders) {
      const stubs = `${folder}/${top}-stubs`;
      if (!this.#has(folder, `${top}-stubs/`)) continue;
      const found = rest.length > 0 ? this.#walk(stubs, rest.join('.')) : this.#initOf(stubs);
      if (found?.kind === 'module') return found;
    }
    return undefined;
  }

  #relative(from: Module, level: number, name: string): Module | Namespace | undefined {
    if (isStandard(from)) {
      const parts = from.name.split('.');
      const base = parts.slice(0, parts.length - level + (from.isPackage ? 1 : 0));
      return this.stub([...base, ...(name ? [name] : [])].join('.'));
    }
    let folder = folderOf(from.path);
    for (let i = 1; i < level; i++) folder = folderOf(folder);
    if (!name) return this.#initOf(folder) ?? this.#namespace(folder, lastPart(folder));
    return this.#walk(folder, name);
  }

  #resolveAbsolute(folder: string, name: string): Module | Namespace | undefined {
    return this.#fromHere(folder, name) ?? this.#fromSibling(name);
  }

  /** Of another project of the workspace, which the one at hand may have installed. */
  #fromSibling(name: string): Module | Namespace | undefined {
    const folder = this.#projects.holderOf(name.split('.', 1)[0] ?? name);
    return folder === undefined ? undefined : this.#walk(folder, name);
  }

  #fromHere(folder: string, name: string): Module | Namespace | undefined {
    const top = name.split('.', 1)[0] ?? name;
    // The standard library is found before a file of the same name, except beside the file that is run.
    const [own, ...others] = this.#pathsFor(folder);
    if (own === undefined || own === folder || this.#sources.stub(top) === undefined) {
      return (
        this.#search(folder, name, own === undefined ? [] : [own]) ??
        this.stub(name) ??
        this.#search(folder, name, [...others, ...this.#sources.packageFolders])
      );
    }
    return this.stub(name) ?? this.#search(folder, name, [own, ...others, ...this.#sources.packageFolders]);
  }

  #search(_from: string, name: string, folders: readonly string[]): Module | Namespace | undefined {
    let namespace: Namespace | undefined;
    for (const folder of folders) {
      const found = this.#walk(folder, name);
      if (found?.kind === 'module') return found;
      namespace ??= found;
    }
    // A package without code, or without code that can be read, may have stubs all the same.
    return this.#stubPackage(name) ?? namespace;
  }

  /** Folders in which an absolute import may begin, for files of `folder`. */
  #pathsFor(folder: string): readonly string[] {
    const known = this.#searchPaths.get(folder);
    if (known) return known;
    const { root, packageFolders } = this.#sources;
    const paths: string[] = [];
    let top = folder;
    while (this.#has(top, '__init__.py') && top.length > 1) top = folderOf(top);
    const inPackages = packageFolders.some((packages) => isInside(folder, packages));
    if (inPackages) {
      paths.push(...packageFolders.filter((packages) => isInside(folder, packages)));
    } else {
      // A file's own package root first, then outwards: namespace packages have no other mark.
      for (let path = top; isInside(path, root); path = folderOf(path)) {
        paths.push(path);
        if (path === root) break;
      }
      for (const layout of LAYOUTS) if (this.#has(root, `${layout}/`)) paths.push(`${root}/${layout}`);
      if (!paths.includes(root)) paths.push(root);
    }
    this.#searchPaths.set(folder, paths);
    return paths;
  }

  /** Follows a dotted name from a folder; every part but the last must be a package. */
  #walk(folder: string, name: string): Module | Namespace | undefined {
    let current: Module | Namespace | undefined;
    for (const part of name.split('.')) {
      current = current ? this.child(current, part) : this.#in(folder, part, '');
      if (!current) return undefined;
    }
    return current;
  }

  #in(folder: string, part: string, package_: string): Module | Namespace | undefined {
    const entries = this.#entries(folder);
    if (!entries) return undefined;
    if (entries.has(`${part}/`)) {
      const inner = `${folder}/${part}`;
      const init = this.#initOf(inner);
      if (init) return init;
    }
    if (entries.has(`${part}.py`)) return this.at(`${folder}/${part}.py`);
    if (entries.has(`${part}.pyi`)) return this.at(`${folder}/${part}.pyi`);
    if (!entries.has(`${part}/`)) return undefined;
    return this.#namespace(`${folder}/${part}`, package_ ? `${package_}.${part}` : part);
  }

  #initOf(folder: string): Module | undefined {
    if (this.#has(folder, '__init__.py')) return this.at(`${folder}/__init__.py`);
    return this.#has(folder, '__init__.pyi') ? this.at(`${folder}/__init__.pyi`) : undefined;
  }

  #namespace(folder: string, name: string): Namespace {
    let namespace = this.#namespaces.get(folder);
    if (!namespace) {
      namespace = {
        id: this.#count++,
        kind: 'namespace',
        name,
        folder,
        origin: this.#originOf(`${folder}/`),
      };
      this.#namespaces.set(folder, namespace);
    }
    return namespace;
  }

  #entries(folder: string): ReadonlySet<string> | undefined {
    if (this.#listings.has(folder)) return this.#listings.get(folder);
    const names = this.#sources.files.list(folder);
    const entries = names && new Set(names);
    this.#listings.set(folder, entries);
    return entries;
  }

  #has(folder: string, name: string): boolean {
    return this.#entries(folder)?.has(name) ?? false;
  }

  #originOf(path: string): Origin {
    if (path.endsWith('.pyi')) return 'stub';
    return this.#sources.packageFolders.some((folder) => isInside(path, folder)) ? 'package' : 'workspace';
  }

  #nameOf(path: string): string {
    const stem = path.replace(/\.(py|pyi|ipynb)$/, '').replace(STUBS_FOLDER, '$1/');
    const isInit = stem.endsWith('/__init__');
    const top =
      this.#projects.around(folderOf(path)) ??
      this.#topOf(isInit ? folderOf(folderOf(path)) : folderOf(path));
    return stem
      .slice(top.length + 1, isInit ? -'/__init__'.length : undefined)
      .split('/')
      .join('.');
  }

  /** The folder in which the import of a file of `folder` begins. */
  #topOf(folder: string): string {
    const { root, packageFolders } = this.#sources;
    const packages = packageFolders.find((each) => isInside(folder, each));
    if (packages !== undefined) return packages;
    if (isInside(folder, root)) {
      const layout = LAYOUTS.find(
        (each) => isInside(folder, `${root}/${each}`) && !this.#has(`${root}/${each}`, '__init__.py'),
      );
      return layout === undefined ? root : `${root}/${layout}`;
    }
    let top = folder;
    while (this.#has(top, '__init__.py') && top.length > 1) top = folderOf(top);
    return top;
  }
}

/** The folder of a package's stubs, by PEP 561. */
const STUBS_FOLDER = /^(.*\/[^/]+)-stubs\//;

/** A stub of the standard library, which is no file. */
function isStandard({ path }: Module): boolean {
  return path.startsWith(STUB_SCHEME);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
