/** Names for what an edit uses: by an import that is there, or by a new one that is added once. */
import type { Edit } from '../../model/rewriter.ts';
import type { Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type NewImport, placeGlobal, placeImport } from './import-placement.ts';
import { type Bindings, bindingsAround, importsOf, mentionedNames } from './names.ts';
import type { Path } from './placement.ts';
import type { Source } from './source.ts';

export class Imports {
  readonly #source: Source;
  readonly #path: Path;
  readonly #around: Bindings;
  readonly #global: Bindings;
  readonly #objects: string[] = [];
  readonly #added = new Map<string, NewImport & { readonly text: string }>();

  /** `path` leads to the place at which the names are used. */
  constructor(source: Source, path: Path) {
    this.#source = source;
    this.#path = path;
    this.#around = bindingsAround(path);
    this.#global = source.globals;
  }

  /** `module.attribute` as it is written here; `from` when the attribute is better imported by itself. */
  name(module: string, attribute: string, style: 'module' | 'from' = 'module'): string {
    const known = this.#known(module, attribute);
    if (known !== undefined) return known;
    const key = `${module} ${attribute.split('.', 1).join('')}`;
    const before = this.#added.get(key);
    if (before) return before.text + (before.name === undefined ? `.${attribute}` : '');
    // `import a.b` binds `a`, and may hide another import of `a`: take the name itself.
    const byName = style === 'from' || module.includes('.') || this.#takesNamesFrom(module);
    const plain = byName ? attribute : module;
    const path = byName ? `${module}.${attribute}` : module;
    const bound = this.#isFree(plain, path) ? plain : this.#freeName(plain);
    const asName = bound === plain ? undefined : bound;
    this.#added.set(key, { module, name: byName ? attribute : undefined, asName, text: bound });
    return byName ? bound : `${bound}.${attribute}`;
  }

  /** A global that holds one object of a class: the one that is there, or a new one under such a name. */
  object(stem: string, module: string, type: string): string {
    for (const statement of this.#source.module.body) {
      if (statement.kind !== Kind.Assign || statement.value.kind !== Kind.Call) continue;
      const [target] = statement.targets;
      const isOne = new RegExp(`(?:^|\\.)${type}$`).test(this.#source.of(statement.value.callee));
      if (isOne && target?.kind === Kind.Name && !this.#around.has(target.id)) return target.id;
    }
    const name = this.#isFree(stem) ? stem : this.#freeName(stem);
    this.#objects.push(`${name} = ${this.name(module, type, 'from')}()`);
    return name;
  }

  /** A global set: the one that is there under such a name, or a new one. */
  set(stem: string): string {
    for (const statement of this.#source.module.body) {
      const target = statement.kind === Kind.Assign ? statement.targets[0] : undefined;
      const value = statement.kind === Kind.Assign ? this.#source.of(statement.value) : '';
      const isOne = target?.kind === Kind.Name && target.id.endsWith(stem.split('_').at(-1) ?? stem);
      if (value === 'set()' && isOne && !this.#around.has(target.id)) return target.id;
    }
    const name = this.#isFree(stem) ? stem : this.#freeName(stem);
    this.#objects.push(`${name} = set()`);
    return name;
  }

  /** What has to be added to the module for the names that were given out. */
  edits(): Edit[] {
    const imports = [...this.#added.values()].map((one) => placeImport(this.#source, one));
    const objects = this.#objects.map((line) => placeGlobal(this.#source, line));
    return together([...imports, ...objects]);
  }

  /** How the code reaches the path now. */
  #known(module: string, attribute: string): string | undefined {
    const wanted = `${module}.${attribute}`;
    for (const { statement, bindings } of this.#importStatements()) {
      for (const { name, path, module: loaded } of importsOf(statement)) {
        if (wanted !== path && !wanted.startsWith(`${path}.`)) continue;
        // `import a` does not load `a.b`.
        if (path.length < module.length && loaded !== module) continue;
        if (!isOnly(bindings.get(name), path)) continue;
        if (bindings === this.#global && this.#around.has(name)) continue;
        return name + wanted.slice(path.length);
      }
    }
    return undefined;
  }

  /** Imports that have run whenever the place is reached: in the function before it, or in the module. */
  *#importStatements() {
    const place = this.#path.at(-1)?.start ?? 0;
    const { body } = this.#source.module;
    const functions = this.#path.filter((node) => node.kind === Kind.FunctionDef).toReversed();
    for (const node of functions) {
      for (const statement of node.body) {
        if (statement.end > place) break;
        if (isImport(statement)) yield { statement, bindings: this.#around };
      }
    }
    for (const statement of body) {
      // Cells run one by one: a later one may not have run.
      if (this.#source.isNotebook && statement.start > place) break;
      if (isImport(statement)) yield { statement, bindings: this.#global };
    }
  }

  #takesNamesFrom(module: string): boolean {
    const { body } = this.#source.module;
    const from = (wanted: string) => (statement: Statement) =>
      statement.kind === Kind.ImportFrom && statement.level === 0 && statement.module === wanted;
    return module === 'functools' && body.some(from(module));
  }

  /** Nobody else means something by it; that another import, which may not have run, means the same does no harm. */
  #isFree(name: string, path?: string): boolean {
    const global = this.#global.get(name);
    return !this.#around.has(name) && (!global || (path !== undefined && isOnly(global, path)));
  }

  #freeName(name: string): string {
    const isTaken = mentionedNames(this.#source.text);
    let free = `_${name}`;
    while (isTaken(free)) free = `_${free}`;
    return free;
  }
}

/** Insertions at one place become one. */
export function together(edits: readonly Edit[]): Edit[] {
  const byPlace = new Map<string, Edit>();
  for (const edit of edits) {
    const key = `${edit.span.start}-${edit.span.end}`;
    const before = byPlace.get(key);
    byPlace.set(key, before ? { ...before, text: before.text + edit.text } : edit);
  }
  return [...byPlace.values()];
}

function isImport(statement: Statement) {
  return statement.kind === Kind.Import || statement.kind === Kind.ImportFrom;
}

function isOnly<T>(set: ReadonlySet<T> | undefined, value: T): boolean {
  return set?.size === 1 && set.has(value);
}
