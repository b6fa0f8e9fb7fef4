/** What a character can begin: one table look-up tells the tokenizer where to go. */

import { Token, emptyTable } from './tokens.ts';

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
  LowerA = 97,
  LowerB = 98,
  LowerE = 101,
  LowerF = 102,
  LowerJ = 106,
  LowerO = 111,
  LowerR = 114,
  LowerT = 116,
  LowerU = 117,
  LowerX = 120,
  OpenBrace = 123,
  CloseBrace = 125,
  /** The first that is not ASCII. */
  Wide = 128,
  ByteOrderMark = 0xfeff,
}

const CLASS = emptyTable<Class>(Code.Wide);
/** 1 for letters, digits and the underscore. */
export const WORD = emptyTable<0 | 1>(Code.Wide);
/** The token of a bracket or of an operator of one character. */
export const SINGLE = emptyTable<Token>(Code.Wide);
/** The token of an operator written twice: `**`, `//`, `<<`, `>>`. */
export const DOUBLED = emptyTable<Token>(Code.Wide);

function mark(characters: string, kind: Class): void {
  for (const character of characters) CLASS[character.charCodeAt(0)] = kind;
}

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

CLASS.forEach((kind: Class, code) => {
  if (kind === Class.Letter || kind === Class.Digit) WORD[code] = 1;
});

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

const WIDE_LETTER = /^\p{XID_Continue}$/u;

export function classOf(code: Code): Class {
  return code < Code.Wide ? (CLASS[code] as Class) : Class.Other;
}

/** Of a letter, its small form; of anything else, no letter. */
export function lower(code: Code): Code {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- `Code` names only some of them
  return code | 32;
}

export function isDigit(code: Code): boolean {
  return code >= Code.Zero && code <= Code.Nine;
}

export function isBlank(code: Code): boolean {
  return code === Code.Space || code === Code.Tab || code === Code.FormFeed;
}

/** Whether a character beyond ASCII can be part of an identifier. */
export function isWideLetter(point: number): boolean {
  return WIDE_LETTER.test(String.fromCodePoint(point));
}
