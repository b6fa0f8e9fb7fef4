/**
 * The syntax tree of a Python module: plain objects, made once, never changed, thrown away after the summary.
 *
 * Offsets are UTF-16 code units into the text as decoded. A node spans what CPython's `ast` says it spans,
 * with one difference: a `def` or `class` starts at its first decorator; `keywordStart` is where `ast` puts it.
 */

/** What a node is. Numbers, so that a `switch` over them is a jump table. */
export const enum Kind {
  // Expressions
  Name,
  Attribute,
  Call,
  Subscript,
  Slice,
  Await,
  Constant,
  String,
  FString,
  Binary,
  Bool,
  Compare,
  Unary,
  Conditional,
  Lambda,
  List,
  Tuple,
  Set,
  Dict,
  Comprehension,
  NamedExpression,
  Yield,
  YieldFrom,
  Starred,
  Missing,
  // Statements
  FunctionDef,
  ClassDef,
  Return,
  Delete,
  Assign,
  AugAssign,
  AnnAssign,
  TypeAlias,
  For,
  While,
  If,
  With,
  Match,
  Raise,
  Try,
  Assert,
  Import,
  ImportFrom,
  Global,
  Nonlocal,
  ExpressionStatement,
  Pass,
  Break,
  Continue,
  Invalid,
}

export interface Node {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

// ---------------------------------------------------------------- expressions

export interface Name extends Node {
  readonly kind: Kind.Name;
  readonly id: string;
}

export interface Attribute extends Node {
  readonly kind: Kind.Attribute;
  readonly value: Expression;
  /** Empty where the name is still to be typed (`requests.`). */
  readonly name: string;
  readonly nameStart: number;
}

/** One argument of a call, or one keyword of a class statement. */
export interface Argument {
  readonly start: number;
  readonly end: number;
  /** `undefined` for positional arguments, `*args` and `**kwargs`. */
  readonly name: string | undefined;
  /** 0: as written, 1: `*value`, 2: `**value`. */
  readonly stars: 0 | 1 | 2;
  readonly value: Expression;
}

export interface Call extends Node {
  readonly kind: Kind.Call;
  readonly callee: Expression;
  readonly args: readonly Argument[];
}

export interface Subscript extends Node {
  readonly kind: Kind.Subscript;
  readonly value: Expression;
  readonly index: Expression;
}

export interface Slice extends Node {
  readonly kind: Kind.Slice;
  readonly parts: readonly Expression[];
}

export interface Await extends Node {
  readonly kind: Kind.Await;
  readonly value: Expression;
}

/** A number, `None`, `True`, `False` or `...`. */
export interface Constant extends Node {
  readonly kind: Kind.Constant;
  readonly type: 'int' | 'float' | 'complex' | 'None' | 'True' | 'False' | 'Ellipsis';
}

/** One literal or several adjacent ones, none of them an f-string. */
export interface StringLiteral extends Node {
  readonly kind: Kind.String;
  readonly bytes: boolean;
  /** The value when it is short (at most 200 code units), with escapes resolved; `undefined` when it is longer. */
  readonly value: string | undefined;
  /**
   * Where the value begins in the text when it stands there letter by letter (one literal, no escapes, no
   * prefix that changes it), so that a string annotation can be parsed in place; -1 otherwise.
   */
  readonly valueStart: number;
}

/** An f-string or t-string, with any literals adjacent to it. */
export interface FString extends Node {
  readonly kind: Kind.FString;
  readonly template: boolean;
  /** The expressions in replacement fields, format specifications included, in order. */
  readonly values: readonly Expression[];
}

export interface Binary extends Node {
  readonly kind: Kind.Binary;
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Bool extends Node {
  readonly kind: Kind.Bool;
  readonly operator: 'and' | 'or';
  readonly values: readonly Expression[];
}

export interface Compare extends Node {
  readonly kind: Kind.Compare;
  readonly operators: readonly string[];
  /** One more than operators. */
  readonly operands: readonly Expression[];
}

export interface Unary extends Node {
  readonly kind: Kind.Unary;
  readonly operator: 'not' | '-' | '+' | '~';
  readonly operand: Expression;
}

export interface Conditional extends Node {
  readonly kind: Kind.Conditional;
  readonly test: Expression;
  readonly body: Expression;
  readonly otherwise: Expression;
}

export interface Lambda extends Node {
  readonly kind: Kind.Lambda;
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

/** A list, tuple or set display. */
export interface Sequence extends Node {
  readonly kind: Kind.List | Kind.Tuple | Kind.Set;
  readonly items: readonly Expression[];
}

export interface Dict extends Node {
  readonly kind: Kind.Dict;
  /** `undefined` for `**mapping`. */
  readonly keys: readonly (Expression | undefined)[];
  readonly values: readonly Expression[];
}

export interface ComprehensionClause {
  readonly start: number;
  readonly end: number;
  readonly isAsync: boolean;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}

export interface Comprehension extends Node {
  readonly kind: Kind.Comprehension;
  readonly form: 'list' | 'set' | 'dict' | 'generator';
  /** The element, or the key of a dict. */
  readonly element: Expression;
  /** The value of a dict. */
  readonly value: Expression | undefined;
  readonly clauses: readonly ComprehensionClause[];
}

export interface NamedExpression extends Node {
  readonly kind: Kind.NamedExpression;
  readonly target: Name;
  readonly value: Expression;
}

export interface Yield extends Node {
  readonly kind: Kind.Yield;
  readonly value: Expression | undefined;
}

export interface YieldFrom extends Node {
  readonly kind: Kind.YieldFrom;
  readonly value: Expression;
}

export interface Starred extends Node {
  readonly kind: Kind.Starred;
  readonly value: Expression;
}

/** An expression that should be here and is not: half-typed code. */
export interface Missing extends Node {
  readonly kind: Kind.Missing;
}

export type Expression =
  | Name
  | Attribute
  | Call
  | Subscript
  | Slice
  | Await
  | Constant
  | StringLiteral
  | FString
  | Binary
  | Bool
  | Compare
  | Unary
  | Conditional
  | Lambda
  | Sequence
  | Dict
  | Comprehension
  | NamedExpression
  | Yield
  | YieldFrom
  | Starred
  | Missing;

// ---------------------------------------------------------------- statements

export interface Parameter {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** How an argument reaches it. */
  readonly form: 'positional-only' | 'plain' | 'args' | 'keyword-only' | 'kwargs';
  readonly annotation: Expression | undefined;
  readonly default: Expression | undefined;
}

export interface TypeParameter {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** 0: `T`, 1: `*Ts`, 2: `**P`. */
  readonly stars: 0 | 1 | 2;
  readonly bound: Expression | undefined;
  readonly default: Expression | undefined;
}

export interface FunctionDef extends Node {
  readonly kind: Kind.FunctionDef;
  readonly isAsync: boolean;
  /** Offset of `async` or `def`. */
  readonly keywordStart: number;
  readonly name: string;
  readonly nameStart: number;
  readonly decorators: readonly Expression[];
  readonly typeParameters: readonly TypeParameter[];
  readonly parameters: readonly Parameter[];
  readonly returns: Expression | undefined;
  /** Offset just behind the colon that opens the body. */
  readonly headEnd: number;
  readonly body: readonly Statement[];
}

export interface ClassDef extends Node {
  readonly kind: Kind.ClassDef;
  readonly keywordStart: number;
  readonly name: string;
  readonly nameStart: number;
  readonly decorators: readonly Expression[];
  readonly typeParameters: readonly TypeParameter[];
  /** Bases and keywords, as written. */
  readonly args: readonly Argument[];
  readonly headEnd: number;
  readonly body: readonly Statement[];
}

export interface Return extends Node {
  readonly kind: Kind.Return;
  readonly value: Expression | undefined;
}

export interface Delete extends Node {
  readonly kind: Kind.Delete;
  readonly targets: readonly Expression[];
}

export interface Assign extends Node {
  readonly kind: Kind.Assign;
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface AugAssign extends Node {
  readonly kind: Kind.AugAssign;
  readonly target: Expression;
  /** Without the equals sign: `+`, `//`. */
  readonly operator: string;
  readonly value: Expression;
}

export interface AnnAssign extends Node {
  readonly kind: Kind.AnnAssign;
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | undefined;
}

export interface TypeAlias extends Node {
  readonly kind: Kind.TypeAlias;
  readonly name: Name;
  readonly typeParameters: readonly TypeParameter[];
  readonly value: Expression;
}

export interface For extends Node {
  readonly kind: Kind.For;
  readonly isAsync: boolean;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export interface While extends Node {
  readonly kind: Kind.While;
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

/** `elif` is an `If` alone in `otherwise`, spanning from its own keyword as in CPython. */
export interface If extends Node {
  readonly kind: Kind.If;
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export interface WithItem {
  readonly context: Expression;
  readonly target: Expression | undefined;
}

export interface With extends Node {
  readonly kind: Kind.With;
  readonly isAsync: boolean;
  readonly items: readonly WithItem[];
  readonly headEnd: number;
  readonly body: readonly Statement[];
}

/** What a pattern binds and what it evaluates is all that is kept of it. */
export interface MatchCase {
  readonly start: number;
  readonly end: number;
  /** Names that the pattern captures. */
  readonly captures: readonly Name[];
  /** Dotted values and classes that the pattern evaluates. */
  readonly values: readonly Expression[];
  /** The class when the whole pattern is `Class(…)` or `Class(…) as name`. */
  readonly type: Expression | undefined;
  readonly guard: Expression | undefined;
  readonly body: readonly Statement[];
}

export interface Match extends Node {
  readonly kind: Kind.Match;
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

export interface Raise extends Node {
  readonly kind: Kind.Raise;
  readonly exception: Expression | undefined;
  readonly cause: Expression | undefined;
}

export interface ExceptHandler {
  readonly start: number;
  readonly end: number;
  readonly isGroup: boolean;
  readonly type: Expression | undefined;
  readonly name: string | undefined;
  readonly nameStart: number;
  readonly body: readonly Statement[];
}

export interface Try extends Node {
  readonly kind: Kind.Try;
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly otherwise: readonly Statement[];
  readonly final: readonly Statement[];
}

export interface Assert extends Node {
  readonly kind: Kind.Assert;
  readonly test: Expression;
  readonly message: Expression | undefined;
}

export interface ImportName {
  readonly start: number;
  readonly end: number;
  /** Dotted, or `*`. */
  readonly name: string;
  readonly asName: string | undefined;
}

export interface Import extends Node {
  readonly kind: Kind.Import;
  readonly names: readonly ImportName[];
}

export interface ImportFrom extends Node {
  readonly kind: Kind.ImportFrom;
  /** Leading dots. */
  readonly level: number;
  /** Dotted; empty for `from . import x`. */
  readonly module: string;
  readonly names: readonly ImportName[];
}

export interface Scoping extends Node {
  readonly kind: Kind.Global | Kind.Nonlocal;
  readonly names: readonly string[];
}

export interface ExpressionStatement extends Node {
  readonly kind: Kind.ExpressionStatement;
  readonly value: Expression;
}

export interface Bare extends Node {
  readonly kind: Kind.Pass | Kind.Break | Kind.Continue;
}

/** Text that is no statement; what could be read of it is kept, so that its calls and names still count. */
export interface Invalid extends Node {
  readonly kind: Kind.Invalid;
  readonly parts: readonly Expression[];
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | TypeAlias
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Scoping
  | ExpressionStatement
  | Bare
  | Invalid;

export interface Comment {
  readonly start: number;
  readonly end: number;
}

export interface SyntaxProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface Module {
  readonly text: string;
  readonly body: readonly Statement[];
  /** In order of their place in the text. Only offsets: who needs the text slices it. */
  readonly comments: readonly Comment[];
  /** Every named expression of the module, by offset: scoping needs them before it meets them. */
  readonly namedExpressions: readonly NamedExpression[];
  readonly problems: readonly SyntaxProblem[];
}
