/** Attributes of modules and classes that other code sets from outside: `requests.get = fake`, `Store.extra = method`. */
import { Op, type Value } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './modules.ts';
import type { ClassType, ModuleType, Type } from './types.ts';

interface Patch {
  readonly module: Module;
  readonly row: Value;
}

/** A name that is set in more places than this is nobody's patch. */
const MAX_PATCHES = 8;

/** What the modules of the workspace set from outside when they are imported. */
export class Patches {
  readonly #p: Evaluator;
  readonly #workspace: () => Iterable<Module>;
  #byName: ReadonlyMap<string, readonly Patch[]> | undefined;

  constructor(p: Evaluator, workspace: () => Iterable<Module>) {
    this.#p = p;
    this.#workspace = workspace;
  }

  /** What else an attribute may be than its owner says. */
  of(owner: ModuleType | ClassType, name: string): readonly Type[] {
    this.#byName ??= this.#collect();
    const patches = this.#byName.get(name);
    if (!patches || patches.length > MAX_PATCHES) return [];
    return patches.flatMap(({ module, row }) => {
      const frame = this.#p.moduleFrame(module);
      const base = this.#p.typeOf(frame, module.summary.a(row));
      const isMeant =
        owner.kind === 'module' ? base === owner : base.kind === 'class' && base.class === owner.class;
      return isMeant ? [this.#p.typeOf(frame, module.summary.c(row))] : [];
    });
  }

  #collect(): ReadonlyMap<string, readonly Patch[]> {
    const byName = new Map<string, Patch[]>();
    for (const module of this.#workspace()) {
      if (TESTS.test(module.path)) continue;
      const { summary } = module;
      const { first, end } = summary.scope(0);
      for (let row = first; row < end; row++) {
        if (summary.op(row) !== Op.StoreAttribute || !NAMES.has(summary.op(summary.a(row)))) continue;
        const name = summary.string(summary.b(row));
        const known = byName.get(name);
        if (known) known.push({ module, row });
        else byName.set(name, [{ module, row }]);
      }
    }
    return byName;
  }
}

/** What tests set is for tests. */
const TESTS = /\/tests?\/|\/(test_[^/]*|conftest)\.py$/;

/** What a module or a class is called by. */
const NAMES: ReadonlySet<Op> = new Set([Op.Import, Op.Attribute, Op.Class, Op.Lookup]);
