/** Who calls a function and what it calls, with what is known of each: for those who walk the program call by call. */
import type { BlockingRecord } from '../knowledge/catalogue.ts';
import type { Span } from '../model/span.ts';
import type { FileSummary, Scope, ScopeId, Value } from '../model/summary.ts';
import { callSites } from '../program/call-sites.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import type { FunctionSymbol } from '../program/symbols.ts';
import { calleeName } from './chain.ts';
import { placeAt } from './place.ts';
import type { Reach } from './reach.ts';
import type { Verdict, Verdicts } from './verdict.ts';

/** Something that calls or is called: a function, the code of a module or class, or a call that leads out of sight. */
export interface CallNode {
  readonly kind: 'function' | 'method' | 'class' | 'module' | 'leaf';
  readonly name: string;
  /** The module that it belongs to; of a leaf, nothing. */
  readonly module: string;
  readonly path: string;
  readonly scope: ScopeId;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly verdict: Verdict;
}

/** How a node is found again. When the code has changed since, it may not be. */
export type CallNodeKey = Pick<CallNode, 'path' | 'scope' | 'name'>;

/** One way between two functions, and the places where it is taken. */
export interface CallWay {
  readonly node: CallNode;
  /** In the file of the one that calls. */
  readonly spans: readonly Span[];
}

export class CallHierarchy {
  readonly #p: Evaluator;
  readonly #reach: Reach;
  readonly #verdicts: Verdicts;
  readonly #modules: ReadonlyMap<string, Module>;

  constructor(p: Evaluator, reach: Reach, verdicts: Verdicts, modules: ReadonlyMap<string, Module>) {
    this.#p = p;
    this.#reach = reach;
    this.#verdicts = verdicts;
    this.#modules = modules;
  }

  /** What stands at a place: the function that is defined there, or those that the call around it leads to. */
  at(path: string, offset: number): CallNode[] {
    const module = this.#module(path);
    const place = module && placeAt(module.summary, offset);
    if (!place) return [];
    const frame = this.#p.genericFrame(module, place.scope.id);
    if (place.kind === 'function') return [this.#node(frame)];
    return this.#calls(frame, place.call).map(({ node }) => node);
  }

  /** What a function calls, in the order of its code. */
  callees(key: CallNodeKey): CallWay[] {
    const frame = this.#find(key);
    return frame ? this.#calls(frame) : [];
  }

  /** Who calls a function, as far as the files that are checked show. */
  callers(key: CallNodeKey): CallWay[] {
    const symbol = this.#find(key)?.function;
    if (!symbol) return [];
    const ways: CallWay[] = [];
    for (const module of this.#modules.values()) {
      if (!mayCall(module.summary, symbol)) continue;
      for (const [caller, values] of this.#callsOf(symbol, module)) {
        const spans = values.map((value) => module.summary.span(value));
        ways.push({ node: this.#node(this.#p.genericFrame(module, caller)), spans });
      }
    }
    return ways;
  }

  /** The scopes of a module that call a function, each with its calls. */
  #callsOf(symbol: FunctionSymbol, module: Module): Map<ScopeId, Value[]> {
    const found = new Map<ScopeId, Value[]>();
    for (const { id } of module.summary.scopes) {
      for (const { value, targets } of callSites(this.#p, this.#p.genericFrame(module, id))) {
        if (!targets.some(({ frame }) => frame?.function === symbol)) continue;
        const caller = named(module.summary, id);
        const known = found.get(caller);
        if (!known) found.set(caller, [value]);
        else if (!known.includes(value)) known.push(value);
      }
    }
    return found;
  }

  /** What one call in a function leads to, or all of them. */
  #calls(frame: Frame, only?: Value): CallWay[] {
    this.#reach.ensure([frame]);
    const { summary } = frame.module;
    const ways = new Map<unknown, { node: CallNode; spans: Span[] }>();
    const add = (key: unknown, value: Value, node: () => CallNode) => {
      const known = ways.get(key);
      if (known) known.spans.push(summary.span(value));
      else ways.set(key, { node: node(), spans: [summary.span(value)] });
    };
    for (const site of callSites(this.#p, frame)) {
      if (only !== undefined && site.value !== only) continue;
      const record = this.#recordAt(frame, site.value);
      const read = site.targets.flatMap(({ frame: target }) =>
        target?.function && target.module.origin !== 'stub' ? target : [],
      );
      for (const target of read) add(target.function, site.value, () => this.#node(target, record));
      if (read.length === 0 && record) add(record, site.value, () => leaf(frame, site.value, record));
    }
    return [...ways.values()];
  }

  /** What the catalogue says of a call that blocks by itself. */
  #recordAt(frame: Frame, value: Value): BlockingRecord | undefined {
    for (const { site, to } of this.#reach.edges(frame)) if (site.value === value && 'kinds' in to) return to;
    return undefined;
  }

  #node(frame: Frame, record?: BlockingRecord): CallNode {
    const { module, scope } = frame;
    const isMethod = module.summary.scopes[scope.parent]?.kind === 'class';
    return {
      kind: scope.kind === 'function' ? (isMethod ? 'method' : 'function') : kindOf(scope),
      name: nameOf(module, scope),
      module: module.name,
      path: module.path,
      scope: scope.id,
      span: scope.span,
      nameSpan: scope.nameSpan,
      verdict: record ? { kind: 'blocks', record, chain: [] } : this.#verdicts.ofFunction(frame),
    };
  }

  #find({ path, scope, name }: CallNodeKey): Frame | undefined {
    const module = this.#module(path);
    const found = module?.summary.scopes[scope];
    return found && nameOf(module, found) === name ? this.#p.genericFrame(module, scope) : undefined;
  }

  /** Also of a library, when a call has led there. */
  #module(path: string): Module | undefined {
    return this.#modules.get(path) ?? this.#p.modules.at(path);
  }
}

function nameOf(module: Module, { qualname }: Scope): string {
  return qualname === '' ? module.name : qualname;
}

function kindOf({ kind }: Scope): CallNode['kind'] {
  return kind === 'lambda' ? 'function' : kind;
}

/** A call that nothing more can be seen of stands for what it calls. */
function leaf({ module, scope }: Frame, value: Value, record: BlockingRecord): CallNode {
  const span = module.summary.span(value);
  return {
    kind: 'leaf',
    name: calleeName(record.name),
    module: '',
    path: module.path,
    scope: scope.id,
    span,
    nameSpan: span,
    verdict: { kind: 'blocks', record, chain: [] },
  };
}

/** The function with a name around a lambda; other scopes stand for themselves. */
function named(summary: FileSummary, id: ScopeId): ScopeId {
  let scope = summary.scope(id);
  while (scope.kind === 'lambda') scope = summary.scope(scope.parent);
  return scope.id;
}

/** A sieve before anything is resolved: who calls a function writes its name, unless Python calls it by a name of its own. */
function mayCall({ data: { strings, imports } }: FileSummary, { scope: { name } }: FunctionSymbol): boolean {
  if (name.startsWith('__') && name.endsWith('__')) return true;
  return strings.includes(name) || imports.some((each) => each.name === name);
}
