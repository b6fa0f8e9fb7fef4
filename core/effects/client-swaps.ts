/** Which classes of a call's library have async twins, and who else uses their objects. */
import type { BlockingRecord, Catalogue } from '../knowledge/catalogue.ts';
import type { ClientSwap } from '../model/rewriter.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { isUsedElsewhere } from './attribute-uses.ts';
import { speaksOf } from './speaks-of.ts';

export class ClientSwaps {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #modules: ReadonlyMap<string, Module>;
  /** Whether attributes are used outside of their classes, for those of which somebody asked. */
  readonly #attributes = new Map<string, boolean>();

  constructor(p: Evaluator, catalogue: Catalogue, modules: ReadonlyMap<string, Module>) {
    this.#p = p;
    this.#catalogue = catalogue;
    this.#modules = modules;
  }

  /** For a call in one of the modules; undefined where nothing is known of its library. */
  of(home: Module, { name }: BlockingRecord): ClientSwap | undefined {
    const classes = this.#catalogue.swaps(name);
    return (
      classes && {
        classes,
        isMentionedElsewhere: (global) => this.#isImported(home, global),
        isAttributeUsedElsewhere: (nameStart, attribute) => this.#isUsed(home, nameStart, attribute),
        speaksOf: (package_, names) =>
          [...this.#modules.values()].some((module) => speaksOf(module, package_, names)),
      }
    );
  }

  #isUsed(module: Module, nameStart: number, attribute: string): boolean {
    const key = `${module.path} ${String(nameStart)} ${attribute}`;
    const known = this.#attributes.get(key);
    if (known !== undefined) return known;
    const isUsed = isUsedElsewhere(this.#p, this.#modules.values(), { module, nameStart }, attribute);
    this.#attributes.set(key, isUsed);
    return isUsed;
  }

  /** Whether another file imports a name, or a module in which it may find it. */
  #isImported({ path, name: home }: Module, name: string): boolean {
    const last = home.slice(home.lastIndexOf('.') + 1);
    return [...this.#modules.values()].some(
      (module) =>
        module.path !== path &&
        module.summary.data.strings.includes(name) &&
        module.summary.data.imports.some(
          (one) =>
            (one.name === name && one.module === '') ||
            one.name === last ||
            one.module.split('.').at(-1) === last,
        ),
    );
  }
}
