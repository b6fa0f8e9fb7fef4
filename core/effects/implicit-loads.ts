/** Reads of attributes that would load from the database without anybody awaiting it. */
import type { Span } from '../model/span.ts';
import { Literal, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { lazyNames, lazyOwner } from './lazy-attributes.ts';
import { type Loaded, loadedBy } from './loaded-objects.ts';
import { type Spot, spotOf } from './named-calls.ts';
import { mayAwait } from './scopes.ts';

export interface ImplicitLoad extends Spot {
  /** As it is declared: `User.addresses`. */
  readonly attribute: string;
  readonly loadedAt: { readonly path: string; readonly span: Span };
}

export class ImplicitLoads {
  readonly #p: Evaluator;
  readonly #modules: ReadonlyMap<string, Module>;
  #names: ReadonlySet<string> | undefined;

  constructor(p: Evaluator, modules: ReadonlyMap<string, Module>) {
    this.#p = p;
    this.#modules = modules;
  }

  in(module: Module): ImplicitLoad[] {
    this.#names ??= new Set([...this.#modules.values()].flatMap((each) => [...lazyNames(each, this.#p)]));
    if (this.#names.size === 0) return [];
    return module.summary.scopes
      .filter((scope) => mayAwait(module.summary, scope))
      .flatMap((scope) => this.#inScope(this.#p.genericFrame(module, scope.id)));
  }

  /** The first read of each attribute of what one call has loaded: the others find it there. */
  #inScope(frame: Frame): ImplicitLoad[] {
    const { summary } = frame.module;
    const found = new Map<string, ImplicitLoad>();
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (summary.op(row) !== Op.Attribute) continue;
      const name = summary.string(summary.b(row));
      if (this.#names?.has(name) !== true || !this.#p.runs(frame, summary.region(row))) continue;
      const loaded = loadedBy(this.#p, frame, summary.a(row));
      const owner = loaded && lazyOwner(this.#p, loaded.class, name);
      if (!owner || this.#isThere(frame, name) || this.#isThere(loaded.frame, name)) continue;
      const key = `${String(loaded.frame.id)} ${String(loaded.call)} ${name}`;
      if (!found.has(key)) found.set(key, this.#load(frame, row, loaded, name));
    }
    return [...found.values()];
  }

  #load(
    frame: Frame,
    row: Value,
    { class: symbol, frame: { module }, call }: Loaded,
    name: string,
  ): ImplicitLoad {
    const loadedAt = { path: module.path, span: module.summary.span(call) };
    return { ...spotOf(frame, row), attribute: `${symbol.scope.name}.${name}`, loadedAt };
  }

  /**
   * Whether something else in the function may have put it there: `selectinload(User.addresses)`,
   * `refresh(user, ["addresses"])`, `user.addresses = []`.
   */
  #isThere(frame: Frame, name: string): boolean {
    const { summary } = frame.module;
    const isNamed = (string: number) => string >= 0 && summary.string(string) === name;
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      switch (summary.op(row)) {
        case Op.StoreAttribute:
          if (isNamed(summary.b(row))) return true;
          break;
        case Op.Literal:
          if (summary.literal(row) === Literal.String && isNamed(summary.b(row))) return true;
          break;
        case Op.Attribute:
          if (isNamed(summary.b(row)) && this.#p.typeOf(frame, summary.a(row)).kind === 'class') return true;
          break;
        default:
      }
    }
    return false;
  }
}
