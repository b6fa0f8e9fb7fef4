/** What a character can begin: one table look-up tells the tokenizer where to go. */

import { Token } from './tokens.ts';

export const enum Class {
  Other,
  Space,
  LineEnd,
  Letter,
  Digit,
  Quote,
  Hash,
  Dot,
  Open,
  Close,
  Operator,
  Backslash,
  Colon,
  Exclamation,
}

export const enum Code {
  Tab = 9,
  LineFeed = 10,
  FormFeed = 12,
  Return = 13,
  Space = 32,
  Exclamation = 33,
  DoubleQuote = 34,
  Hash = 35,
  Quote = 39,
  CloseParenthesis = 41,
  Plus = 43,
  Minus = 45,
  Dot = 46,
  Zero = 48,
  Nine = 57,
  Equal = 61,
  Greater = 62,
  N = 78,
  Backslash = 92,
  CloseBracket = 93,
  Underscore = 95,
  LowerE = 101,
  LowerJ = 106,
  OpenBrace = 123,
  CloseBrace = 125,
  ByteOrderMark = 0xfeff,
}

const SMALL = 128;

export const CLASS = new Uint8Array(SMALL);
/** 1 for letters, digits and the underscore. */
export const WORD = new Uint8Array(SMALL);
/** The token of a bracket or of an operator of one character. */
export const SINGLE = new Uint8Array(SMALL);
/** The token of an operator written twice: `**`, `//`, `<<`, `>>`. */
export const DOUBLED = new Uint8Array(SMALL);
/** By token: what it becomes with an equals sign behind it. */
export const ASSIGNED = new Uint8Array(Token.Count);

const mark = (characters: string, kind: Class): void => {
  for (const character of characters) CLASS[character.charCodeAt(0)] = kind;
};

mark(' \t\f', Class.Space);
mark('\r\n', Class.LineEnd);
mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', Class.Letter);
mark('0123456789', Class.Digit);
mark('\'"', Class.Quote);
mark('#', Class.Hash);
mark('.', Class.Dot);
mark('([{', Class.Open);
mark(')]}', Class.Close);
mark('+-*/%@&|^~<>=,;', Class.Operator);
mark('\\', Class.Backslash);
mark(':', Class.Colon);
mark('!', Class.Exclamation);

for (let code = 0; code < SMALL; code++) {
  if (CLASS[code] === Class.Letter || CLASS[code] === Class.Digit) WORD[code] = 1;
}

const singles: Readonly<Record<string, Token>> = {
  '(': Token.OpenParenthesis,
  ')': Token.CloseParenthesis,
  '[': Token.OpenBracket,
  ']': Token.CloseBracket,
  '{': Token.OpenBrace,
  '}': Token.CloseBrace,
  '+': Token.Plus,
  '-': Token.Minus,
  '*': Token.Star,
  '/': Token.Slash,
  '%': Token.Percent,
  '@': Token.At,
  '&': Token.Ampersand,
  '|': Token.Bar,
  '^': Token.Caret,
  '~': Token.Tilde,
  '<': Token.Less,
  '>': Token.Greater,
  '=': Token.Equal,
  ',': Token.Comma,
  ';': Token.Semicolon,
};
for (const [character, token] of Object.entries(singles)) SINGLE[character.charCodeAt(0)] = token;

const doubles: Readonly<Record<string, Token>> = {
  '*': Token.DoubleStar,
  '/': Token.DoubleSlash,
  '<': Token.LeftShift,
  '>': Token.RightShift,
};
for (const [character, token] of Object.entries(doubles)) DOUBLED[character.charCodeAt(0)] = token;

for (let token: Token = Token.Plus; token <= Token.Caret; token++) {
  ASSIGNED[token] = token - Token.Plus + Token.PlusEqual;
}
ASSIGNED[Token.Equal] = Token.EqualEqual;
ASSIGNED[Token.Less] = Token.LessEqual;
ASSIGNED[Token.Greater] = Token.GreaterEqual;

/** Whether a character beyond ASCII can be part of an identifier. */
export function isWide(codePoint: number): boolean {
  return WIDE.test(String.fromCodePoint(codePoint));
}

const WIDE = /^\p{XID_Continue}$/u;
