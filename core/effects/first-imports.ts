/** Imports in code on the loop that are the first of their module: they read and run it there and then. */
import type { Span } from '../model/span.ts';
import { type FileSummary, type ImportName, Literal, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { writtenPath } from '../program/names.ts';
import { notAtTop } from './not-at-top.ts';
import { isTest } from './test-code.ts';

export interface FirstImport {
  readonly span: Span;
  readonly function: string;
  /** The module that is loaded. */
  readonly module: string;
  /** The innermost module that is loaded for sure. */
  readonly innermost: string;
  /** Why the file may not import it at its top, as far as the rest of the program is concerned. */
  readonly notAtTop: () => string | undefined;
}

const IMPORT = 'importlib.import_module';

export class FirstImports {
  readonly #p: Evaluator;
  readonly #modules: readonly Module[];
  /** Modules that are loaded before anything of the program runs. */
  #loaded: ReadonlySet<string> | undefined;
  #own: ReadonlySet<string> | undefined;

  constructor(p: Evaluator, modules: readonly Module[]) {
    this.#p = p;
    this.#modules = modules;
  }

  /** Those in functions of one module that run on the loop; each module once in a function. */
  in(module: Module, roots: readonly Frame[]): FirstImport[] {
    const { summary } = module;
    if (isTest(module)) return [];
    const found = new Map<string, FirstImport>();
    for (const { scope } of roots) {
      const frame = this.#p.genericFrame(module, scope.id);
      for (let row = scope.first; row < scope.end; row++) {
        if (summary.op(row) !== Op.Import || !this.#p.runs(frame, summary.region(row))) continue;
        const entry = summary.data.imports[summary.a(row)];
        const first = entry && this.#firstOf(module, entry);
        if (!entry || first === undefined) continue;
        const key = `${String(scope.id)} ${this.#unit(first)}`;
        if (found.has(key) || this.#isLoadedBefore(frame, row, first)) continue;
        found.set(key, {
          span: summary.span(row),
          function: scope.qualname,
          module: first,
          innermost: this.#named(module, entry).at(-1) ?? first,
          notAtTop: () => notAtTop(this.#p, module, entry),
        });
      }
    }
    return [...found.values()].sort((a, b) => a.span.start - b.span.start);
  }

  /** `await asyncio.to_thread(importlib.import_module, "pandas")` stands before it. */
  #isLoadedBefore(frame: Frame, row: Value, name: string): boolean {
    const { summary } = frame.module;
    for (let before = frame.scope.first; before < row; before++) {
      if (summary.op(before) !== Op.Call) continue;
      const args = summary.args(before).map(({ value }) => value);
      const loaded = args.flatMap((value) => textOf(summary, value) ?? []);
      const isNamed = loaded.some(
        (one) => this.#unit(one) === this.#unit(name) || one.startsWith(`${name}.`),
      );
      if (isNamed && args.some((value) => writtenPath(this.#p, frame, value) === IMPORT)) return true;
    }
    return false;
  }

  #firstOf(module: Module, entry: ImportName): string | undefined {
    this.#loaded ??= this.#loadedAtStart();
    const loaded = this.#loaded;
    // Much of the standard library is there anyway, and the rest is small.
    return this.#named(module, entry).find(
      (name) =>
        !loaded.has(this.#unit(name)) && !isAround(name, module) && !this.#p.modules.stub(rootOf(name)),
    );
  }

  /** What is loaded as one, as far as is known: what a package of others loads of itself nobody has looked up. */
  #unit(name: string): string {
    this.#own ??= new Set(this.#modules.map((each) => each.name));
    return this.#own.has(name) ? name : rootOf(name);
  }

  /** The modules that an import loads for sure. */
  #named(module: Module, { level, module: name, name: part }: ImportName): string[] {
    this.#own ??= new Set(this.#modules.map((each) => each.name));
    const base = level === 0 ? name : relative(module, level, name);
    const below = `${base}.${part ?? ''}`;
    return part !== undefined && this.#own.has(below) ? [base, below] : [base];
  }

  #loadedAtStart(): ReadonlySet<string> {
    const loaded = new Set<string>();
    for (const module of this.#modules) {
      const { summary } = module;
      const frame = this.#p.moduleFrame(module);
      const { first, end } = summary.scope(0);
      for (let row = first; row < end; row++) {
        if (summary.op(row) !== Op.Import || !this.#p.runs(frame, summary.region(row))) continue;
        const entry = summary.data.imports[summary.a(row)];
        for (const name of entry ? this.#named(module, entry) : []) {
          for (
            let at = name;
            at !== '' && !loaded.has(at);
            at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))
          )
            loaded.add(at);
        }
      }
    }
    return loaded;
  }
}

/** A module is loaded when its functions run, and so are the packages around it. */
function isAround(name: string, { name: inner }: Module): boolean {
  return name === '' || inner === name || inner.startsWith(`${name}.`);
}

function textOf(summary: FileSummary, value: Value): string | undefined {
  const isText = summary.op(value) === Op.Literal && summary.literal(value) === Literal.String;
  return isText && summary.b(value) >= 0 ? summary.string(summary.b(value)) : undefined;
}

function rootOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}

function relative(module: Module, level: number, name: string): string {
  const parts = module.name.split('.');
  const base = parts.slice(0, Math.max(parts.length - level + (module.isPackage ? 1 : 0), 0));
  return [...base, ...(name ? [name] : [])].join('.');
}
