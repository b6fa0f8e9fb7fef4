/** The tokens of Python, numbered so that related ones lie side by side and tables can be indexed by them. */

export const enum Token {
  // Layout; `Newline` to `Dedent` belong to no node.
  End,
  Newline,
  Indent,
  Dedent,
  /** A character that begins nothing, or a bracket that closes nothing. */
  Invalid,
  Name,
  Integer,
  Float,
  Imaginary,
  String,
  // An f-string is FStringStart, then its fields, then FStringEnd; the text between them is no token.
  FStringStart,
  FStringEnd,
  FieldOpen,
  FieldClose,
  /** The colon in front of a format specification. */
  FieldColon,
  /** The exclamation mark of `!r`. */
  Conversion,
  OpenParenthesis,
  CloseParenthesis,
  OpenBracket,
  CloseBracket,
  OpenBrace,
  CloseBrace,
  Comma,
  Semicolon,
  Colon,
  ColonEqual,
  Dot,
  Ellipsis,
  Arrow,
  Equal,
  // Operators that have an augmented assignment, in the order of those.
  Plus,
  Minus,
  Star,
  Slash,
  DoubleSlash,
  Percent,
  At,
  DoubleStar,
  LeftShift,
  RightShift,
  Ampersand,
  Bar,
  Caret,
  PlusEqual,
  MinusEqual,
  StarEqual,
  SlashEqual,
  DoubleSlashEqual,
  PercentEqual,
  AtEqual,
  DoubleStarEqual,
  LeftShiftEqual,
  RightShiftEqual,
  AmpersandEqual,
  BarEqual,
  CaretEqual,
  Tilde,
  EqualEqual,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  // Keywords, in the order of KEYWORDS.
  False,
  None,
  True,
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
  Yield,
  // Soft keywords: their tokens are names, only `Cursor.atWord` asks for these.
  Match,
  Case,
  Type,
  Underscore,
  Count,
}

/** Small numbers by number, such as tokens by character. */
export type Table<Value extends number> = Uint8Array & Record<number, Value>;

export function emptyTable<Value extends number>(size: number): Table<Value> {
  return new Uint8Array(size) as Table<Value>;
}

/** In the order of their tokens. */
const HARD: readonly (readonly [string, Token])[] = [
  ['False', Token.False],
  ['None', Token.None],
  ['True', Token.True],
  ['and', Token.And],
  ['as', Token.As],
  ['assert', Token.Assert],
  ['async', Token.Async],
  ['await', Token.Await],
  ['break', Token.Break],
  ['class', Token.Class],
  ['continue', Token.Continue],
  ['def', Token.Def],
  ['del', Token.Del],
  ['elif', Token.Elif],
  ['else', Token.Else],
  ['except', Token.Except],
  ['finally', Token.Finally],
  ['for', Token.For],
  ['from', Token.From],
  ['global', Token.Global],
  ['if', Token.If],
  ['import', Token.Import],
  ['in', Token.In],
  ['is', Token.Is],
  ['lambda', Token.Lambda],
  ['nonlocal', Token.Nonlocal],
  ['not', Token.Not],
  ['or', Token.Or],
  ['pass', Token.Pass],
  ['raise', Token.Raise],
  ['return', Token.Return],
  ['try', Token.Try],
  ['while', Token.While],
  ['with', Token.With],
  ['yield', Token.Yield],
];

/** The words that `names` numbers first: a word's number is its distance from `Token.False`. */
export const RESERVED: readonly string[] = [...HARD.map(([text]) => text), 'match', 'case', 'type', '_'];

/** By number in `names`; all further names are only names. */
export const KEYWORDS: readonly Token[] = HARD.map(([, token]) => token);

export const enum Precedence {
  None,
  Or,
  And,
  Not,
  Comparison,
  BitOr,
  BitXor,
  BitAnd,
  Shift,
  Sum,
  Product,
  Power,
}

/** How tightly an infix operator binds. */
export const PRECEDENCE = emptyTable<Precedence>(Token.Count);
/** How an operator is written; of an augmented assignment, without the equals sign. */
export const OPERATOR_TEXT = new Array<string>(Token.Count).fill('');
/** What an operator becomes with an equals sign behind it. */
export const ASSIGNED = emptyTable<Token>(Token.Count);

const OPERATORS: readonly (readonly [string, Token, Precedence, Token?])[] = [
  ['or', Token.Or, Precedence.Or],
  ['and', Token.And, Precedence.And],
  ['==', Token.EqualEqual, Precedence.Comparison],
  ['!=', Token.NotEqual, Precedence.Comparison],
  ['<', Token.Less, Precedence.Comparison, Token.LessEqual],
  ['<=', Token.LessEqual, Precedence.Comparison],
  ['>', Token.Greater, Precedence.Comparison, Token.GreaterEqual],
  ['>=', Token.GreaterEqual, Precedence.Comparison],
  ['in', Token.In, Precedence.Comparison],
  ['is', Token.Is, Precedence.Comparison],
  ['not', Token.Not, Precedence.Comparison],
  ['|', Token.Bar, Precedence.BitOr, Token.BarEqual],
  ['^', Token.Caret, Precedence.BitXor, Token.CaretEqual],
  ['&', Token.Ampersand, Precedence.BitAnd, Token.AmpersandEqual],
  ['<<', Token.LeftShift, Precedence.Shift, Token.LeftShiftEqual],
  ['>>', Token.RightShift, Precedence.Shift, Token.RightShiftEqual],
  ['+', Token.Plus, Precedence.Sum, Token.PlusEqual],
  ['-', Token.Minus, Precedence.Sum, Token.MinusEqual],
  ['*', Token.Star, Precedence.Product, Token.StarEqual],
  ['/', Token.Slash, Precedence.Product, Token.SlashEqual],
  ['//', Token.DoubleSlash, Precedence.Product, Token.DoubleSlashEqual],
  ['%', Token.Percent, Precedence.Product, Token.PercentEqual],
  ['@', Token.At, Precedence.Product, Token.AtEqual],
  ['**', Token.DoubleStar, Precedence.Power, Token.DoubleStarEqual],
];
for (const [text, token, precedence, assigned] of OPERATORS) {
  PRECEDENCE[token] = precedence;
  OPERATOR_TEXT[token] = text;
  if (assigned !== undefined) {
    ASSIGNED[token] = assigned;
    OPERATOR_TEXT[assigned] ||= text;
  }
}
ASSIGNED[Token.Equal] = Token.EqualEqual;

/** What a token does to the nesting of brackets. */
export const enum Bracketing {
  Opens = 1,
  /** Or ends the line. */
  Closes,
}

export const BRACKETING = table<Bracketing>([
  [
    Bracketing.Opens,
    [Token.OpenParenthesis, Token.OpenBracket, Token.OpenBrace, Token.FieldOpen, Token.FStringStart],
  ],
  [
    Bracketing.Closes,
    [
      Token.CloseParenthesis,
      Token.CloseBracket,
      Token.CloseBrace,
      Token.FieldClose,
      Token.FStringEnd,
      Token.Newline,
      Token.End,
    ],
  ],
]);

/** 1: a keyword that begins a statement and cannot stand inside brackets. */
export const STATEMENT_ONLY = table<0 | 1>([
  [
    1,
    [
      Token.Assert,
      Token.Break,
      Token.Class,
      Token.Continue,
      Token.Def,
      Token.Del,
      Token.Elif,
      Token.Except,
      Token.Finally,
      Token.Global,
      Token.Import,
      Token.Nonlocal,
      Token.Pass,
      Token.Raise,
      Token.Return,
      Token.Try,
      Token.While,
      Token.With,
    ],
  ],
]);

/** 1: can begin an expression, 2: only where that may begin with a star. */
export const BEGINS_EXPRESSION = table<0 | 1 | 2>([
  [
    1,
    [
      Token.Name,
      Token.Integer,
      Token.Float,
      Token.Imaginary,
      Token.String,
      Token.FStringStart,
      Token.OpenParenthesis,
      Token.OpenBracket,
      Token.OpenBrace,
      Token.Ellipsis,
      Token.Plus,
      Token.Minus,
      Token.Tilde,
      Token.False,
      Token.None,
      Token.True,
      Token.Await,
      Token.Lambda,
      Token.Not,
      Token.Yield,
    ],
  ],
  [2, [Token.Star]],
]);

function table<Value extends number>(groups: readonly (readonly [Value, readonly Token[]])[]): Table<Value> {
  const result = emptyTable<Value>(Token.Count);
  for (const [value, tokens] of groups) for (const token of tokens) result[token] = value;
  return result;
}
