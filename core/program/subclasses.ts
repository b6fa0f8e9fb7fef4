/** Which classes of the workspace derive from a class, and what they make of its abstract methods. */
import { Op, type Parameter, type Scope, type ScopeId, type Value } from '../model/summary.ts';
import type { Evaluator } from './evaluator.ts';
import { ancestors, isProtocol } from './hierarchy.ts';
import type { Module } from './modules.ts';
import type { ClassSymbol, FunctionSymbol } from './symbols.ts';
import type { FunctionType } from './types.ts';

/** More implementations than this say nothing about the one that is called. */
const MAX_IMPLEMENTATIONS = 12;

/** What tests and examples make of a class is no part of the program that has it. */
const ASIDE =
  /(^|\.)(tests?|conftest|test_\w+)(\.|$)|^(docs?|docs_src|examples?|samples?|cookbook|benchmarks?)\./;

/** A class that nobody has looked at yet. */
interface Place {
  readonly module: Module;
  readonly scope: ScopeId;
}

export class Subclasses {
  readonly #p: Evaluator;
  readonly #workspace: () => Iterable<Module>;
  /** Classes by the last part of each base as it is written: a cheap first sieve. */
  #byBaseName: ReadonlyMap<string, readonly Place[]> | undefined;
  #byMethod: ReadonlyMap<string, readonly Place[]> | undefined;
  readonly #direct = new Map<ClassSymbol, readonly ClassSymbol[]>();

  constructor(p: Evaluator, workspace: () => Iterable<Module>) {
    this.#p = p;
    this.#workspace = workspace;
  }

  /** Files have changed. */
  renew(): void {
    this.#byBaseName = undefined;
    this.#byMethod = undefined;
    this.#direct.clear();
  }

  /** The implementations of a method that its own class leaves open; empty when the method does something itself. */
  overrides({ function: symbol, closure, receiver }: FunctionType): readonly FunctionType[] {
    const { owner, scope, modifiers, module } = symbol;
    if (!owner || module.origin === 'stub' || !(modifiers.isAbstract || scope.isStub)) return [];
    if (receiver?.kind !== 'instance' && receiver?.kind !== 'class') return [];
    const found: FunctionType[] = [];
    const implementations = new Set<FunctionSymbol>();
    for (const subclass of this.#implementing(receiver.class, symbol)) {
      const self =
        receiver.kind === 'class' ? this.#p.types.class(subclass) : this.#p.types.instance(subclass);
      const type = this.#implementation(subclass, scope.name);
      if (!type || type.function === symbol) continue;
      implementations.add(type.function);
      if (implementations.size > MAX_IMPLEMENTATIONS) return [];
      found.push(this.#p.types.function(type.function, type.closure ?? closure, self));
    }
    return found;
  }

  #implementation(subclass: ClassSymbol, name: string): FunctionType | undefined {
    const [definition] = this.#p.classMember(subclass, name);
    const type = definition && this.#p.typeOf(definition.frame, definition.value);
    return type?.kind === 'function' ? type : undefined;
  }

  #implementing(symbol: ClassSymbol, { scope, module }: FunctionSymbol): ReadonlySet<ClassSymbol> {
    const alike = isProtocol(this.#p, symbol) ? this.#lookingLike(symbol, scope.name) : [];
    const all = [...this.below(symbol), ...alike];
    return new Set(isAside(module) ? all : all.filter((one) => !isAside(one.module)));
  }

  /** Classes that have all that a protocol asks for, whether they name it or not. */
  #lookingLike(protocol: ClassSymbol, name: string): ClassSymbol[] {
    const wanted = [...protocol.module.summary.names(protocol.scope.id).keys()];
    const candidates = this.#withMethod(name).map(({ module, scope }) => this.#classOf(module, scope));
    return candidates.filter((candidate) => {
      if (candidate === protocol || isProtocol(this.#p, candidate)) return false;
      const line = ancestors(this.#p, candidate);
      return wanted.every((each) => {
        const declaring = line.find(({ class: ancestor }) => ancestor && this.#p.declares(ancestor, each));
        return declaring?.class !== undefined && this.#fits(declaring.class, protocol, each);
      });
    });
  }

  /** Whether a class's method can be called as the protocol says; attributes fit by their names. */
  #fits(candidate: ClassSymbol, protocol: ClassSymbol, name: string): boolean {
    const [own, asked] = [this.#methodOf(candidate, name), this.#methodOf(protocol, name)];
    if (!own || !asked) return true;
    return takesAll(own, asked) && (name !== '__call__' || namesAll(own, asked));
  }

  #methodOf(owner: ClassSymbol, name: string): Scope | undefined {
    const [definition] = this.#p.classMember(owner, name);
    if (!definition) return undefined;
    const { summary } = definition.frame.module;
    const isMethod = summary.op(definition.value) === Op.Function;
    return isMethod ? summary.scope(summary.a(definition.value)) : undefined;
  }

  /** The classes of the workspace with a method of this name in their body. */
  #withMethod(name: string): readonly Place[] {
    if (!this.#byMethod) {
      const index = new Map<string, Place[]>();
      for (const module of this.#workspace()) {
        const { scopes } = module.summary;
        for (const { kind, name: method, parent } of scopes) {
          if (kind !== 'function' || scopes[parent]?.kind !== 'class') continue;
          append(index, method, { module, scope: parent });
        }
      }
      this.#byMethod = index;
    }
    return this.#byMethod.get(name) ?? [];
  }

  isAbstract(symbol: ClassSymbol): boolean {
    const { summary } = symbol.module;
    for (const binds of summary.names(symbol.scope.id).values()) {
      const last = binds.at(-1);
      if (last === undefined || summary.op(summary.a(last)) !== Op.Function) continue;
      const id = summary.a(summary.a(last));
      if (summary.scope(id).decorators.length === 0) continue;
      if (this.#p.functionAt(this.#p.classFrame(symbol), id).modifiers.isAbstract) return true;
    }
    return false;
  }

  below(symbol: ClassSymbol): ClassSymbol[] {
    const all = new Set<ClassSymbol>();
    const queue = [symbol];
    for (const next of queue) {
      for (const subclass of this.#directlyBelow(next)) {
        if (all.has(subclass)) continue;
        all.add(subclass);
        queue.push(subclass);
      }
    }
    return [...all];
  }

  #directlyBelow(symbol: ClassSymbol): readonly ClassSymbol[] {
    let found = this.#direct.get(symbol);
    if (!found) {
      const candidates = this.#index().get(symbol.scope.name) ?? [];
      found = candidates
        .map(({ module, scope }) => this.#classOf(module, scope))
        .filter((candidate) => candidate !== symbol && this.#derives(candidate, symbol));
      this.#direct.set(symbol, found);
    }
    return found;
  }

  #derives(candidate: ClassSymbol, symbol: ClassSymbol): boolean {
    return ancestors(this.#p, candidate).some((ancestor) => ancestor.class === symbol);
  }

  #classOf(module: Module, scope: number): ClassSymbol {
    return this.#p.classAt(this.#p.genericFrame(module, module.summary.scope(scope).parent), scope);
  }

  #index(): ReadonlyMap<string, readonly Place[]> {
    if (this.#byBaseName) return this.#byBaseName;
    const index = new Map<string, Place[]>();
    for (const module of this.#workspace()) {
      for (const scope of module.summary.scopes) {
        for (const base of scope.bases) {
          const name = lastName(module, base);
          if (name !== undefined) append(index, name, { module, scope: scope.id });
        }
      }
    }
    this.#byBaseName = index;
    return index;
  }
}

/** Whether a function takes what another one is called with: as many by position, and the same by keyword alone. */
function takesAll({ parameters: own }: Scope, { parameters: asked }: Scope): boolean {
  if (asked.some(({ form }) => form === 'args' || form === 'kwargs')) return true;
  const has = (form: Parameter['form']) => own.some((each) => each.form === form);
  const byPosition = own.filter(isByPosition);
  const given = asked.filter(isByPosition).length;
  const byKeyword = asked.filter(({ form }) => form === 'keyword-only').map(({ name }) => name);
  const isGiven = ({ name }: Parameter, at: number) => at < given || byKeyword.includes(name);
  return (
    (byPosition.length >= given || has('args')) &&
    byPosition.every((each, at) => each.default >= 0 || isGiven(each, at)) &&
    byKeyword.every((name) => has('kwargs') || own.some((each) => each.name === name))
  );
}

/** What is but a signature fits too much that can be called; who means it calls things the same. */
function namesAll({ parameters: own }: Scope, { parameters: [, ...asked] }: Scope): boolean {
  const byPosition = asked.filter(isByPosition);
  return byPosition.length > 0 && byPosition.every(({ name }) => own.some((each) => each.name === name));
}

function isAside({ name }: Module): boolean {
  return ASIDE.test(name);
}

function isByPosition({ form }: Parameter): boolean {
  return form === 'plain' || form === 'positional-only';
}

function append(index: Map<string, Place[]>, name: string, place: Place): void {
  const known = index.get(name);
  if (known) known.push(place);
  else index.set(name, [place]);
}

function lastName({ summary }: Module, base: Value): string | undefined {
  switch (summary.op(base)) {
    case Op.Lookup:
      return summary.string(summary.a(base));
    case Op.Attribute:
      return summary.string(summary.b(base));
    case Op.Subscript:
      return lastName({ summary } as Module, summary.a(base));
    default:
      return undefined;
  }
}
