/**
 * The summary of one file: what is written in it, and nothing of what that means.
 *
 * Each scope (module, class, function, lambda) is a run of *operations* in evaluation order, in single-assignment
 * form: a use of a local name refers straight to the operation whose value it holds, and where branches meet a
 * `Choice` stands for either. Names bound in other scopes stay names (`Lookup`). Operations are rows of integers,
 * so that a large project fits in memory and crosses to another thread, or to disk, without being rebuilt.
 */
import type { Span } from './span.ts';

/** What an operation does; its operands are named a, b and c. Operands that are values are row numbers. */
export const enum Op {
  /** A value that cannot be known: a missing expression, or a name read before anything was bound to it. */
  Unknown,
  /** a: Literal type, b: string of a short string, value of a small whole number, else -1. */
  Literal,
  /** a: name, b: scope where the search begins; outwards from there, then the builtins. */
  Lookup,
  /** a: index into the scope's parameters. */
  Parameter,
  /** a: base value, b: name. */
  Attribute,
  /** a: callee value, b: list of (keyword string, or an ArgumentForm; value). */
  Call,
  /** a: base value, b: index value. */
  Subscript,
  /** a: value. */
  Await,
  /** a: left value, b: right value, c: operator string: `+`, or `+=` where it stands in an assignment. */
  Binary,
  /** a: list of values: any of them, b: 1 for `x or y`. Branches that meet, `x if c else y`. */
  Choice,
  /** a: list of operand values, b: list of operator strings. */
  Compare,
  /** a: value. */
  Not,
  /** a: list of values, b: `1` for `and`, `0` for `or`. The truth of it, not its value. */
  Truth,
  /** a: list of values, b: Display. Elements, `**` and `*` parts as `Star`. */
  Display,
  /** a: list of keys, b: list of values. */
  Dict,
  /** a: element value, b: Display of the result, c: key value of a dict or -1. */
  Comprehension,
  /** a: list of values. An f-string. */
  Format,
  /** a: scope. A `def` or `lambda` as a value. */
  Function,
  /** a: scope. */
  Class,
  /** a: index into `imports`. */
  Import,
  /**
   * a: iterable value, b: 1 for `async for`, c: name that a comprehension gives it, or -1. One element, and the calls
   * of `__iter__` and `__next__`.
   */
  Iterate,
  /** a: context value, b: 1 for `async with`. What `as` binds, and the call of `__enter__`. */
  Enter,
  /** a: context value, b: 1 for `async with`. The call of `__exit__`. */
  Exit,
  /** a: value, b: index from the left, or -1 - index from the right; c: 0, or 1 + the targets behind when starred. */
  Unpack,
  /** a: value of the exception's type, or -1. */
  Caught,
  /** a: value, b: value of the type that `isinstance` found it to be, or -1 for `None`. */
  Narrow,
  /** a: value, b: value of the type that it was found not to be, or -1 for `None`. */
  Exclude,
  /** a: value or -1, b: value of the annotation. The annotation wins where it can be resolved. */
  Annotated,
  /** a: value. `*x` in a display. */
  Star,
  /** a: value or -1. The value of the expression is what was sent. */
  Yield,
  /** a: value. */
  YieldFrom,
  /** a: value, b: operator string: `-`, `+`, `~`. */
  Unary,
  /** a: list of the three parts, -1 for those that are not there. The `1:n` of a subscript. */
  Slice,
  /** a: container value, b: the `Call` that changed it: `x.append(y)`. The container afterwards. */
  Changed,
  /** a: value of its bound, or -1. `T` in `def f[T: Bound]`. */
  TypeParameter,
  // Statements, most of which leave no value.
  /** a: value, b: name, c: scope that owns the name. */
  Bind,
  /** a: base value, b: name, c: value. Its value is what the attribute holds afterwards. */
  StoreAttribute,
  /** a: base value, b: index value, c: value. Its value is the container afterwards. */
  StoreSubscript,
  /** a: base value, b: name, or -1 for a subscript. */
  Delete,
  /** a: value or -1. */
  Return,
  /** a: value or -1. */
  Raise,
  /** a: value. An expression statement. */
  Discard,
  /** a: 1 for `break`, 0 for `continue`. */
  Jump,
}

/** Integers a row holds: the operation, a, b, c, start, end, region. */
export const OP_WIDTH = 7;

export const enum Literal {
  String,
  Bytes,
  Int,
  Float,
  Complex,
  None,
  True,
  False,
  Ellipsis,
}

export const enum Display {
  List,
  Tuple,
  Set,
  Dict,
  Generator,
}

/** In an argument list, the number before the value: a keyword's string (0 or more) or one of these. */
export const enum ArgumentForm {
  Positional = -1,
  Star = -2,
  DoubleStar = -3,
}

/** The part of a scope in which an operation stands. Regions nest; each scope has one of kind Body at its root. */
export const enum RegionKind {
  Body,
  /** value: the iterable's `Iterate`. */
  For,
  AsyncFor,
  /** value: the test. */
  While,
  /** What follows `else` of a loop or `try`. link: the region of the loop or `try`. */
  Else,
  /** value: the `Enter`. */
  With,
  AsyncWith,
  Try,
  /** value: the exception type or -1. link: the region of the `try`. */
  Except,
  /** link: the region of the `try`. */
  Finally,
  /** value: the test, which holds here. `if`, and `x if c else y`. */
  Then,
  /** value: the test, which does not hold here. link: the region of the Then. */
  Otherwise,
  /** One `case` of a `match`. value: the subject. */
  Case,
  /** The right of `and` and `or`. value: the operand before. */
  Maybe,
  Comprehension,
  /** Runs when somebody iterates. */
  Generator,
  /** Not run as written: annotations, type parameters. */
  Annotation,
  /** Behind `return`, `raise`, `break` or `continue`. */
  Unreachable,
}

/** Integers a region's row holds: kind, parent, value, link, start, end. */
export const REGION_WIDTH = 6;

/** A row number in a summary's operations. -1 where there is none. */
export type Value = number;
export type ScopeId = number;
export type RegionId = number;

export interface Parameter {
  readonly name: string;
  readonly form: 'positional-only' | 'plain' | 'args' | 'keyword-only' | 'kwargs';
  readonly annotation: Value;
  readonly default: Value;
}

export interface Scope {
  readonly id: ScopeId;
  readonly kind: 'module' | 'class' | 'function' | 'lambda';
  /** Empty for the module, `<lambda>` for lambdas. */
  readonly name: string;
  /** As `__qualname__`, without `<locals>`. Empty for the module. */
  readonly qualname: string;
  /** -1 for the module. */
  readonly parent: ScopeId;
  readonly span: Span;
  readonly nameSpan: Span;
  /** Its operations: rows from `first` up to `end`. */
  readonly first: Value;
  readonly end: Value;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** Its body is a docstring, `...`, `pass` or `raise NotImplementedError` alone. */
  readonly isStub: boolean;
  readonly parameters: readonly Parameter[];
  /** Values in the enclosing scope, outermost first as written. */
  readonly decorators: readonly Value[];
  readonly returnAnnotation: Value;
  /** Bases of a class, values in the enclosing scope. */
  readonly bases: readonly Value[];
  /** `metaclass=` of a class, a value in the enclosing scope, or -1. */
  readonly metaclass: Value;
}

export interface ImportName {
  /** Leading dots of a relative import. */
  readonly level: number;
  /** Dotted; may be empty for `from . import x`. */
  readonly module: string;
  /** The name taken from the module, `*`, or undefined for `import module`. */
  readonly name: string | undefined;
  /** `import a.b` binds `a`; `import a.b as c` binds a.b as `c`. */
  readonly bindsRoot: boolean;
  readonly span: Span;
}

/** A comment meant for Awaitwise: `# awaitwise: …`. */
export interface Directive {
  readonly span: Span;
  /** What stands behind `awaitwise:`, trimmed. */
  readonly text: string;
  /** Nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

export interface Problem {
  readonly span: Span;
  readonly message: string;
}

/** A code cell of a notebook, whose cells are summarised as one module. */
export interface Cell {
  /** Its place among all cells of the notebook, from 0. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** A place as people count: lines and columns from 1, in a notebook within the cell. */
export interface Position {
  readonly line: number;
  /** In UTF-16 code units. */
  readonly column: number;
  /** The cell of a notebook, from 1; undefined in a plain file. */
  readonly cell: number | undefined;
}

/** The parts of a summary as plain data, which is what is cached and sent between threads. */
export interface SummaryData {
  readonly strings: readonly string[];
  readonly ops: Int32Array;
  readonly lists: Int32Array;
  readonly regions: Int32Array;
  readonly scopes: readonly Scope[];
  readonly imports: readonly ImportName[];
  /** `Bind` operations that bind a name of another scope: `global` and `nonlocal`, type parameters. */
  readonly foreignBinds: readonly Value[];
  readonly directives: readonly Directive[];
  readonly problems: readonly Problem[];
  /** Offsets at which lines begin. */
  readonly lineStarts: Int32Array;
  /** Empty for a plain file. */
  readonly cells: readonly Cell[];
}

export interface Argument {
  readonly form: ArgumentForm | undefined;
  readonly keyword: string | undefined;
  readonly value: Value;
}

/** A summary with names for its columns. */
export class FileSummary {
  readonly data: SummaryData;
  #firstRows: Int32Array | undefined;
  readonly #names: (ReadonlyMap<string, readonly Value[]> | undefined)[] = [];
  readonly #attributes: (ReadonlyMap<string, readonly Value[]> | undefined)[] = [];

  constructor(data: SummaryData) {
    this.data = data;
  }

  get scopes(): readonly Scope[] {
    return this.data.scopes;
  }

  get size(): number {
    return this.data.ops.length / OP_WIDTH;
  }

  scope(id: ScopeId): Scope {
    const scope = this.data.scopes[id];
    if (!scope) throw new RangeError(`no scope ${String(id)}`);
    return scope;
  }

  op(value: Value): Op {
    return this.data.ops[value * OP_WIDTH] as Op;
  }

  a(value: Value): number {
    return this.data.ops[value * OP_WIDTH + 1] as number;
  }

  b(value: Value): number {
    return this.data.ops[value * OP_WIDTH + 2] as number;
  }

  c(value: Value): number {
    return this.data.ops[value * OP_WIDTH + 3] as number;
  }

  /** Which literal a `Literal` operation is. */
  literal(value: Value): Literal {
    return this.data.ops[value * OP_WIDTH + 1] as Literal;
  }

  /** Which display a `Display` or `Comprehension` operation builds. */
  display(value: Value): Display {
    return this.data.ops[value * OP_WIDTH + 2] as Display;
  }

  start(value: Value): number {
    return this.data.ops[value * OP_WIDTH + 4] as number;
  }

  end(value: Value): number {
    return this.data.ops[value * OP_WIDTH + 5] as number;
  }

  span(value: Value): Span {
    return { start: this.start(value), end: this.end(value) };
  }

  region(value: Value): RegionId {
    return this.data.ops[value * OP_WIDTH + 6] as number;
  }

  string(index: number): string {
    return this.data.strings[index] ?? '';
  }

  /** The list at `offset`: its items, without their count. */
  list(offset: number): Int32Array {
    const { lists } = this.data;
    return lists.subarray(offset + 1, offset + 1 + (lists[offset] as number));
  }

  /** The arguments of a `Call`, as written. */
  args(call: Value): Argument[] {
    const flat = this.list(this.b(call));
    const args: Argument[] = [];
    for (let i = 0; i < flat.length; i += 2) {
      const form = flat[i] as number;
      const value = flat[i + 1] as number;
      args.push(
        form >= 0
          ? { form: undefined, keyword: this.string(form), value }
          : { form, keyword: undefined, value },
      );
    }
    return args;
  }

  get regionCount(): number {
    return this.data.regions.length / REGION_WIDTH;
  }

  regionKind(region: RegionId): RegionKind {
    return this.data.regions[region * REGION_WIDTH] as RegionKind;
  }

  /** The region around a region; -1 for a scope's body. */
  regionParent(region: RegionId): RegionId {
    return this.data.regions[region * REGION_WIDTH + 1] as number;
  }

  regionValue(region: RegionId): Value {
    return this.data.regions[region * REGION_WIDTH + 2] as number;
  }

  regionLink(region: RegionId): RegionId {
    return this.data.regions[region * REGION_WIDTH + 3] as number;
  }

  regionSpan(region: RegionId): Span {
    const { regions } = this.data;
    return {
      start: regions[region * REGION_WIDTH + 4] as number,
      end: regions[region * REGION_WIDTH + 5] as number,
    };
  }

  /** The scope in whose run of operations a value stands. */
  scopeOf(value: Value): Scope {
    // Runs follow one another in the order in which scopes were met, so their first rows ascend.
    this.#firstRows ??= Int32Array.from(this.scopes, ({ first }) => first);
    const firsts = this.#firstRows;
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((firsts[middle] as number) <= value) low = middle;
      else high = middle - 1;
    }
    return this.scope(low);
  }

  /** Names bound in a scope, each with its `Bind` operations in order (some may stand in other scopes: `global`). */
  names(id: ScopeId): ReadonlyMap<string, readonly Value[]> {
    const known = this.#names[id];
    if (known) return known;
    const { first, end } = this.scope(id);
    const names = new Map<string, Value[]>();
    for (const row of this.data.foreignBinds)
      if (this.c(row) === id) append(names, this.string(this.b(row)), row);
    for (let row = first; row < end; row++) {
      if (this.op(row) === Op.Bind && this.c(row) === id) append(names, this.string(this.b(row)), row);
    }
    this.#names[id] = names;
    return names;
  }

  /** Attributes set through the first parameter of a class's methods (`self.name = …`), as `StoreAttribute` operations. */
  attributes(id: ScopeId): ReadonlyMap<string, readonly Value[]> {
    const known = this.#attributes[id];
    if (known) return known;
    const attributes = new Map<string, Value[]>();
    for (const { parent, kind, first, end } of this.scopes) {
      if (parent !== id || kind !== 'function') continue;
      for (let row = first; row < end; row++) {
        if (this.op(row) !== Op.StoreAttribute) continue;
        const base = this.a(row);
        if (this.op(base) === Op.Parameter && this.a(base) === 0)
          append(attributes, this.string(this.b(row)), row);
      }
    }
    this.#attributes[id] = attributes;
    return attributes;
  }

  /** Its `from m import *`. */
  get starImports(): readonly ImportName[] {
    return this.data.imports.filter(({ name }) => name === '*');
  }

  position(offset: number): Position {
    const { cells } = this.data;
    const { line, column } = this.#place(offset);
    const cell = cells.findLast(({ start }) => start <= offset);
    if (!cell) return { line, column, cell: undefined };
    return { line: line - this.#place(cell.start).line + 1, column, cell: cell.index + 1 };
  }

  /** The line of the whole text on which an offset lies, from 0. */
  lineOf(offset: number): number {
    const { lineStarts } = this.data;
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #place(offset: number): { line: number; column: number } {
    const line = this.lineOf(offset);
    return { line: line + 1, column: offset - (this.data.lineStarts[line] ?? 0) + 1 };
  }
}

function append(map: Map<string, Value[]>, name: string, row: Value): void {
  const rows = map.get(name);
  if (rows) rows.push(row);
  else map.set(name, [row]);
}
