/** Who refers to a function of the program, across all its files, and what is done with it. */
import { ArgumentForm, Literal, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { ancestors } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import type { ClassSymbol, FunctionSymbol } from '../program/symbols.ts';
import { alternatives } from '../program/types.ts';
import { lastName } from './callee-names.ts';
import { usesOf } from './uses.ts';

export interface Reference {
  /** The frame of the code that refers to it. */
  readonly frame: Frame;
  /** The call of it; undefined where it is handed on instead. */
  readonly call: Value | undefined;
  /** What it gives is awaited on the spot. */
  readonly awaited: boolean;
}

/** Namesakes in more files than this are no chance. */
const ROLES = 2;

interface Mention {
  readonly module: Module;
  readonly row: Value;
}

export class References {
  readonly #p: Evaluator;
  readonly #modules: readonly Module[];
  #mentions: ReadonlyMap<string, readonly Mention[]> | undefined;
  /** Names that are asked for by text: `getattr(x, "name")`. */
  readonly #asked = new Set<string>();
  /** How many files define a function of this name at their top level. */
  readonly #definitions = new Map<string, number>();
  /** Classes whose attributes are looked up by names that are worked out: `getattr(self, f"step_{name}")`. */
  readonly #dynamic = new Set<ClassSymbol>();
  /** Files in which that is done to nobody knows what: likely to what they define. */
  readonly #dynamicIn = new Set<Module>();

  constructor(p: Evaluator, modules: readonly Module[]) {
    this.#p = p;
    this.#modules = modules;
  }

  /** All that refers to a function; undefined when something may that could not be resolved. */
  of(symbol: FunctionSymbol): readonly Reference[] | undefined {
    const { name } = symbol.scope;
    this.#mentions ??= this.#collect();
    if (this.#asked.has(name) || this.#mayBeWorkedOut(symbol) || this.#isRole(symbol)) return undefined;
    const found: Reference[] = [];
    for (const { module, row } of this.#mentions.get(name) ?? []) {
      const frame = this.#p.genericFrame(module, module.summary.scopeOf(row).id);
      const meant = this.#means(frame, row, symbol);
      if (meant === 'unsure') return undefined;
      if (meant === 'other') continue;
      found.push(...this.#usesOf(frame, row));
    }
    return found;
  }

  /** Whether somebody looks up attributes of its class, or of one above it, by names that are worked out. */
  #mayBeWorkedOut({ owner }: FunctionSymbol): boolean {
    if (!owner) return false;
    return ancestors(this.#p, owner).some(
      ({ class: each }) =>
        each !== undefined && (this.#dynamic.has(each) || this.#dynamicIn.has(each.module)),
    );
  }

  /** A function that many files have under one name is looked for by that name, like a plug-in's entry. */
  #isRole({ owner, scope }: FunctionSymbol): boolean {
    return owner === undefined && (this.#definitions.get(scope.name) ?? 0) > ROLES;
  }

  #means(frame: Frame, row: Value, symbol: FunctionSymbol): 'this' | 'other' | 'unsure' {
    const { summary } = frame.module;
    const type = this.#p.typeOf(frame, row);
    if (type.kind === 'unknown') {
      // An attribute of something unknown may be any method of that name; a name that leads nowhere is none.
      return summary.op(row) === Op.Attribute && symbol.owner ? 'unsure' : 'other';
    }
    const all = alternatives(type);
    const isMeant = all.some((each) => {
      const callee = each.kind === 'partial' ? each.callee : each;
      return callee.kind === 'function' && callee.function === symbol;
    });
    if (!isMeant) return 'other';
    return all.length > 1 ? 'unsure' : 'this';
  }

  #usesOf(frame: Frame, row: Value): Reference[] {
    const { summary } = frame.module;
    const known = usesOf(summary);
    // What only names it is no use; what is done with the name is another mention.
    const isName = summary.op(row) === Op.Import || summary.op(row) === Op.Function;
    return known.of(row).flatMap(({ role, by }): Reference[] => {
      if (role === 'named' && isName) return [];
      if (role !== 'called' || by < 0) return [{ frame, call: undefined, awaited: false }];
      const after = known.of(by);
      return [{ frame, call: by, awaited: after.length > 0 && after.every((use) => use.role === 'awaited') }];
    });
  }

  /** Where the names of the program's functions are mentioned; an import under another name is followed. */
  #collect(): ReadonlyMap<string, readonly Mention[]> {
    const names = new Set<string>();
    for (const { summary } of this.#modules) {
      for (const { kind, name, parent } of summary.scopes) {
        if (kind !== 'function') continue;
        names.add(name);
        if (parent === 0) this.#definitions.set(name, (this.#definitions.get(name) ?? 0) + 1);
      }
    }
    const mentions = new Map<string, Mention[]>();
    const add = (name: string, mention: Mention) => {
      const known = mentions.get(name);
      if (known) known.push(mention);
      else if (names.has(name)) mentions.set(name, [mention]);
    };
    for (const module of this.#modules) {
      const renamed = renames(module);
      const { summary } = module;
      for (let row = 0; row < summary.size; row++) {
        const name = mentioned(module, row);
        if (name !== undefined) for (const each of renamed.get(name) ?? [name]) add(each, { module, row });
        if (summary.op(row) === Op.Call) this.#noteAsked(module, row);
      }
    }
    return mentions;
  }

  #noteDynamic(module: Module, subject: Value): void {
    const type = this.#p.typeOf(this.#p.genericFrame(module, module.summary.scopeOf(subject).id), subject);
    if (type.kind === 'unknown') this.#dynamicIn.add(module);
    for (const each of alternatives(type)) if (each.kind === 'instance') this.#dynamic.add(each.class);
  }

  #noteAsked(module: Module, call: Value): void {
    const { summary } = module;
    if (!/^(getattr|hasattr|setattr|attrgetter|methodcaller)$/.test(lastName({ module }, summary.a(call))))
      return;
    const [subject, name] = summary.args(call);
    if (subject && name && summary.op(name.value) !== Op.Literal) this.#noteDynamic(module, subject.value);
    for (const { form, value } of [subject, name].flatMap((one) => one ?? [])) {
      const isText = summary.op(value) === Op.Literal && summary.literal(value) === Literal.String;
      if (form === ArgumentForm.Positional && isText && summary.b(value) >= 0)
        this.#asked.add(summary.string(summary.b(value)));
    }
  }
}

function mentioned({ summary }: Module, row: Value): string | undefined {
  switch (summary.op(row)) {
    case Op.Attribute:
      return summary.string(summary.b(row));
    case Op.Lookup:
      return summary.string(summary.a(row));
    case Op.Import:
      return summary.data.imports[summary.a(row)]?.name;
    case Op.Function:
      // In the scope that defines it, its name stands for the definition itself.
      return summary.scope(summary.a(row)).name;
    default:
      return undefined;
  }
}

/** `from m import f as g`: whoever says `g` may mean `f`. */
function renames({ summary }: Module): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (let row = 0; row < summary.size; row++) {
    if (summary.op(row) !== Op.Bind || summary.a(row) < 0 || summary.op(summary.a(row)) !== Op.Import)
      continue;
    const original = summary.data.imports[summary.a(summary.a(row))]?.name;
    const bound = summary.string(summary.b(row));
    if (original !== undefined && original !== bound) found.set(bound, [bound, original]);
  }
  return found;
}
