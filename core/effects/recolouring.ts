/** What it takes to make a plain function async: its callers await it, and become async in their turn, up to where they start. */
import type { EntryCall, Recolouring } from '../model/rewriter.ts';
import { type FileSummary, Op, type Scope, type Value } from '../model/summary.ts';
import { type CallSite, callSites } from '../program/call-sites.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import type { FunctionSymbol } from '../program/symbols.ts';
import { alternatives } from '../program/types.ts';
import type { Overrides } from './overrides.ts';
import { mayAwait } from './scopes.ts';
import { usesOf } from './uses.ts';
import type { Verdicts } from './verdict.ts';

/** A change that touches more functions than this is a project of its own. */
const MOST_FUNCTIONS = 30;

/** Names that Python or a test runner calls by itself, and does not await. */
const CALLED_BY_NAME = /^__\w+__$/;
const TEST = /^test|^(?:setUp|tearDown|setup|teardown)/;

interface Refused {
  readonly refusal: string;
}

export class Recolourings {
  readonly #p: Evaluator;
  readonly #overrides: Overrides;
  readonly #verdicts: Verdicts;
  readonly #modules: ReadonlyMap<string, Module>;

  constructor(p: Evaluator, overrides: Overrides, verdicts: Verdicts, modules: ReadonlyMap<string, Module>) {
    this.#p = p;
    this.#overrides = overrides;
    this.#verdicts = verdicts;
    this.#modules = modules;
  }

  /** For the function of a file that has this qualified name. */
  toAsync(path: string, qualname: string): Recolouring {
    const module = this.#modules.get(path);
    const scope = module?.summary.scopes.find((one) => one.kind === 'function' && one.qualname === qualname);
    if (!module || !scope) return { refusal: 'it stands in no function' };
    const functions = [this.#symbol(module, scope)];
    const calls: EntryCall[] = [];
    for (const symbol of functions) {
      const obstacle = this.#obstacle(symbol) ?? this.#collect(symbol, functions, calls);
      if (obstacle) return obstacle;
      if (functions.length > MOST_FUNCTIONS) return { refusal: 'too many functions would become async' };
    }
    return {
      functions: functions.map(({ module: { path: file }, scope: { nameSpan } }) => ({
        path: file,
        span: nameSpan,
      })),
      calls,
    };
  }

  /** Why a function cannot be async. */
  #obstacle(symbol: FunctionSymbol): Refused | undefined {
    const { scope, module, owner, modifiers } = symbol;
    const no = (reason: string): Refused => ({ refusal: `\`${scope.name}\` ${reason}` });
    if (module.origin !== 'workspace') return no('belongs to a package');
    if (scope.isGenerator) return no('is a generator');
    if (modifiers.isProperty || modifiers.accessor !== undefined) return no('is a property');
    if (CALLED_BY_NAME.test(scope.name)) return no('is called by Python itself');
    const isMethod = modifiers.isStatic || modifiers.isClassMethod;
    if (scope.decorators.length > (isMethod ? 1 : 0)) return no('is decorated');
    const frame = this.#p.genericFrame(module, scope.id);
    if (owner && this.#overrides.isOneOfSeveral(symbol)) return no('overrides a method, or is overridden');
    if (this.#verdicts.ofFunction(frame).kind === 'blocks') return no('blocks, and would hold up the loop');
    return undefined;
  }

  /** The calls of a function, and the functions that have to become async for them. */
  #collect(symbol: FunctionSymbol, functions: FunctionSymbol[], calls: EntryCall[]): Refused | undefined {
    const { name } = symbol.scope;
    for (const module of this.#modules.values()) {
      if (!module.summary.data.strings.includes(name)) continue;
      const called = new Set<Value>();
      for (const scope of module.summary.scopes) {
        for (const site of callSites(this.#p, this.#p.genericFrame(module, scope.id))) {
          if (!site.targets.some(({ frame }) => frame?.function === symbol)) continue;
          const obstacle = this.#take(symbol, module, scope, site, functions, calls);
          if (obstacle) return obstacle;
          called.add(module.summary.a(site.value));
        }
      }
      if (this.#isHandedOn(symbol, module, called)) {
        return { refusal: `\`${name}\` may be called by somebody who cannot be seen` };
      }
    }
    return undefined;
  }

  #take(
    symbol: FunctionSymbol,
    module: Module,
    scope: Scope,
    { kind, value, targets, awaited }: CallSite,
    functions: FunctionSymbol[],
    calls: EntryCall[],
  ): Refused | undefined {
    const { name } = symbol.scope;
    const { summary, path } = module;
    if (awaited) return undefined;
    if (kind !== 'call' || summary.op(value) !== Op.Call)
      return { refusal: `\`${name}\` is not called by its name` };
    if (targets.some(({ frame }) => frame?.function !== symbol)) {
      return { refusal: `a call of \`${name}\` may mean something else too` };
    }
    const span = summary.span(value);
    if (calls.some((known) => known.path === path && known.span.start === span.start)) return undefined;
    if (scope.kind === 'lambda' || scope.kind === 'class') {
      return { refusal: `\`${name}\` is called in a ${scope.kind === 'class' ? 'class body' : 'lambda'}` };
    }
    const isEntry = !mayAwait(summary, scope) && (scope.kind === 'module' || TEST.test(scope.name));
    calls.push({ path, span, isEntry });
    if (isEntry || mayAwait(summary, scope)) return undefined;
    const caller = this.#symbol(module, scope);
    if (!functions.includes(caller)) functions.push(caller);
    return undefined;
  }

  /** Whether a module does anything else with a function than calling it. */
  #isHandedOn(symbol: FunctionSymbol, module: Module, called: ReadonlySet<Value>): boolean {
    const { summary } = module;
    const { scope, owner } = symbol;
    for (let row = 0; row < summary.size; row++) {
      const name = nameRead(summary, row);
      if (name === undefined || (name !== '' && name !== scope.name)) continue;
      const types = alternatives(this.#p.typeOf(this.#p.genericFrame(module, summary.scopeOf(row).id), row));
      const isUnknown = types.every(({ kind }) => kind === 'unknown');
      // Of an object of which nothing is known, any method may be meant.
      if (owner && isUnknown && summary.op(row) === Op.Attribute && !called.has(row)) return true;
      const uses = usesOf(summary).of(row);
      const isBinding = name === '';
      if (uses.every(({ role }) => role === 'called' || (isBinding && role === 'named'))) continue;
      if (types.some((type) => type.kind === 'function' && type.function === symbol)) return true;
    }
    return false;
  }

  #symbol(module: Module, scope: Scope): FunctionSymbol {
    return this.#p.functionAt(this.#p.genericFrame(module, scope.parent), scope.id);
  }
}

/** The name by which an operation reads a function; empty for one that defines or imports it. */
function nameRead(summary: FileSummary, row: Value): string | undefined {
  switch (summary.op(row)) {
    case Op.Function:
    case Op.Import:
      return '';
    case Op.Lookup:
      return summary.string(summary.a(row));
    case Op.Attribute:
      return summary.string(summary.b(row));
    default:
      return undefined;
  }
}
