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
  Count,
}

const KEYWORDS =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  );

/** The words that `names` numbers first: a keyword's number is its distance from `Token.False`. */
export const RESERVED: readonly string[] = [...KEYWORDS, 'match', 'case', 'type', '_'];

/** Numbers of the soft keywords in `names`. */
export const enum Soft {
  Match = Token.Count - Token.False,
  Case,
  Type,
  Underscore,
}

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

/** How tightly an infix operator binds; 0 for all other tokens. */
export const PRECEDENCE = table({
  [Precedence.Or]: [Token.Or],
  [Precedence.And]: [Token.And],
  [Precedence.Comparison]: [
    Token.EqualEqual,
    Token.NotEqual,
    Token.Less,
    Token.LessEqual,
    Token.Greater,
    Token.GreaterEqual,
    Token.In,
    Token.Is,
    Token.Not,
  ],
  [Precedence.BitOr]: [Token.Bar],
  [Precedence.BitXor]: [Token.Caret],
  [Precedence.BitAnd]: [Token.Ampersand],
  [Precedence.Shift]: [Token.LeftShift, Token.RightShift],
  [Precedence.Sum]: [Token.Plus, Token.Minus],
  [Precedence.Product]: [Token.Star, Token.Slash, Token.DoubleSlash, Token.Percent, Token.At],
  [Precedence.Power]: [Token.DoubleStar],
});

/** 1: opens a bracket, 2: closes one or ends the line. */
export const BRACKETING = table({
  1: [Token.OpenParenthesis, Token.OpenBracket, Token.OpenBrace, Token.FieldOpen, Token.FStringStart],
  2: [
    Token.CloseParenthesis,
    Token.CloseBracket,
    Token.CloseBrace,
    Token.FieldClose,
    Token.FStringEnd,
    Token.Newline,
    Token.End,
  ],
});

/** 1: a keyword that begins a statement and cannot stand inside brackets. */
export const STATEMENT_ONLY = table({
  1: [
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
});

/** 1: can begin an expression, 2: only when it may begin with a star. */
export const BEGINS_EXPRESSION = table({
  1: [
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
  2: [Token.Star],
});

/** How an operator is written; empty for all other tokens. */
export const OPERATOR_TEXT: readonly string[] = operatorTexts();

function table(groups: Readonly<Record<number, readonly Token[]>>): Uint8Array {
  const result = new Uint8Array(Token.Count);
  for (const [value, tokens] of Object.entries(groups)) {
    for (const token of tokens) result[token] = Number(value);
  }
  return result;
}

function operatorTexts(): string[] {
  const result = new Array<string>(Token.Count).fill('');
  const augmented = '+ - * / // % @ ** << >> & | ^'.split(' ');
  augmented.forEach((text, index) => {
    result[Token.Plus + index] = text;
    result[Token.PlusEqual + index] = text;
  });
  '== != < <= > >='.split(' ').forEach((text, index) => (result[Token.EqualEqual + index] = text));
  result[Token.In] = 'in';
  result[Token.Is] = 'is';
  return result;
}
