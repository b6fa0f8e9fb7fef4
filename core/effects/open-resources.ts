/** What has to be closed by awaiting, and is neither closed nor handed to anybody who might. */
import type { Catalogue, Resource } from '../knowledge/catalogue.ts';
import { type FileSummary, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import type { FunctionSymbol } from '../program/symbols.ts';
import { alternatives } from '../program/types.ts';
import { calleeName } from './chain.ts';
import { expectsError } from './expects-error.ts';
import { namedCalls, type Spot, spotOf } from './named-calls.ts';
import { perModule } from './per-module.ts';
import { resourceCalls } from './resource-calls.ts';
import { displayName } from './scopes.ts';
import { type Uses, usesOf } from './uses.ts';

export interface OpenResource extends Spot {
  /** What opens it: `aiohttp.ClientSession`, or a function of the project that gives it back open. */
  readonly opener: string;
  readonly close: string;
}

/** A function of the project that opens a resource and gives it back. */
type Factories = ReadonlyMap<FunctionSymbol, Resource>;

export class OpenResources {
  readonly #p: Evaluator;
  readonly #catalogue: Catalogue;
  readonly #modules: ReadonlyMap<string, Module>;
  #factories: Factories | undefined;

  constructor(p: Evaluator, catalogue: Catalogue, modules: ReadonlyMap<string, Module>) {
    this.#p = p;
    this.#catalogue = catalogue;
    this.#modules = modules;
  }

  in(module: Module): OpenResource[] {
    const found: OpenResource[] = [];
    let lives: Lives | undefined;
    const add = (frame: Frame, call: Value, resource: Resource, opener: string) => {
      if (!resource.isAsync || frame.scope.kind !== 'function' || expectsError(this.#p, frame, call)) return;
      lives ??= new Lives(module.summary);
      if (!lives.isLeftOpen(call, resource)) return;
      found.push({ ...spotOf(frame, call), opener, close: resource.close[0] ?? 'close' });
    };
    for (const { frame, call, names, resource } of resourceCalls(this.#p, this.#catalogue, module)) {
      add(frame, call, resource, calleeName(names.at(-1) ?? ''));
    }
    const factories = (this.#factories ??= this.#findFactories());
    const names = new Set([...factories.keys()].map(({ scope }) => scope.name));
    if (names.size === 0) return found;
    const sieve = { test: (name: string) => names.has(name) };
    for (const { frame, call } of namedCalls(this.#p, module, sieve, () => true)) {
      const [callee, ...others] = alternatives(this.#p.typeOf(frame, module.summary.a(call)));
      if (callee?.kind !== 'function' || others.length > 0) continue;
      const resource = factories.get(callee.function);
      if (resource) add(frame, call, resource, displayName(callee.function));
    }
    return found;
  }

  /** Functions without a decorator, which may make something else of them, that open one and return it each time. */
  #findFactories(): Factories {
    const modules = [...this.#modules.values()];
    return new Map(modules.flatMap((module) => factoriesIn(module, this.#p, this.#catalogue)));
  }
}

const factoriesIn = perModule((module, p: Evaluator, catalogue: Catalogue) => {
  const found: [FunctionSymbol, Resource][] = [];
  for (const { frame, call, resource } of resourceCalls(p, catalogue, module)) {
    const { function: symbol, scope } = frame;
    if (!symbol || scope.isGenerator || scope.decorators.length > 0 || !resource.isAsync) continue;
    if (returnsOnly(module.summary, frame, call)) found.push([symbol, resource]);
  }
  return found;
});

function returnsOnly(summary: FileSummary, { scope: { first, end } }: Frame, call: Value): boolean {
  let returns = 0;
  for (let row = first; row < end; row++) {
    if (summary.op(row) !== Op.Return) continue;
    const value = summary.a(row);
    const returned = value >= 0 && summary.op(value) === Op.Await ? summary.a(value) : value;
    if (returned !== call) return false;
    returns++;
  }
  return returns > 0;
}

/** Tells what becomes of the resources of a file. */
class Lives {
  readonly #summary: FileSummary;
  readonly #uses: Uses;
  /** Names that are read by name, from nested functions. */
  readonly #captured = new Set<string>();

  constructor(summary: FileSummary) {
    this.#summary = summary;
    this.#uses = usesOf(summary);
    for (let row = 0; row < summary.size; row++) {
      if (summary.op(row) === Op.Lookup) this.#captured.add(nameKey(summary.b(row), summary.a(row)));
    }
  }

  /** Whether every use of it is a look or a call of a method that does not close it. */
  isLeftOpen(call: Value, { close }: Resource): boolean {
    const summary = this.#summary;
    const seen = new Set<Value>();
    let isUsed = false;
    const isLeft = (value: Value): boolean => {
      if (seen.has(value)) return true;
      seen.add(value);
      return this.#uses.of(value).every(({ role, by }) => {
        switch (role) {
          case 'awaited':
            isUsed = true;
            return isLeft(by);
          case 'same':
            return isLeft(by);
          case 'attribute':
            isUsed ||= this.#uses.of(by).some((use) => use.role === 'called');
            return summary.op(by) !== Op.Attribute || !close.includes(summary.string(summary.b(by)));
          case 'named':
            return (
              summary.c(by) === summary.scopeOf(by).id &&
              !this.#captured.has(nameKey(summary.c(by), summary.b(by)))
            );
          case 'tested':
          case 'compared':
          case 'discarded':
          case 'formatted':
            return true;
          default:
            return false;
        }
      });
    };
    // What is never used has opened nothing yet.
    return isLeft(call) && isUsed;
  }
}

function nameKey(scope: number, name: number): string {
  return `${String(scope)}:${String(name)}`;
}
