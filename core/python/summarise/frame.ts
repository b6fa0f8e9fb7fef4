/** The scope whose operations are being written, and how a name is found from inside it. */
import type { Span } from '../../model/span.ts';
import { Op, RegionKind, type Scope, type ScopeId, type Value } from '../../model/summary.ts';
import {
  type ClassDef,
  type Expression,
  type FunctionDef,
  Kind,
  type Lambda,
  type Module,
} from '../syntax/tree.ts';
import { type Environment, FORGOTTEN } from './environment.ts';
import { pathOf, rootOf } from './paths.ts';
import { Rows } from './rows.ts';

const NONE: readonly never[] = [];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A scope while it is being filled in. */
export type ScopeDraft = Mutable<Scope>;

/** A loop around the current point: what flows out of it early. */
export interface LoopFlow {
  readonly outside: Environment;
  readonly breaks: ReadonlyMap<string, Value>[];
  readonly continues: ReadonlyMap<string, Value>[];
}

export interface Frame {
  readonly scope: ScopeDraft;
  readonly parent: Frame | undefined;
  /** Names that are local here, by Python's rules. */
  readonly locals: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
  readonly typeParameters: ReadonlySet<string>;
  environment: Environment;
  /** Paths that the environment has known something of, by what they begin with. */
  readonly paths: Map<string, Set<string>>;
  /** Type parameters of the alias that is being written: `T` of `type X[T] = …`. */
  aliasParameters: ReadonlyMap<string, Value> | undefined;
  loop: LoopFlow | undefined;
  /** Names are looked up when the program is known, not where they stand: annotations. */
  late: boolean;
}

/** A scope that was met and whose body is written when its turn comes. */
export interface Pending {
  readonly scope: ScopeDraft;
  readonly node: FunctionDef | ClassDef | Lambda;
  readonly parent: Frame;
}

/** Everything that is at hand while one file is summarised. */
export class Lowering {
  readonly module: Module;
  readonly rows = new Rows();
  readonly scopes: ScopeDraft[] = [];
  readonly pending: Pending[] = [];
  /** Expressions that are open around the current one. */
  depth = 0;
  readonly foreignBinds: Value[] = [];
  /** Even long displays of constants are written item by item. */
  keepsConstants = false;
  /** Reads the text of a string annotation. */
  readonly parseAnnotation: (text: string) => Expression;
  #frame: Frame | undefined;

  constructor(module: Module, parseAnnotation: (text: string) => Expression) {
    this.module = module;
    this.parseAnnotation = parseAnnotation;
  }

  get frame(): Frame {
    if (!this.#frame) throw new Error('no scope is open');
    return this.#frame;
  }

  get environment(): Environment {
    return this.frame.environment;
  }

  /** Adds a scope with nothing in it yet. */
  addScope(
    kind: Scope['kind'],
    name: string,
    span: Span,
    nameSpan: Span,
    around: Scope | undefined,
  ): ScopeDraft {
    const scope: ScopeDraft = {
      id: this.scopes.length,
      kind,
      name,
      qualname: around?.qualname ? `${around.qualname}.${name}` : name,
      parent: around?.id ?? -1,
      span,
      nameSpan,
      first: 0,
      end: 0,
      isAsync: false,
      isGenerator: false,
      isStub: false,
      parameters: NONE,
      decorators: NONE,
      returnAnnotation: -1,
      bases: NONE,
      metaclass: -1,
    };
    this.scopes.push(scope);
    return scope;
  }

  /** Writes the operations of a scope: everything that `write` emits belongs to it. */
  fill(frame: Frame, write: () => void): void {
    this.#frame = frame;
    const { scope } = frame;
    const { rows } = this;
    scope.first = rows.opCount;
    rows.region = rows.addRegion(RegionKind.Body, -1, -1, -1, scope.span.start, scope.span.end);
    write();
    scope.end = rows.opCount;
    this.#frame = undefined;
  }

  /** Lowers something as if it stood in another scope, whose rows are part of this one's run: the head of a generic function. */
  within(frame: Frame, write: () => void): void {
    const outer = this.frame;
    this.#frame = frame;
    write();
    this.#frame = outer;
  }

  /** The value of name `name` at this point. */
  read(name: string, start: number, end: number): Value {
    const { frame, rows } = this;
    const parameter = frame.aliasParameters?.get(name);
    if (parameter !== undefined) return parameter;
    if (!frame.late && !frame.globals.has(name) && !frame.nonlocals.has(name)) {
      const value = frame.environment.get(name);
      if (value !== undefined) return value;
    }
    return rows.emit(Op.Lookup, rows.string(name), this.ownerOf(name), -1, start, end);
  }

  /** The scope in which the search for `name` begins: the one that binds it, or the module. */
  ownerOf(name: string): ScopeId {
    const { frame } = this;
    if (frame.globals.has(name)) return 0;
    if (!frame.nonlocals.has(name) && (frame.locals.has(name) || frame.typeParameters.has(name)))
      return frame.scope.id;
    for (let outer = frame.parent; outer; outer = outer.parent) {
      if (outer.typeParameters.has(name)) return outer.scope.id;
      if (outer.scope.kind !== 'class' && outer.locals.has(name)) return outer.scope.id;
    }
    return 0;
  }

  /** Binds `name` to a value, from here on. */
  bind(name: string, value: Value, start: number, end: number): void {
    const { frame, rows } = this;
    const owner = this.ownerOf(name);
    const row = rows.emit(Op.Bind, value, rows.string(name), owner, start, end);
    if (owner === frame.scope.id) frame.environment.set(name, value);
    else this.foreignBinds.push(row);
    if (frame.paths.size > 0) this.forget(name);
  }

  /** What a path of a local name holds; undefined where only its object can tell. */
  readPath(path: string): Value | undefined {
    const { environment } = this.frame;
    const value = environment.get(path);
    return value === FORGOTTEN ? undefined : value;
  }

  /** Notes what a path holds from here on; only for paths of local names, since anybody may change the others. */
  learn(path: string, value: Value): void {
    const { environment, paths } = this.frame;
    if (environment.get(rootOf(path)) === undefined) return;
    this.forget(path);
    environment.set(path, value);
    for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
      const around = path.slice(0, dot);
      const known = paths.get(around);
      if (known) known.add(path);
      else paths.set(around, new Set([path]));
    }
  }

  /** Notes what a test or a pattern told of a local name, or of a path that begins with one. */
  refine(subject: Expression, value: Value): void {
    const { environment } = this.frame;
    if (subject.kind !== Kind.Name) {
      const path = pathOf(subject);
      if (path !== undefined) this.learn(path, value);
    } else if (environment.get(subject.id) !== undefined) environment.set(subject.id, value);
  }

  /** Forgets a path, or a name's paths, and all that lies behind it. */
  forget(path: string): void {
    const { environment, paths } = this.frame;
    for (const known of [path, ...(paths.get(path) ?? [])]) {
      if (known.includes('.') && environment.get(known) !== undefined) environment.set(known, FORGOTTEN);
    }
  }

  /** A value that stands for any of several; the span is that of the place where they meet. */
  choose(values: readonly Value[], start: number, end: number): Value {
    return this.rows.emit(Op.Choice, this.rows.list(values), -1, -1, start, end);
  }

  /** The value before any test told more of it. */
  readonly widen = (value: Value): Value => {
    const { rows } = this;
    let wide = value;
    while (wide >= 0 && isNarrowing(rows.opAt(wide))) wide = rows.operandA(wide);
    return wide;
  };

  unknown(start: number, end: number): Value {
    return this.rows.emit(Op.Unknown, -1, -1, -1, start, end);
  }
}

function isNarrowing(op: Op): boolean {
  return op === Op.Narrow || op === Op.Exclude;
}
