/** The program as far as somebody has looked at it. Files may change under it: what they have no part in stays known. */
import { Evaluator } from './evaluator.ts';
import { type Module, Modules, type ModuleSources } from './modules.ts';

export class Program {
  readonly modules: Modules;
  readonly evaluator: Evaluator;
  readonly #paths: Set<string>;
  #workspace: readonly Module[] | undefined;
  /** The modules of the workspace that a module imports. */
  readonly #imports = new WeakMap<Module, readonly Module[]>();

  /** `paths` lists the files of the workspace. */
  constructor(
    sources: ModuleSources,
    paths: Iterable<string>,
    pythonVersion: readonly [number, number] | undefined,
    isVersionDeclared: boolean,
  ) {
    this.#paths = new Set(paths);
    this.modules = new Modules(sources, () => this.#paths);
    this.evaluator = new Evaluator(this.modules, () => this.workspace(), pythonVersion, isVersionDeclared);
  }

  workspace(): readonly Module[] {
    this.#workspace ??= [...this.#paths].flatMap((path) => this.modules.at(path) ?? []);
    return this.#workspace;
  }

  /**
   * Looks anew at files that have changed, and at all that lies between them and `wanted`: what these say from now on is
   * as if nothing had been known, save for what others say of them. A class that overrides a method of another file is
   * met there as it was before.
   */
  renew(changed: ReadonlySet<string>, wanted: readonly string[]): void {
    for (const path of wanted) this.#paths.add(path);
    const stale = new Set(changed);
    for (const { path } of this.#between(changed, wanted)) stale.add(path);
    this.modules.renew(stale);
    this.evaluator.renew();
    this.#workspace = undefined;
  }

  /** The modules on the ways along imports from `wanted` to `changed`. */
  #between(changed: ReadonlySet<string>, wanted: readonly string[]): ReadonlySet<Module> {
    const importers = new Map<Module, Module[]>();
    const reached = new Set(wanted.flatMap((path) => this.modules.at(path) ?? []));
    for (const module of reached) {
      for (const imported of this.#importsOf(module)) {
        reached.add(imported);
        const known = importers.get(imported);
        if (known) known.push(module);
        else importers.set(imported, [module]);
      }
    }
    const found = new Set([...reached].filter(({ path }) => changed.has(path)));
    for (const module of found) for (const importer of importers.get(module) ?? []) found.add(importer);
    return found;
  }

  #importsOf(module: Module): readonly Module[] {
    let known = this.#imports.get(module);
    if (!known) {
      known = module.summary.data.imports.flatMap(({ level, module: from, name }) => {
        const found = this.modules.resolve(module, level, from);
        const part = found && name !== undefined ? this.modules.child(found, name) : undefined;
        return [found, part].flatMap((each) =>
          each?.kind === 'module' && each.origin === 'workspace' ? each : [],
        );
      });
      this.#imports.set(module, known);
    }
    return known;
  }
}
